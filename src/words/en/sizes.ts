import { grouped } from '../../bytes/index.ts';
import { counted } from '../counted.ts';

/** Words of src/ui/sizes. */
export const words = {
  bytes: (bytes: number) => counted(bytes, 'byte'),
  switches: (count: number) => `${grouped(count)} redundant SWITCH_PAGE`,
  free: ({ characters, texts }: { characters: number; texts: number }) =>
    `${counted(characters, 'character')} in ${counted(texts, 'text')}`,
  legal: 'legal',
  morePlaces: (places: number) => `and ${counted(places, 'more place')}`,
  kinds: { needed: 'needed', spare: 'legal, not needed', fault: 'a fault' },
  tooMany: 'There are more sets of elements than can be tried.',
  noWorker: 'The search could not be started: this page was replaced or is offline. Reload it.',
  takeSmallest: (bytes: number) => `Take the smallest, ${counted(bytes, 'byte')}`,
  onlyNumbers: 'Only numbers? Sizes from a log, without the bytes',
  command: 'Command',
  side: 'Side',
  request: 'request',
  reply: 'reply',
  sizesInBytes: 'Sizes in bytes',
  keyLengths: 'Characters of the SyncKey in each',
  idLength: 'Characters of an id',
  findTheElements: 'Find the elements',
  trying: 'Trying sets of elements…',
  cancel: 'Cancel',
  possibleElements: 'Possible elements',
  notAll: 'There are more; not all were tried.',
  owners: 'What each byte is for',
  notLegal: 'It would break a rule, too.',
  noBytes: 'There are no bytes to be counted.',
  explainTheSize: 'Explain the size',
  large: 'It is large: this takes a moment.',
};
