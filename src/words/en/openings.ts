import { grouped } from '../../bytes/index.ts';

/** Words about what is pasted, dropped or played. */
export const words = {
  nothingToRead: 'There was nothing in it to read.',
  notUnpacked: 'These bytes cannot be unpacked: they are damaged or cut off.',
  tooLarge: (file: string, size: string, most: string) =>
    `${file} has ${size}; this page opens files of up to ${most}.`,
  emptyFile: (file: string) => `${file} is empty: it has 0 bytes.`,
  fileNotRead: (file: string) =>
    `${file} could not be read: it is a folder, or was changed since it was chosen.`,
  notRead: 'It could not be read: this page failed at it, or the file was changed meanwhile.',
  ofFile: (file: string, why: string) => `${file}: ${why}`,
  noRoomFor: (file: string, most: number) =>
    `${file} is left out: a conversation holds ${grouped(most)} exchanges.`,
  filesTitle: (first: string, more: number) =>
    more === 0 ? first : `${first} and ${grouped(more)} more ${more === 1 ? 'file' : 'files'}`,
  filesOpened: (files: number, messages: number) =>
    `${grouped(files)} ${files === 1 ? 'file' : 'files'} opened as one conversation of ${grouped(messages)} ${messages === 1 ? 'message' : 'messages'}.`,
  fileProblem: (path: string, expected: string, found: string) =>
    `This conversation file cannot be read: at ${path || 'its top'}, expected ${expected}, found ${found}.`,
  cancelled: 'Cancelled: nothing was opened.',
  broken: 'The XML has an error. Correct or undo it first: otherwise going to another branch would lose it.',
  tooManyBranches: (most: number) =>
    `A run has ${grouped(most)} branches at most. Delete one that you do not need first.`,
  branchDeleted: (name: string) => `Branch “${name}” deleted.`,
  putBack: 'Put it back',
  notPlayed: 'The run could not be played.',
};
