import type { Halves } from './context.ts';
import { post, reply, SYNC_KEY_0, SYNC_KEY_1 } from './exchange-rules/example-bytes.ts';
import { makeFinding, type Spot } from './finding.ts';
import type { Judgement, RuleFacts, RulePage } from './rule.ts';
import type { Context, Finding } from './types.ts';

/** The lowest HTTP status that says that what was asked for was not done. */
export const FAILED = 400;

/**
 * An HTTP status that says that what was asked for was not done. It is said of every such message; where a rule knows
 * more of it, that one speaks for it.
 */
export const refusedByHttp: RuleFacts = {
  id: 'refused-by-http',
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASHTTP 2.2.2.1.1',
};

export const refusedByHttpPage: RulePage = {
  title: 'Refused with an HTTP status',
  scope: 'exchange',
  side: 'response',
  why: 'The command was not done, and the phone has to find out from three digits what to do about it.',
  covers: ['D22'],
  bad: { exchanges: [{ request: post('Sync', SYNC_KEY_0), response: reply('', {}, 403) }] },
  good: { exchanges: [{ request: post('Sync', SYNC_KEY_0), response: reply(SYNC_KEY_1) }] },
};

/** Statuses of ordinary life: each names what is to be done next, or whose turn it is. */
const ORDINARY: Readonly<Record<number, string>> = {
  401: 'the server asks for a name and password. That is how a request without them is answered.',
  429: 'the phone has asked too often, and is to wait.',
  449: 'the server wants Provision first. The phone does that, and repeats the command.',
  451: 'the mailbox is on another server. X-MS-Location says where.',
  456: 'the account is blocked.',
  457: 'the password has expired.',
  501: 'the server does not know the command, or the method.',
  503: 'the server is busy or shut for a while, and the phone is to wait.',
  507: 'the mailbox has no room left.',
};

const OTHERS: Readonly<Record<number, string>> = {
  400: 'the server does not understand the request. Sent again as it is, it is refused again.',
  403: 'the server does not let the phone in. See whether ActiveSync is allowed for this person and device.',
  404: 'there is nothing at this address, or no ActiveSync. See which path the phone was given.',
  405: 'the server does not take this method at this address.',
  411: 'the server wants a Content-Length.',
  413: 'the request is larger than the server takes.',
  502: 'a proxy has no answer from the server behind it.',
  504: 'a proxy has no answer from the server behind it, or not in time.',
};

/** What the HTTP status of a message says in one finding, where it is 400 or above; otherwise nothing. */
export function statusFindings(halves: Halves, spot: Spot, context: Context): Finding[] {
  const status = halves.message.http?.status ?? 0;
  if (status < FAILED) return [];
  const { message, partner } = halves;
  const method = (partner?.http?.method ?? message.http?.method)?.toUpperCase();
  const asked = method === 'OPTIONS' ? method : (context.command?.value ?? 'The request');
  const means =
    ORDINARY[status] ??
    OTHERS[status] ??
    (status < 500 ? 'the server refuses it.' : 'the server failed over it.');
  const judgement: Judgement = {
    text: `${asked} is answered with the HTTP status ${status}: ${means}`,
    start: 0,
    end: 0,
    ...(status in ORDINARY && { breach: 'habit', consequence: { what: 'unknown', basis: 'spec' } }),
  };
  return [makeFinding(refusedByHttp, judgement, spot, context)];
}
