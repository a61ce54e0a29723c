import { at, commandOf, type ConversationRule } from '../digest/index.ts';
import { folder, folderList, folderSync, SYNC_KEY_0, SYNC_KEY_1 } from '../exchange-rules/example-bytes.ts';
import { offer, OPTIONS } from '../exchange-rules/options-example.ts';
import type { RulePage } from '../rule.ts';

/** Speaks only of a conversation that begins at the beginning: with OPTIONS. */
export const noFolderList: ConversationRule = {
  id: 'no-folder-list',
  breach: 'habit',
  consequence: { what: 'unknown', by: 'server', basis: 'inferred' },
  basis: 'inferred',
  source: 'MS-ASCMD 3.1.5',
  judge: (talk) =>
    talk.lanes.flatMap(({ pairs }) => {
      if (pairs[0]?.request?.http.method !== 'OPTIONS') return [];
      const at0 = pairs.findIndex(
        (pair) => commandOf(pair) === 'Sync' && (pair.request?.sync?.collections.length ?? 0) > 0,
      );
      const pair = pairs[at0];
      if (!pair || pairs.slice(0, at0).some((one) => commandOf(one) === 'FolderSync')) return [];
      const id = pair.request?.sync?.collections[0]?.id;
      if (!id) return [];
      const text =
        'The phone syncs a folder before any FolderSync. After OPTIONS the folders come first: their ids are what a Sync names.';
      return [{ ...at(pair, 'request', id), text }];
    }),
};

const exchange = { request: { hex: SYNC_KEY_0 }, response: { hex: SYNC_KEY_1 } };
const options = { request: OPTIONS, response: offer('14.1,16.0,16.1', ',Find') };

export const noFolderListPage: RulePage = {
  title: 'A Sync before the folders',
  scope: 'conversation',
  commands: ['Sync'],
  side: 'request',
  why: 'The usual order after an account is added: OPTIONS, Settings or FolderSync, Provision where it is asked for, FolderSync with key 0, Sync with key 0 for each folder, Sync with data, Ping.',
  covers: ['FLOW-01'],
  bad: { exchanges: [options, exchange] },
  good: {
    exchanges: [
      options,
      { request: { hex: folderSync('0') }, response: { hex: folderList('1', folder('2', 'Inbox', '2')) } },
      exchange,
    ],
  },
};
