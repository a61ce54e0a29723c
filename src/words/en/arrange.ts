import { grouped } from '../../bytes/index.ts';
import { LIMITS } from '../../conversation/index.ts';

/** Words of what a person does to the messages of a conversation; each title begins a sentence, and names a step. */
export const words = {
  broken: 'The XML has an error. Correct or undo it first: otherwise it would be lost.',
  staged: 'This is a simulated run: its messages stay where they were sent. A copy of it can be rearranged.',
  openCopy: 'Open a copy',
  full: `A conversation holds ${grouped(LIMITS.exchanges)} exchanges: there is no room for more.`,
  isFirst: 'It is the first already.',
  isLast: 'It is the last already.',
  isOnly: 'It is the only message. Paste another to begin anew.',
  movedUp: 'Exchange moved up',
  movedDown: 'Exchange moved down',
  deleted: 'Message deleted',
  exchangeDeleted: 'Exchange deleted',
  duplicated: 'Message duplicated',
  exchangeDuplicated: 'Exchange duplicated',
  swapped: 'Request and reply swapped',
  madeA: (side: string) => `Made a ${side}`,
  parted: 'Request and reply separated',
  paired: 'Request and reply paired',
  added: (exchanges: number) => (exchanges === 1 ? 'Message added' : `${grouped(exchanges)} exchanges added`),
  sideAdded: (side: string) => `The ${side} added`,
  inside: (document: string, bytes: string, message: number) =>
    `${document} from ${bytes} of message ${grouped(message)}.`,
  openedInside: (document: string) => `${document} opened as a message of its own`,
  wordsChanged: 'Names and notes changed',
  httpChanged: 'HTTP facts changed',
  wholeBody: 'The whole body read',
  firstPart: 'The WBXML part read',
  readAsSaid: 'Read as you chose',
  readAsFound: 'Read as found',
  done: (title: string) => `${title}.`,
  doneWith: (title: string, message: string) => `${title}: ${message}.`,
};
