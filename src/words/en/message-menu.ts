import { grouped } from '../../bytes/index.ts';

/** Words of the menu of a message. */
export const words = {
  names: 'Names and notes…',
  http: 'HTTP facts…',
  readAs: 'Read as…',
  wholeBody: 'Read the whole body',
  firstPart: 'Read its WBXML part',
  openCopy: 'Open a copy to rearrange',
  runStays: 'the run stays one step back',
  addThe: (side: string) => `Add the ${side}…`,
  add: 'Add a message…',
  up: 'Move up',
  upKey: 'Alt ↑',
  down: 'Move down',
  downKey: 'Alt ↓',
  swap: 'Swap request and reply',
  makeIt: (side: string) => `Make it a ${side}`,
  part: 'Separate request and reply',
  duplicate: 'Duplicate the message',
  duplicateExchange: 'Duplicate the exchange',
  delete: 'Delete the message',
  deleteKey: 'Del',
  deleteExchange: 'Delete the exchange',
  pairBelow: (side: string) => `Pair with the ${side} below`,
  pairAbove: (side: string) => `Pair with the ${side} above`,
  step: (step: number, what: string) => `${grouped(step)}. ${what}`,
};
