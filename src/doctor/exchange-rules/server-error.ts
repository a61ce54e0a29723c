import { commandNamed, reactionsTo } from '../../eas/index.ts';
import { AT_START, at, commandOf, isAt, type ExchangeRule, type Pair } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { post, reply, SYNC_KEY_0, SYNC_KEY_1 } from './example-bytes.ts';

/** What phones do about it is on record for some commands; of Provision another rule speaks. */
const MORE: Readonly<Record<string, string>> = {
  Sync: 'Several of them make an iPhone distrust what it has, and load the folder anew from key 0.',
  MeetingResponse: 'An iPhone was seen to repeat the command without limit; Status 2 in the Result ends it.',
};

const INSTEAD = 'Answer with a Status in a body instead, which says what is wrong.';

/**
 * HTTP statuses that say what is wrong: the command or its method is not known (501), a proxy had no answer (502,
 * 504), patience is asked for (503), the mailbox is full (507).
 * @see MS-ASHTTP 2.2.2
 */
const SAID = [501, 502, 503, 504, 507];

export const serverError: ExchangeRule = {
  id: 'server-error',
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'Apple support 102023; MS-ASCMD 2.2.3.177.17',
  ground: 'refused-by-http',
  judge(pair) {
    const { request, response } = pair;
    const status = response?.http.status ?? 0;
    if (!response || status < 500 || SAID.includes(status)) return [];
    const command = commandOf(pair);
    if (command === 'Provision' || (request?.http.method ?? 'POST') !== 'POST') return [];
    const more = (command !== undefined && MORE[command]) || (hasStatus(pair, command) ? INSTEAD : '');
    return [
      {
        ...at(pair, 'response', AT_START),
        text: `${command ?? 'The request'} is answered with the HTTP status ${status}: the server failed over it. ${more}`.trim(),
        phone: command === 'Sync' ? reactionsTo('server-error') : [],
      },
    ];
  },
};

/** True where the reply to the command is WBXML, which has room for a Status: of a mail only from 14.0 on. */
function hasStatus(pair: Pair, command: string | undefined): boolean {
  const known = command === undefined ? undefined : commandNamed(command);
  return known?.response === 'wbxml' && (known.requestBefore14 !== 'mime' || isAt(pair, '14.0-16.1'));
}

export const serverErrorPage: RulePage = {
  title: 'An HTTP failure instead of a Status',
  scope: 'exchange',
  side: 'response',
  why: 'A phone cannot tell a bad item or a bad key from a broken server unless a Status says so.',
  covers: ['HTTP-500-01', 'MR-01'],
  bad: { exchanges: [{ request: post('Sync', SYNC_KEY_0), response: reply('', {}, 500) }] },
  good: { exchanges: [{ request: post('Sync', SYNC_KEY_0), response: reply(SYNC_KEY_1) }] },
};
