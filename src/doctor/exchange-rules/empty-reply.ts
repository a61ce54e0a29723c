import { commandNamed } from '../../eas/index.ts';
import { AT_START, at, isEmptyReply, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { folder, folderList, folderSync, post, reply } from './example-bytes.ts';

export const emptyReply: ExchangeRule = {
  id: 'empty-reply',
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.1; MS-ASHTTP 2.2.2',
  ground: 'no-body',
  judge(pair) {
    const { request, response } = pair;
    if (!request || !isEmptyReply(response) || request.http.method === 'OPTIONS') return [];
    const command = request.command === undefined ? undefined : commandNamed(request.command);
    if (!command || command.response !== 'wbxml' || command.emptyResponse) return [];
    return [
      {
        ...at(pair, 'response', AT_START),
        text: `${command.name} is answered without a body. A phone learns nothing from that: this command has no empty reply.`,
      },
    ];
  },
};

export const emptyReplyPage: RulePage = {
  title: 'A reply without the body that is due',
  scope: 'exchange',
  side: 'response',
  why: 'Only Sync, and the commands that send a mail, may be answered without a body. Anything else then has no Status.',
  covers: ['D22'],
  bad: { exchanges: [{ request: post('FolderSync', folderSync('0')), response: reply('') }] },
  good: {
    exchanges: [
      {
        request: post('FolderSync', folderSync('0')),
        response: reply(folderList('1', folder('1', 'Inbox', '2'))),
      },
    ],
  },
};
