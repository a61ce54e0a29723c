import { reactionsTo } from '../../eas/index.ts';
import { AT_START, at, wentWell, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { folder, folderList, folderSync } from './example-bytes.ts';

export const emptyFolderList: ExchangeRule = {
  id: 'empty-folder-list',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASCMD R5011',
  judge(pair) {
    const { request, response } = pair;
    if (request?.rootName !== 'FolderHierarchy:FolderSync' || request.hierarchy?.key?.text !== '0') return [];
    if (response?.rootName !== request.rootName || !response.hierarchy || !wentWell(response)) return [];
    const { folders, count, changes, key } = response.hierarchy;
    if (folders.some(({ kind }) => kind === 'Add')) return [];
    return [
      {
        ...at(pair, 'response', count ?? changes ?? key ?? AT_START),
        text: 'FolderSync with key 0 is answered without a folder. Key 0 asks for all of them, whatever the phone was told before.',
        related: [{ ...at(pair, 'request', request.hierarchy.key), text: 'The request has key 0.' }],
        phone: reactionsTo('empty-folder-list'),
      },
    ];
  },
};

export const emptyFolderListPage: RulePage = {
  title: 'Key 0 without a folder list',
  scope: 'exchange',
  commands: ['FolderSync'],
  side: 'response',
  why: 'A phone without folders can do nothing, so it asks again, with key 0.',
  covers: ['FS-02'],
  bad: { exchanges: [{ request: { hex: folderSync('0') }, response: { hex: folderList('1') } }] },
  good: {
    exchanges: [
      {
        request: { hex: folderSync('0') },
        response: { hex: folderList('1', folder('1', 'Inbox', '2')) },
      },
    ],
  },
};
