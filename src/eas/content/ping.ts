import type { CommandContent } from './types.ts';
import { TEXT } from './value-types.ts';

const request: CommandContent = {
  root: 'Ping:Ping',
  content: {
    source: 'MS-ASCMD, Ping',
    blank: ['HeartbeatInterval', 'Folders'],
    children: [
      ['HeartbeatInterval', '0-1'],
      [
        'Folders',
        '0-1',
        {
          content: {
            source: 'MS-ASCMD, Folders(Ping)',
            children: [
              [
                'Folder',
                '1-*',
                {
                  content: {
                    source: 'MS-ASCMD, Folder(Ping)',
                    children: [
                      ['Id', '1'],
                      ['Class', '1'],
                    ],
                  },
                },
              ],
            ],
          },
        },
      ],
    ],
  },
};

const response: CommandContent = {
  root: 'Ping:Ping',
  content: {
    source: 'MS-ASCMD, Ping',
    order: 'should',
    children: [
      ['Status', '1'],
      [
        'Folders',
        '0-1',
        // Here a Folder is just an id.
        { content: { source: 'MS-ASCMD, Folders(Ping)', children: [['Folder', '1-*', { value: TEXT }]] } },
      ],
      ['MaxFolders', '0-1'],
      ['HeartbeatInterval', '0-1'],
    ],
  },
};

/** Waits until something changes. */
export const ping = { request, response };
