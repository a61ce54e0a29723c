import type { TagPage } from '../types.ts';

/** Code page 5. Rows: code, name, type, first and last protocol version; `legacy` marks tags that MS-ASWBXML 22.2 does not list. */
export const move = {
  page: 5,
  name: 'Move',
  namespace: 'Move',
  prefix: 'move',
  roots: ['MoveItems'],
  source: 'MS-ASWBXML §2.1.2.1.6',
  tags: [
    [0x05, 'MoveItems', 'container', '2.5-16.1'],
    [0x06, 'Move', 'container', '2.5-16.1'],
    [0x07, 'SrcMsgId', 'string', '2.5-16.1'],
    [0x08, 'SrcFldId', 'string', '2.5-16.1'],
    [0x09, 'DstFldId', 'string', '2.5-16.1'],
    [0x0a, 'Response', 'container', '2.5-16.1'],
    [0x0b, 'Status', 'integer', '2.5-16.1'],
    [0x0c, 'DstMsgId', 'string', '2.5-16.1'],
  ],
  aliases: {
    MoveResponse: 'Response',
    MoveStatus: 'Status',
    Moves: 'MoveItems',
  },
} as const satisfies TagPage;
