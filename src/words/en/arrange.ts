import { grouped } from '../../bytes/index.ts';
import { LIMITS } from '../../conversation/index.ts';

/** Words of what a person does to the messages of a conversation; each title begins a sentence, and names a step. */
export const words = {
  broken: 'The XML cannot be encoded yet. Mend it or undo it first: this would lose it.',
  staged: 'This is a run of the simulation: its messages stand where it sent them. A copy can be arranged.',
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
  parted: 'Request and reply parted',
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
  readAsSaid: 'Read as said',
  readAsFound: 'Read as found',
  done: (title: string) => `${title}.`,
  doneWith: (title: string, message: string) => `${title}: ${message}.`,
};
