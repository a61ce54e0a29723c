/** Words about what is pasted, dropped or played. */
export const words = {
  nothingToRead: 'There was nothing in it to read.',
  notUnpacked: 'These bytes cannot be unpacked: they are damaged or cut off.',
  tooLarge: (file: string, size: string, most: string) =>
    `${file} has ${size}; this page opens files of up to ${most}.`,
  fileProblem: (path: string, expected: string, found: string) =>
    `This conversation file cannot be read: at ${path || 'its top'}, expected ${expected}, found ${found}.`,
  cancelled: 'Cancelled: nothing was opened.',
  broken: 'The XML cannot be encoded yet. Mend or undo it first: going to another branch would lose it.',
  notPlayed: 'The run could not be played.',
};
