import type { CommandContent } from './types.ts';

const request: CommandContent = {
  root: 'Move:MoveItems',
  content: {
    source: 'MS-ASCMD, MoveItems',
    children: [
      [
        'Move',
        '1-*',
        {
          content: {
            source: 'MS-ASCMD, Move(MoveItems)',
            order: 'should',
            children: [
              ['SrcMsgId', '1'],
              ['SrcFldId', '1'],
              ['DstFldId', '1'],
            ],
          },
        },
      ],
    ],
  },
};

const response: CommandContent = {
  root: 'Move:MoveItems',
  content: {
    source: 'MS-ASCMD, MoveItems',
    order: 'should',
    blank: ['Response'],
    children: [
      ['Status', '0-1'],
      [
        'Response',
        '0-*',
        {
          content: {
            source: 'MS-ASCMD, Response(MoveItems), R2493',
            order: 'note',
            children: [
              ['SrcMsgId', '1'],
              ['Status', '1'],
              ['DstMsgId', '0-1'],
            ],
          },
        },
      ],
    ],
  },
};

/** Moves items to other folders. */
export const moveItems = { request, response };
