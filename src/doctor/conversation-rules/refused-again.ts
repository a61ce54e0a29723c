import {
  AT_START,
  at,
  commandOf,
  isHttpOk,
  type ConversationRule,
  type Lane,
  type Pair,
  type WideJudgement,
} from '../digest/index.ts';
import { post, reply, SYNC_KEY_0, SYNC_KEY_1 } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';

/** Once or twice is how a password is asked for; the third time nothing has come of it. */
const ENOUGH = 3;

/** HTTP statuses with which a server turns a phone away, and what would have to change. */
const REFUSALS: Readonly<Record<number, string>> = {
  401: 'It asks for a name and password each time, and the phone has no other: see what the server checks them against.',
  403: 'The server knows the phone and will not let it in: see whether ActiveSync is allowed for this person and device.',
  451: 'It sends the phone to another address each time, and the phone comes back: see where X-MS-Location leads.',
};

export const refusedAgain: ConversationRule = {
  id: 'refused-again',
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
  basis: 'inferred',
  source: 'MS-ASHTTP R178, R183',
  ground: 'refused-by-http',
  judge: (talk) =>
    talk.lanes.flatMap((lane) =>
      runsOf(lane)
        .filter((run) => !isTold(run, lane))
        .map(say),
    ),
};

/** True where the reply turns the phone away for what HTTP says of it alone. */
export const isRefusal = ({ response }: Pair): boolean => (response?.http.status ?? 0) in REFUSALS;

/** Runs of the same request, each answered with the same refusal, long enough to be a loop. */
function runsOf({ pairs }: Lane): Pair[][] {
  const open = new Map<string, Pair[]>();
  const found: Pair[][] = [];
  const close = (run: Pair[] = []): void => {
    if (run.length >= ENOUGH) found.push(run);
  };
  for (const pair of pairs) {
    if (!pair.request || !pair.response) continue;
    const asked = `${pair.request.http.method ?? ''} ${commandOf(pair) ?? ''} ${pair.request.same}`;
    const run = open.get(asked);
    if (run?.[0]?.response?.http.status === pair.response.http.status) {
      run?.push(pair);
      continue;
    }
    close(run);
    if (isRefusal(pair)) open.set(asked, [pair]);
    else open.delete(asked);
  }
  for (const run of open.values()) close(run);
  return found;
}

/** A 401 to a phone that was let in before is told of already. */
const isTold = ([first]: readonly Pair[], { pairs }: Lane): boolean =>
  first?.response?.http.status === 401 &&
  pairs.some(
    ({ exchange, request, response }) =>
      exchange < first.exchange && request?.http.method !== 'OPTIONS' && response && isHttpOk(response),
  );

function say(run: readonly Pair[]): WideJudgement {
  const last = run.at(-1) as Pair;
  const status = last.response?.http.status ?? 0;
  const asked = last.request?.http.method === 'OPTIONS' ? 'OPTIONS' : (commandOf(last) ?? 'request');
  return {
    ...at(last, 'response', AT_START),
    text: `The same ${asked} is refused again and again with the HTTP status ${status}: ${run.length} times. ${REFUSALS[status] ?? ''}`,
    times: run.length,
    related: run
      .slice(0, -1)
      .slice(0, 20)
      .map((pair) => ({ ...at(pair, 'response', AT_START), text: 'Refused before.' })),
  };
}

const refused = { request: post('Sync', SYNC_KEY_0), response: reply('', {}, 403) };
const taken = { request: post('Sync', SYNC_KEY_0), response: reply(SYNC_KEY_1) };

export const refusedAgainPage: RulePage = {
  title: 'Refused again and again',
  scope: 'conversation',
  side: 'response',
  why: 'A phone that is turned away asks again later, with the same bytes. Whatever is wrong is not in them: it is the password, the right to use ActiveSync, or an address that leads in a circle.',
  covers: ['HTTP-401-01'],
  bad: { exchanges: [refused, refused, refused] },
  good: { exchanges: [taken, taken] },
};
