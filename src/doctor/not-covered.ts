/** Why no rule can speak for a row of the fact table: nothing that is sent shows whether it was broken. */
export type Reason =
  'not on the wire' | 'needs elapsed time' | 'needs the inside of the server' | 'not WBXML';

export interface NotCovered {
  /** Row of the fact table. */
  id: string;
  reason: Reason;
  /** What would have to be seen. */
  why: string;
}

/** The rows of the fact table that no rule answers for. */
export const notCovered: readonly NotCovered[] = [
  {
    id: 'HTTP-URL-01',
    reason: 'needs the inside of the server',
    why: 'Any order of the parameters is right; whether a server reads each is seen in the server only.',
  },
  {
    id: 'SYNC-REQ-05',
    reason: 'needs the inside of the server',
    why: 'That changes were skipped is not to be told from there being none.',
  },
  {
    id: 'SYNC-RSP-17',
    reason: 'needs the inside of the server',
    why: 'Whether a collection has changed only the server knows; naming one that has not is harmless.',
  },
  {
    id: 'SYNC-RSP-21',
    reason: 'needs the inside of the server',
    why: 'Whether an item was deleted or only left the filter’s span of time is not in the message.',
  },
  {
    id: 'ITEM-04',
    reason: 'needs the inside of the server',
    why: 'It says what a phone asks for, which is never wrong; a server with a size of its own shows as a body that is too long.',
  },
  {
    id: 'ITEM-09',
    reason: 'needs the inside of the server',
    why: 'An empty Picture is right; that a server deletes the picture shows in its store.',
  },
  {
    id: 'PING-06',
    reason: 'needs the inside of the server',
    why: 'That the folders changed while a Ping waited only the server knows.',
  },
  {
    id: 'MR-02',
    reason: 'needs the inside of the server',
    why: 'Which folders a server looks in, and whether it sends the answer on, is not in its reply.',
  },
  { id: 'AUTOD-01', reason: 'not WBXML', why: 'Autodiscover is plain XML at an address of its own.' },
  { id: 'AUTOD-02', reason: 'not WBXML', why: 'Autodiscover is plain XML at an address of its own.' },
];
