import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { applyEdits, type Conversation, type Exchange, type Http } from '../conversation/index.ts';
import { Random } from '../testing/random.ts';
import { mutate } from '../testing/mutate.ts';
import { rules } from './all-rules.ts';
import { exampleConversation } from './example.ts';
import { examine } from './examine.ts';
import {
  answered,
  asked,
  deletes,
  folder,
  folderList,
  folderSync,
  holding,
  leaf,
  message,
  sync,
  SYNC_KEY_0,
  SYNC_KEY_1,
} from './exchange-rules/example-bytes.ts';
import type { Finding } from './types.ts';

type Turn = readonly [request: string | undefined, reply?: string, http?: Http];

const talk = (...turns: readonly Turn[]): Conversation => ({
  format: 1,
  title: '',
  exchanges: turns.map(([request, reply, http], i) => {
    const exchange: Exchange = { id: `${i}` };
    if (request !== undefined) exchange.request = { bytes: bytesOf(request), ...(http && { http }) };
    if (reply !== undefined) exchange.response = { bytes: bytesOf(reply) };
    return exchange;
  }),
});
/** The same request, each time answered with the next of these statuses and nothing else. */
const refusals = (method: string, hex: string, ...statuses: readonly number[]): Conversation => ({
  format: 1,
  title: '',
  exchanges: statuses.map((status, i) => ({
    id: `${i}`,
    request: { bytes: bytesOf(hex), http: { method, url: `/Microsoft-Server-ActiveSync?Cmd=Sync` } },
    response: { bytes: bytesOf(status === 200 ? SYNC_KEY_1 : ''), http: { status } },
  })),
});
const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
const of = (rule: string, conversation: Conversation): Finding[] =>
  examine(conversation).filter((finding) => finding.rule === rule);
const rulesOf = (conversation: Conversation): string[] => [
  ...new Set(examine(conversation).map(({ rule }) => rule)),
];

const BAD_KEY_0 = '03016a000000454e033100014b033100015c4f4b0331000152033200014e03310001010101';

describe('a request that is refused', () => {
  test.each([
    { what: '403 three times', statuses: [403, 403, 403], at: 2 },
    { what: '451 four times', statuses: [451, 451, 451, 451], at: 3 },
    { what: '401 three times', statuses: [401, 401, 401], at: 2 },
    { what: 'twice, then taken', statuses: [401, 401, 200], at: undefined },
    { what: 'taken in between', statuses: [403, 403, 200, 403], at: undefined },
    { what: 'each time otherwise', statuses: [401, 403, 401, 403], at: undefined },
    { what: 'with a failure of the server', statuses: [500, 500, 500], at: undefined },
  ])('$what', ({ statuses, at }) => {
    const found = of('refused-again', refusals('POST', SYNC_KEY_0, ...statuses));
    expect(found.map(({ exchange, side, severity }) => ({ exchange, side, severity }))).toEqual(
      at === undefined ? [] : [{ exchange: at, side: 'response', severity: 'warning' }],
    );
  });

  test('OPTIONS, which has no bytes, is one too', () => {
    expect(of('refused-again', refusals('OPTIONS', '', 401, 401, 401))[0]?.text).toBe(
      'The same OPTIONS is refused again and again with the HTTP status 401: 3 times. It asks for a name and password each time, and the phone has no other: see what the server checks them against.',
    );
  });

  test('is told once: not as a loop of its own, and a 401 after it was let in only as that', () => {
    expect(of('same-request-again', refusals('POST', SYNC_KEY_0, 403, 403, 403))).toEqual([]);
    const late = refusals('POST', SYNC_KEY_0, 200, 401, 401, 401);
    expect(of('late-401', late)).toHaveLength(3);
    expect(of('refused-again', late)).toEqual([]);
  });
});

describe('the loop of the case', () => {
  const round: Turn = [SYNC_KEY_0, BAD_KEY_0];

  test('two rounds are no loop yet', () => {
    expect(of('same-request-again', talk(round, round))).toEqual([]);
  });

  test('the third says what the last answer got wrong, and where', () => {
    const [finding] = of('same-request-again', talk(round, round, round));
    expect(finding).toMatchObject({ exchange: 2, side: 'request', severity: 'warning', times: 3 });
    expect(finding?.text).toContain(
      'Third time the same request: the phone did not take the answers. What is wrong with the last one: SyncKey stands directly under Sync.',
    );
    expect(finding?.text).toContain('the same bytes each time');
    expect(finding?.related?.[0]).toMatchObject({ exchange: 1, side: 'response', start: 12, end: 17 });
  });

  test('eleven rounds are one finding', () => {
    const found = of('same-request-again', talk(...Array.from({ length: 11 }, () => round)));
    expect(found).toHaveLength(1);
    expect(found[0]?.text).toMatch(/^11th time/);
  });

  test('asking for what is new, again and again, is none', () => {
    const poll: Turn = [sync(asked('1', '2')), sync(answered('1', '2'))];
    const empty: Turn = [sync(asked('1', '2')), ''];
    expect(rulesOf(talk(poll, poll, poll, poll))).toEqual([]);
    expect(of('same-request-again', talk(empty, empty, empty))).toEqual([]);
  });

  test('a folder between the rounds of another does not hide them', () => {
    const other: Turn = [sync(asked('1', '3')), sync(answered('1', '3'))];
    expect(of('same-request-again', talk(round, other, round, other, round))).toHaveLength(1);
  });

  test('two phones are not one', () => {
    const url = (device: string): Http => ({
      method: 'POST',
      url: `/Microsoft-Server-ActiveSync?User=u&DeviceId=${device}&DeviceType=iPhone&Cmd=Sync`,
    });
    const from = (device: string): Turn => [SYNC_KEY_0, BAD_KEY_0, url(device)];
    expect(of('same-request-again', talk(from('a'), from('b'), from('a'), from('b')))).toEqual([]);
    expect(of('same-request-again', talk(from('a'), from('b'), from('a'), from('a')))).toHaveLength(1);
  });
});

describe('the answer for another folder', () => {
  const conversation = talk([sync(asked('0', '4')), sync(answered('1', '1'))]);

  test('is told once, with both places', () => {
    expect(rulesOf(conversation)).toEqual(['other-collection']);
    const [finding] = examine(conversation);
    expect(finding).toMatchObject({ exchange: 0, side: 'response', start: 12, end: 17 });
    expect(finding?.related).toEqual([
      { exchange: 0, side: 'request', start: 12, end: 17, text: 'This is what was asked for.' },
    ]);
  });

  test('its fix writes the id of the request', () => {
    const [finding] = examine(conversation);
    expect(examine(applyEdits(conversation, finding?.fix?.edits ?? []))).toEqual([]);
  });

  test('with two folders each is matched by its id, in any order', () => {
    const request = sync(asked('0', '4'), asked('0', '5'));
    expect(rulesOf(talk([request, sync(answered('1', '5'), answered('1', '4'))]))).toEqual([]);
    expect(rulesOf(talk([request, sync(answered('1', '5'), answered('1', '9'))]))).toEqual([
      'other-collection',
    ]);
  });

  test('an empty or partial request asks for what the server remembers', () => {
    expect(of('other-collection', talk(['', sync(answered('1', '4'))]))).toEqual([]);
  });
});

describe('key histories', () => {
  test('Status 3 and key 0 in turn', () => {
    const refused = sync(holding('4f', leaf('4b', '1'), leaf('52', '2'), leaf('4e', '3')));
    const round: Turn[] = [
      [SYNC_KEY_0, SYNC_KEY_1],
      [sync(asked('1', '2')), refused],
    ];
    const found = of('key-refused-at-once', talk(...round, ...round));
    // once may be meant, twice is a round
    expect(found.map(({ exchange, severity }) => `${exchange} ${severity}`)).toEqual([
      '3 error',
      '1 warning',
    ]);
    expect(found[0]?.text).toMatch(/^Second time: the server refuses key “1”/);
  });

  test('a resend that moves on twice is told twice', () => {
    const request = sync(asked('1', '2'));
    const reply = (key: string): Turn => [request, sync(answered(key, '2', deletes('2:1')))];
    expect(of('resend-moved-on', talk(reply('2'), reply('3'), reply('4')))).toHaveLength(2);
    expect(of('resend-moved-on', talk(reply('2'), reply('2'), reply('2')))).toEqual([]);
  });

  test('a new family of keys after key 0 is no fault', () => {
    expect(
      rulesOf(
        talk(
          [SYNC_KEY_0, sync(answered('11', '2'))],
          [SYNC_KEY_0, sync(answered('21', '2'))],
          [sync(asked('21', '2')), sync(answered('22', '2', deletes('2:1')))],
        ),
      ),
    ).toEqual([]);
  });

  test('each folder counts for itself', () => {
    const turn = (id: string, key: string, next: string): Turn => [
      sync(asked(key, id)),
      sync(answered(next, id)),
    ];
    const own = talk(turn('2', '0', '1'), turn('3', '0', '1'), turn('2', '1', '2'), turn('3', '1', '2'));
    expect(of('shared-key', own)).toEqual([]);
    const late = talk(turn('2', '4', '5'), turn('3', '5', '6'), turn('2', '5', '6'), turn('3', '6', '7'));
    expect(of('shared-key', late)).toEqual([]);
  });
});

describe('folders', () => {
  const list: Turn = [folderSync('0'), folderList('1', folder('2', 'Inbox', '2'), folder('3', 'Sent', '5'))];

  test('known ones, and those that came later, are no fault', () => {
    const created: Turn = [
      message('0007', holding('53', leaf('52', '1'), leaf('49', '0'), leaf('47', 'New'), leaf('4a', '12'))),
      message('0007', holding('53', leaf('4c', '1'), leaf('52', '2'), leaf('48', '9'))),
    ];
    const use = (id: string): Turn => [sync(asked('0', id)), sync(answered('1', id))];
    expect(rulesOf(talk(list, created, use('2'), use('9')))).toEqual([]);
    expect(rulesOf(talk(list, use('9'), use('9')))).toEqual(['unknown-folder']);
    expect(of('unknown-folder', talk(list, use('9'), use('9')))[0]?.times).toBe(2);
  });

  test('without a whole list nothing is said', () => {
    const some: Turn = [folderSync('1'), folderList('2', folder('7', 'New', '12'))];
    expect(rulesOf(talk(some, [SYNC_KEY_0, SYNC_KEY_1]))).toEqual([]);
  });
});

test('one fault, one finding: the more specific rule speaks for the note on an empty body', () => {
  expect(rulesOf(talk([SYNC_KEY_0, '']))).toEqual(['empty-reply-to-key-0']);
  expect(rulesOf(talk([sync(asked('1', '2')), '']))).toEqual(['no-body']);
});

test('findings of every scope stand in one list, worst first', () => {
  const found = examine(talk([SYNC_KEY_0, BAD_KEY_0], [SYNC_KEY_0, BAD_KEY_0], [SYNC_KEY_0, BAD_KEY_0]));
  const order = found.map(({ severity }) => ['error', 'warning', 'note'].indexOf(severity));
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test('any changed conversation: findings or none, in their messages, never an exception', () => {
  const random = new Random(11);
  const examples = rules().flatMap(({ scope, bad, good }) =>
    scope === 'message' ? [] : [exampleConversation(bad), exampleConversation(good)],
  );
  for (let round = 0; round < 300; round++) {
    const picked = [random.pick(examples), random.pick(examples)];
    const exchanges = picked.flatMap((one, p) =>
      one.exchanges.map((exchange, i): Exchange => {
        const changed: Exchange = { ...exchange, id: `${p} ${i}` };
        for (const side of ['request', 'response'] as const) {
          const bytes = changed[side]?.bytes;
          if (bytes && bytes.length > 0 && random.below(3) === 0) {
            changed[side] = { ...changed[side], bytes: mutate(bytes, random) };
          }
        }
        return changed;
      }),
    );
    const conversation: Conversation = { format: 1, title: '', exchanges };
    for (const { text, related = [], fix, ...finding } of examine(conversation)) {
      expect(text).toMatch(/\.$/);
      for (const place of [finding, ...related, ...(fix?.edits.map((edit) => edit.place) ?? [])]) {
        const length = exchanges[place.exchange]?.[place.side]?.bytes?.length ?? 0;
        expect(place.start).toBeLessThanOrEqual(place.end);
        expect(place.end).toBeLessThanOrEqual(length);
      }
    }
  }
});
