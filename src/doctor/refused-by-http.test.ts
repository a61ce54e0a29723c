import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import type { Conversation, Message } from '../conversation/index.ts';
import { examineTalk } from './examine-talk.ts';
import { examineAll } from './examine.ts';
import { asked, holding, message, sync, SYNC_KEY_1 } from './exchange-rules/example-bytes.ts';
import { verdict } from './verdict.ts';
import { Whole } from './whole.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
const request = (command: string, hex: string, version = '14.1'): Message => ({
  bytes: bytesOf(hex),
  http: {
    method: command === 'OPTIONS' ? command : 'POST',
    url:
      command === 'OPTIONS' ? '/Microsoft-Server-ActiveSync' : `/Microsoft-Server-ActiveSync?Cmd=${command}`,
    headers: { 'MS-ASProtocolVersion': version },
  },
});
const reply = (status: number, hex = '', headers: Record<string, string> = {}): Message => ({
  bytes: bytesOf(hex),
  http: { status, ...(Object.keys(headers).length > 0 && { headers }) },
});

/** What is known of each reply of a conversation: its sentence, and what was found. */
function told(...exchanges: readonly { request: Message; response: Message }[]) {
  const conversation: Conversation = {
    format: 1,
    title: '',
    exchanges: exchanges.map((one, i) => ({ id: `${i}`, ...one })),
  };
  const alone = examineAll(conversation);
  const places = exchanges.flatMap((_, exchange) => [
    { exchange, side: 'request' as const },
    { exchange, side: 'response' as const },
  ]);
  const whole = new Whole(places, alone, examineTalk(conversation, alone));
  return exchanges.map((_, exchange) => {
    const { findings = [], checks = [] } = whole.of({ exchange, side: 'response' }) ?? {};
    return {
      says: verdict(findings, checks),
      found: findings.map(({ severity, rule }) => `${severity} ${rule}`),
      phone: findings.flatMap(({ phone = [] }) => phone),
    };
  });
}

const SYNC = sync(asked('1', '2'));

describe('the verdict says what the HTTP status says, and never that nothing is wrong', () => {
  const STATUSES = Array.from({ length: 200 }, (_, i) => 400 + i);
  test.each([
    ['Sync, empty', 'Sync', SYNC, ''],
    ['Sync, with a body that has nothing wrong', 'Sync', SYNC, SYNC_KEY_1],
    ['Sync, with an error page', 'Sync', SYNC, '3c68746d6c3e3c2f68746d6c3e'],
    ['OPTIONS', 'OPTIONS', '', ''],
    ['Provision', 'Provision', message('000e', holding('45')), ''],
    ['a command that nobody knows', 'Bogus', '', ''],
  ])('%s', (_, command, asked, answer) => {
    for (const status of STATUSES) {
      const [one] = told({ request: request(command, asked), response: reply(status, answer) });
      expect(one?.says).toContain(`HTTP status ${status}`);
    }
  });

  test('also where a header is missing, which is only a note', () => {
    const of = (status: number) =>
      told({ request: request('Sync', SYNC), response: reply(status, '', { Server: 'x' }) })[0];
    expect(of(401)).toMatchObject({
      says: 'The HTTP status 401 asks for credentials, and no WWW-Authenticate says which.',
      found: ['note no-challenge'],
    });
    expect(of(503)).toMatchObject({
      says: 'The HTTP status 503 tells the phone to wait, and no Retry-After says how long.',
      found: ['note no-retry-after'],
    });
  });
});

test.each([
  [401, 'note', 'OPTIONS is answered with the HTTP status 401: the server asks for a name and password.'],
  [403, 'warning', 'OPTIONS is answered with the HTTP status 403: the server does not let the phone in.'],
  [
    404,
    'warning',
    'OPTIONS is answered with the HTTP status 404: there is nothing at this address, or no ActiveSync.',
  ],
  [418, 'warning', 'OPTIONS is answered with the HTTP status 418: the server refuses it.'],
])('a first OPTIONS that is answered with %i is worth a %s', (status, severity, says) => {
  const [one] = told({
    request: request('OPTIONS', ''),
    response: reply(status, '', { 'WWW-Authenticate': 'Basic realm="mail"' }),
  });
  expect(one).toEqual({ says, found: [`${severity} refused-by-http`], phone: [] });
});

test('an ordinary round of Provision begins with a note', () => {
  const [one] = told({ request: request('Sync', SYNC), response: reply(449) });
  expect(one?.found).toEqual(['note refused-by-http']);
  expect(one?.says).toBe('Sync is answered with the HTTP status 449: the server wants Provision first.');
});

test('each failure of a run is told at its own reply, and the run at the last', () => {
  const failed = { request: request('Sync', SYNC), response: reply(500) };
  expect(told(failed, failed, failed).map(({ found }) => found)).toEqual([
    ['warning server-error'],
    ['warning server-error'],
    ['error server-errors-in-a-row'],
  ]);
  const refused = { request: request('Sync', SYNC), response: reply(403) };
  expect(told(refused, refused, refused).map(({ found }) => found)).toEqual([
    ['warning refused-by-http'],
    ['warning refused-by-http'],
    ['warning refused-again'],
  ]);
});

describe('an HTTP failure', () => {
  const failed = (command: string, version?: string) =>
    told({ request: request(command, '', version), response: reply(500) })[0];
  const INSTEAD = 'Answer with a Status in a body instead, which says what is wrong.';

  test('what an iPhone does about a Sync is said of Sync alone', () => {
    expect(failed('Sync')?.says).toContain('an iPhone loads the whole folder anew after several');
    for (const command of ['SmartReply', 'ItemOperations', 'FolderSync', 'MeetingResponse', 'Bogus']) {
      expect(failed(command)?.says).toMatch(
        /is answered with the HTTP status 500: the server failed over it\.$/,
      );
      expect(failed(command)?.phone).toEqual([]);
    }
  });

  test.each([
    ['ItemOperations', '12.1', true],
    ['SmartReply', '14.1', true],
    ['SmartReply', '12.1', false],
    ['GetAttachment', '12.1', false],
    ['Bogus', '14.1', false],
  ])('of %s at %s: a Status is advised where there is one: %s', (command, version, isAdvised) => {
    const exchanges = [{ id: '1', request: request(command, '', version), response: reply(500) }];
    const conversation: Conversation = { format: 1, title: '', exchanges };
    const texts = examineTalk(conversation, examineAll(conversation)).map(({ text }) => text);
    expect(texts.some((text) => text.includes(INSTEAD))).toBe(isAdvised);
    expect(texts.join(' ')).not.toContain('says what was wrong');
  });
});
