import { AT_START, at, wentWell, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { folder, folderList, folderSync } from './example-bytes.ts';

/** Drafts, Deleted Items, Sent Items, Outbox, and mail folders of the user's own. */
const MAIL: readonly string[] = ['3', '4', '5', '6', '12'];
/** More than the digest holds. */
const MOST = 5000;

/** A whole list with folders for mail, and none of type 2. An account without mail has none of either. */
export const noInbox: ExchangeRule = {
  id: 'no-inbox',
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4668',
  judge(pair) {
    const { request, response } = pair;
    if (request?.rootName !== 'FolderHierarchy:FolderSync' || request.hierarchy?.key?.text !== '0') return [];
    if (response?.rootName !== request.rootName || !response.whole || !wentWell(response)) return [];
    const added = (response.hierarchy?.folders ?? []).filter(({ kind }) => kind === 'Add');
    const types = new Set(added.map(({ type }) => type?.text ?? ''));
    const ofMail = added.find(({ type }) => MAIL.includes(type?.text ?? ''));
    // One without a type is told as such, and may be it.
    if (!ofMail || types.has('2') || types.has('') || added.length >= MOST) return [];
    return [
      {
        ...at(pair, 'response', response.hierarchy?.changes ?? AT_START),
        text: 'The list has folders for mail, and none of Type 2. A phone finds the Inbox by that type, whatever its name is.',
        related: [{ ...at(pair, 'response', ofMail), text: 'A folder for mail.' }],
      },
    ];
  },
};

const list = (type: string) => ({
  request: { hex: folderSync('0') },
  response: { hex: folderList('1', folder('1', 'Inbox', type), folder('2', 'Mail', '12')) },
});

export const noInboxPage: RulePage = {
  title: 'Mail folders without an Inbox',
  scope: 'exchange',
  commands: ['FolderSync'],
  side: 'response',
  why: 'New mail is looked for, and told of, in the folder of Type 2. Another folder is only shown when a person opens it.',
  covers: ['FS-07'],
  bad: { exchanges: [list('12')] },
  good: { exchanges: [list('2')] },
};
