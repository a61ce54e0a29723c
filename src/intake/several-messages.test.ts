import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { LIMITS, type Message } from '../conversation/index.ts';
import { writers } from './fixtures/writers.ts';
import { readPaste } from './read-paste.ts';

const WRITERS = writers((bytes) => bytes);

const A = '03016a00455c4f4b033000015203310001010101';
const B = '03016a00455c4f4b033100015203310001010101';
const C = '03016a00455c4f4b033200015203310001010101';
/** Messages unlike one another. */
const numbered = (n: number): string =>
  `03016a00455c4f4b03${toHex(new TextEncoder().encode(String(1000 + n)))}0001010101`;

const hexOf = (message: Message | undefined): string => (message?.bytes ? toHex(message.bytes) : '');
const pairsOf = (text: string): string[][] =>
  (readPaste(text)[0]?.conversation.exchanges ?? []).map(({ request, response }) => [
    hexOf(request),
    hexOf(response),
  ]);
const write = (form: string, hex: string): string =>
  String(WRITERS[form]?.(fromHex(hex) ?? new Uint8Array(0)));

describe('a message that stands there again is a message again', () => {
  test.each([
    { said: 'request: A, response: B, request: A, response: C', asked: [A, A], answered: [B, C] },
    { said: 'request: A, response: B, request: A, response: B', asked: [A, A], answered: [B, B] },
    { said: 'request: A, response: B, request: C, response: B', asked: [A, C], answered: [B, B] },
  ])('$said, as hex', ({ asked, answered }) => {
    const text = asked.map((one, i) => `request: ${one}\nresponse: ${answered[i]}\n`).join('');
    expect(pairsOf(text)).toEqual(asked.map((one, i) => [one, answered[i]]));
  });

  test('as dumps', () => {
    const text = [A, B, A, C]
      .map((hex, i) => `${i % 2 ? 'Response' : 'Request'}:\n${write('xxd', hex)}`)
      .join('\n');
    expect(pairsOf(text)).toEqual([
      [A, B],
      [A, C],
    ]);
  });

  test('lines without a word', () => {
    expect(pairsOf(`${A}\n${B}\n${A}\n`)).toEqual([
      ['', A],
      ['', B],
      ['', A],
    ]);
  });

  test('in another form it is the same message', () => {
    expect(
      readPaste(`${write('hexdump -C', A)}\nbase64: ${write('base64', A)}\n`)[0]?.conversation.exchanges,
    ).toHaveLength(1);
  });
});

describe('as many messages as a paste has', () => {
  const FORMS: Record<string, (hex: string, i: number) => string> = {
    'hex lines': (hex) => hex,
    'labelled hex': (hex, i) => `${i % 2 ? 'response' : 'request'}: ${hex}`,
    'labelled base64': (hex, i) => `${i % 2 ? 'response' : 'request'}: ${write('base64', hex)}`,
    'labelled dumps': (hex, i) => `${i % 2 ? 'response' : 'request'}:\n${write('xxd', hex)}`,
    arrays: (hex, i) => `byte[] m${i} = {${[...(fromHex(hex) ?? [])].join(', ')}};`,
    strings: (hex, i) => `m${i} = "${hex.replace(/../g, '\\x$&')}"`,
  };
  test.each(Object.keys(FORMS).flatMap((form) => [9, 70, 700].map((n) => ({ form, n }))))(
    '$n of $form',
    ({ form, n }) => {
      const messages = Array.from({ length: n }, (_, i) => numbered(i));
      expect(
        pairsOf(messages.map((hex, i) => FORMS[form]?.(hex, i) ?? '').join('\n'))
          .flat()
          .filter((hex) => hex !== ''),
      ).toEqual(messages);
    },
  );

  test('more than a conversation holds: what is left out is said', () => {
    const [first] = readPaste(`${A}\n`.repeat(LIMITS.exchanges + 2));
    expect(first?.conversation.exchanges).toHaveLength(LIMITS.exchanges);
    expect(first?.why).toBe(
      '10,000 messages, each hex digits in lines; the text does not say whose they are; further messages left out.',
    );
  });

  test('faults of many are listed up to a number', () => {
    const lists = Array.from(
      { length: 60 },
      (_, i) =>
        `unsigned char m${i}[] = {${[...(fromHex(numbered(i)) ?? [])].join(', ')}};\nunsigned int m${i}_len = 99;`,
    );
    const [first] = readPaste(lists.join('\n'));
    expect(first?.conversation.exchanges).toHaveLength(60);
    expect(first?.problems).toHaveLength(40);
    expect(first?.why).toContain('; 20 further problems not listed.');
  });
});

const spaced = (hex: string): string => hex.replace(/../g, '$& ').trim();

test.each([
  ['letters for the client and the server', `C: ${spaced(A)}\nS: ${spaced(B)}\n`, [[A, B]]],
  ['arrows', `-> ${spaced(A)}\n<- ${spaced(B)}\n`, [[A, B]]],
  [
    'socat -x',
    `> 2031/05/06 10:11:12.345678  length=20 from=0 to=19\n ${spaced(A)}\n--\n` +
      `< 2031/05/06 10:11:12.545678  length=20 from=0 to=19\n ${spaced(B)}\n--\n`,
    [[A, B]],
  ],
  ['a table in CSV, with times of day', `time,dir,hex\n10:00,request,${A}\n10:01,response,${B}\n`, [[A, B]]],
])('no message is lost in %s', (_, text, pairs) => {
  expect(pairsOf(text)).toEqual(pairs);
});

test('a body beside an HTTP head alone is read', () => {
  const text =
    String.raw`--C--` + '\n' + String.raw`\x03\x01j\x00E\x5cO\x01\x01\x01` + '\n--F--\nHTTP/1.1 200 OK\n';
  expect(hexOf(readPaste(text)[0]?.conversation.exchanges[0]?.response)).toBe('03016a00455c4f010101');
});
