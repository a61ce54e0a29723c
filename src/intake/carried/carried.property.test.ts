import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '../../bytes/index.ts';
import {
  aroundWords,
  conversationFromJson,
  conversationToJson,
  envelopesOf,
  messagesOf,
  type Message,
} from '../../conversation/index.ts';
import { bounded } from '../../testing/cpu.ts';
import { mutate } from '../../testing/mutate.ts';
import { Random } from '../../testing/random.ts';
import { asModemList, writeObex, writePush, writeShortMessages, wspText } from '../../testing/wap-writer.ts';
import '../../testing/seed.ts';
import { readPaste } from '../read-paste.ts';

/** A Service Indication with a text of any length; none of its bytes tells where a short message ends. */
const document = fc
  .tuple(fc.stringMatching(/^[a-z]{1,30}$/), fc.stringMatching(/^[ -~]{0,700}$/))
  .map(([host, text]) =>
    Uint8Array.from([2, 5, 0x6a, 0, 0x45, 0xc6, 0x0c, ...wspText(host), 1, 3, ...wspText(text), 1, 1]),
  );
const headers = fc.subarray([
  [0xaf, 0x82],
  [0xb4, 0x84],
  [0xb1, ...wspText('http://a.test/')],
  [...wspText('X-Own'), ...wspText('a b')],
]);
const push = fc
  .tuple(document, fc.nat(255), headers, fc.boolean())
  .map(([body, transaction, chosen, isText]) => ({
    body,
    push: writePush(
      { transaction, type: isText ? 'application/vnd.wap.sic' : 0x2e, headers: chosen.flat() },
      body,
    ),
  }));
const spec = fc.record({
  kind: fc.constantFrom('deliver' as const, 'submit' as const, 'user-data' as const),
  centre: fc.stringMatching(/^\d{0,14}$/),
  number: fc.stringMatching(/^\d{1,15}$/),
  wide: fc.boolean(),
  reference: fc.nat(0xffff),
  validity: fc.constantFrom(0 as const, 1 as const, 7 as const),
});

const messagesIn = (input: string | Uint8Array): Message[] =>
  messagesOf(readPaste(input)[0]?.conversation ?? { format: 1, title: '', exchanges: [] }).map(
    ({ message }) => message,
  );
const hexOf = (message: Message | undefined): string => toHex(message?.bytes ?? new Uint8Array());

describe('a document → what carries it → the document', () => {
  test('a push, in hex and as bytes', () => {
    fc.assert(
      fc.property(push, (one) => {
        for (const input of [toHex(one.push), one.push]) {
          expect(messagesIn(input).map(hexOf)).toEqual([toHex(one.body)]);
        }
      }),
      { numRuns: 60 },
    );
  });
  test('short messages in any order, which are made again', () => {
    fc.assert(
      fc.property(push, spec, fc.infiniteStream(fc.nat()), (one, how, order) => {
        const pdus = writeShortMessages(how, one.push);
        const shuffled = [...pdus].map((pdu) => ({ pdu, at: order.next().value as number }));
        shuffled.sort((a, b) => a.at - b.at);
        const text = asModemList(shuffled.map(({ pdu }) => pdu));
        const messages = messagesIn(text);
        expect(messages.map(hexOf)).toEqual([toHex(one.body)]);
        expect(envelopesOf(messages[0] ?? {})?.map((pdu) => toHex(pdu))).toEqual(
          pdus.map((pdu) => toHex(pdu)),
        );
      }),
      { numRuns: 60 },
    );
  });
  test('OBEX packets', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 1, max: 300 }), (body, size) => {
        expect(messagesIn(writeObex('application/vnd.wap.sic', 'n', body, size)).map(hexOf)).toEqual([
          toHex(body),
        ]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('damaged', () => {
  const body = Uint8Array.from([
    2,
    5,
    0x6a,
    0,
    0x45,
    0xc6,
    0x0c,
    ...wspText('a.test'),
    1,
    3,
    ...wspText('b'.repeat(300)),
    1,
    1,
  ]);
  const pushed = writePush(
    {
      type: 0x36,
      parameters: [
        [0x11, [0x81]],
        [0x12, wspText('AB'.repeat(20))],
      ],
      headers: [0xaf, 0x82],
    },
    body,
  );
  const pdus = writeShortMessages({ kind: 'deliver', centre: '4917' }, pushed);
  const calm = (input: string | Uint8Array): void => {
    for (const { conversation, why } of readPaste(input)) {
      expect(why).not.toBe('');
      for (const { message } of messagesOf(conversation)) {
        if (message.around)
          expect(aroundWords(message.around).every((line) => line.endsWith('.'))).toBe(true);
        envelopesOf(message);
      }
    }
  };
  test('changed at random, nothing throws', () => {
    const random = new Random(7);
    for (let i = 0; i < 150; i++) {
      calm(mutate(pushed, random));
      calm(asModemList(pdus.map((pdu) => (random.below(2) === 0 ? pdu : mutate(pdu, random)))));
      calm(mutate(writeObex('a/b', 'n', body, 50), random));
    }
  });
  test('cut at every byte, nothing throws', () => {
    const [first] = pdus as [Uint8Array];
    for (let end = 0; end < first.length; end++) {
      calm(toHex(first.subarray(0, end)));
      calm(pushed.subarray(0, end));
    }
  });
  test('without any one of its parts, none of them is invented', () => {
    for (let lost = 0; lost < pdus.length; lost++) {
      const [candidate] = readPaste(asModemList(pdus.filter((_, i) => i !== lost)));
      expect(candidate?.problems.map(({ code }) => code)).toEqual(['lost-segments']);
      const bytes = candidate?.conversation.exchanges[0]?.response?.bytes ?? new Uint8Array();
      if (lost > 0) expect(toHex(body).startsWith(toHex(bytes))).toBe(true);
    }
  });
});

describe('long', () => {
  const [pdu] = writeShortMessages(
    { kind: 'deliver' },
    writePush({ type: 0x2e }, Uint8Array.of(2, 5, 0x6a, 0, 5)),
  );
  const hex = toHex(pdu ?? new Uint8Array());
  test.each([
    ['a list of short messages', `${hex}\n`.repeat(20_000)],
    ['hex with blanks', `${'aa '.repeat(500_000)}Z`],
    ['commas', `${'aa,'.repeat(500_000)}Z`],
    ['names of fields', 'udh=text='.repeat(100_000)],
    ['fields', `&udh=%06%05%04%0b%84%23%f0&text=%25`.repeat(30_000)],
    ['a field', `udh=${'06'.repeat(500_000)}`],
    ['per cent', `udh=${'%'.repeat(500_000)}`],
    ['rows of a log', `x data: ${'06 '.repeat(16)}  ..\n`.repeat(20_000)],
    ['a row of a log', `data: ${'06 '.repeat(300_000)}`],
  ])('%s', (what, text) => {
    bounded(what, () => readPaste(text), 6);
  });
  test('a push of a million headers, and what is said of it', () => {
    const body = Uint8Array.of(2, 5, 0x6a, 0, 5);
    const pushes = [
      writePush({ type: 0x2e, headers: new Array<number>(2_000_000).fill(0x81) }, body),
      writePush(
        { type: 0x2e, headers: new Array<number[]>(300_000).fill([...wspText('a'), 0x81]).flat() },
        body,
      ),
      writePush(
        {
          type: 0x2e,
          headers: [
            ...wspText('__proto__'),
            ...wspText('x'),
            ...wspText('b'),
            ...wspText('c'.repeat(90_000)),
          ],
        },
        body,
      ),
    ];
    for (const one of pushes) {
      bounded('a push of many headers', () => {
        const [candidate] = readPaste(one);
        const conversation = candidate?.conversation ?? { format: 1 as const, title: '', exchanges: [] };
        const [{ message } = { message: {} as Message }] = messagesOf(conversation);
        expect(hexOf(message)).toBe(toHex(body));
        expect(aroundWords(message.around ?? { before: '', after: '' }).join('').length).toBeLessThan(10_000);
        expect(conversationFromJson(conversationToJson(conversation)).ok).toBe(true);
      });
    }
  });
});
