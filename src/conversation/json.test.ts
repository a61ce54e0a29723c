import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { anyConversation } from '../testing/any-conversation.ts';
import { conversationFromJson, conversationToJson, isConversationText } from './json.ts';
import { LIMITS } from './limits.ts';
import type { Conversation } from './types.ts';

const small: Conversation = {
  format: 1,
  title: 'One reply',
  exchanges: [
    { id: 'a', response: { bytes: fromHex('03016a0005') as Uint8Array, http: { status: 200 } } },
    { id: 'b', request: { bytes: new Uint8Array(0) }, response: {} },
  ],
};

/** The fault a text is refused for. */
function problemOf(text: string) {
  const read = conversationFromJson(text);
  return read.ok ? undefined : read.problem;
}

describe('the JSON form', () => {
  test('is the conversation with base64 for bytes', () => {
    expect(JSON.parse(conversationToJson(small))).toEqual({
      format: 1,
      title: 'One reply',
      exchanges: [
        { id: 'a', response: { http: { status: 200 }, bytes: 'AwFqAAU=' } },
        { id: 'b', request: { bytes: '' }, response: {} },
      ],
    });
  });

  test('keeps apart what was sent empty and what was not captured', () => {
    const read = conversationFromJson(conversationToJson(small));
    expect(read).toEqual({ ok: true, value: small });
  });

  test('reads back whatever was written', () => {
    fc.assert(
      fc.property(anyConversation, (conversation) => {
        const text = conversationToJson(conversation);
        expect(conversationFromJson(text)).toEqual({ ok: true, value: conversation });
      }),
    );
  });

  test('keeps fields it does not know, on every level, and writes them again', () => {
    const text = `{"format":1,"title":"","setup":{"faults":[]},"exchanges":[{"id":"1","at":5,
      "request":{"bytes":"AA==","seen":true,"http":{"reason":"OK"},"readAs":{"server":"x"}}}]}`;
    const read = conversationFromJson(text);
    if (!read.ok) throw new Error(read.problem.text);
    expect(JSON.parse(conversationToJson(read.value))).toEqual(JSON.parse(text));
  });

  test('keeps a header that is called like something of JavaScript’s own', () => {
    const headers = { constructor: 'a', prototype: 'b', toString: 'c' };
    const conversation: Conversation = {
      format: 1,
      title: '',
      exchanges: [{ id: '1', request: { http: { headers } } }],
    };
    expect(conversationFromJson(conversationToJson(conversation))).toEqual({ ok: true, value: conversation });
  });

  test('passes over a byte order mark', () => {
    expect(conversationFromJson(`\ufeff${conversationToJson(small)}`).ok).toBe(true);
  });
});

const whole = (exchange: string): string => `{"format":1,"title":"t","exchanges":[{"id":"0"},${exchange}]}`;
const request = (message: string): string => whole(`{"id":"1","request":${message}}`);
const nested = (depth: number): string => `${'{"x":'.repeat(depth)}1${'}'.repeat(depth)}`;

test.each([
  { text: '', code: 'not-json', path: '' },
  { text: '{"format":1', code: 'not-json', path: '' },
  { text: '[]', code: 'wrong-type', path: '' },
  { text: 'null', code: 'wrong-type', path: '' },
  { text: '{}', code: 'missing', path: 'format' },
  { text: '{"format":"1","title":"t","exchanges":[]}', code: 'wrong-type', path: 'format' },
  { text: '{"format":0,"title":"t","exchanges":[]}', code: 'wrong-value', path: 'format' },
  { text: '{"format":2,"anything":[]}', code: 'newer-format', path: 'format' },
  { text: '{"format":1,"exchanges":[]}', code: 'missing', path: 'title' },
  { text: '{"format":1,"title":"t"}', code: 'missing', path: 'exchanges' },
  { text: '{"format":1,"title":"t","exchanges":{}}', code: 'wrong-type', path: 'exchanges' },
  { text: whole('5'), code: 'wrong-type', path: 'exchanges[1]' },
  { text: whole('{}'), code: 'missing', path: 'exchanges[1].id' },
  { text: whole('{"id":"0"}'), code: 'repeated-id', path: 'exchanges[1].id' },
  { text: whole('{"id":"1","response":null}'), code: 'wrong-type', path: 'exchanges[1].response' },
  { text: request('{"bytes":[1,2]}'), code: 'wrong-type', path: 'exchanges[1].request.bytes' },
  { text: request('{"bytes":"AB"}'), code: 'bad-bytes', path: 'exchanges[1].request.bytes' },
  { text: request('{"bytes":"A*=="}'), code: 'bad-bytes', path: 'exchanges[1].request.bytes' },
  {
    text: request('{"http":{"status":"200"}}'),
    code: 'wrong-type',
    path: 'exchanges[1].request.http.status',
  },
  {
    text: request('{"http":{"status":1000}}'),
    code: 'wrong-value',
    path: 'exchanges[1].request.http.status',
  },
  {
    text: request('{"http":{"status":20.5}}'),
    code: 'wrong-value',
    path: 'exchanges[1].request.http.status',
  },
  {
    text: request('{"http":{"headers":{"A":1}}}'),
    code: 'wrong-type',
    path: 'exchanges[1].request.http.headers["A"]',
  },
  {
    text: request('{"readAs":{"side":"phone"}}'),
    code: 'wrong-value',
    path: 'exchanges[1].request.readAs.side',
  },
  {
    text: request('{"http":{"headers":{"__proto__":"x"}}}'),
    code: 'forbidden-key',
    path: 'exchanges[1].request.http.headers',
  },
  {
    text: request('{"extra":[{"__proto__":1}]}'),
    code: 'forbidden-key',
    path: 'exchanges[1].request.extra[0]',
  },
  { text: '{"format":1,"title":"t","exchanges":[],"__proto__":{}}', code: 'forbidden-key', path: '' },
])('$code at “$path”: $text', ({ text, code, path }) => {
  expect(problemOf(text)).toMatchObject({ code, path });
});

describe('caps: the last that fits, the first that does not', () => {
  const exchanges = (n: number): string =>
    `{"format":1,"title":"","exchanges":[${Array.from({ length: n }, (_, i) => `{"id":"${i}"}`).join()}]}`;
  const titled = (length: number): string => `{"format":1,"title":"${'x'.repeat(length)}","exchanges":[]}`;
  const headers = (n: number): string =>
    request(`{"http":{"headers":{${Array.from({ length: n }, (_, i) => `"h${i}":""`).join()}}}}`);
  const named = (length: number): string => request(`{"http":{"headers":{"${'h'.repeat(length)}":""}}}`);
  const extra = (depth: number): string => `{"format":1,"title":"","exchanges":[],"extra":${nested(depth)}}`;

  test.each([
    {
      cap: 'exchanges',
      fits: exchanges(LIMITS.exchanges),
      over: exchanges(LIMITS.exchanges + 1),
      code: 'too-large',
    },
    { cap: 'title', fits: titled(LIMITS.title), over: titled(LIMITS.title + 1), code: 'too-large' },
    { cap: 'headers', fits: headers(LIMITS.headers), over: headers(LIMITS.headers + 1), code: 'too-large' },
    {
      cap: 'headerName',
      fits: named(LIMITS.headerName),
      over: named(LIMITS.headerName + 1),
      code: 'too-large',
    },
    { cap: 'depth', fits: extra(LIMITS.depth - 1), over: extra(LIMITS.depth), code: 'too-deep' },
  ])('$cap', ({ fits, over, code }) => {
    expect(problemOf(fits)).toBeUndefined();
    expect(problemOf(over)).toMatchObject({ code });
  });

  test('a text nested a hundred thousand deep is a value, not a crash', () => {
    expect(problemOf(extra(100_000))?.code).toMatch(/too-deep|not-json/);
  });

  test('a text that is too long is not even parsed', () => {
    expect(problemOf(' '.repeat(LIMITS.text + 1))).toMatchObject({ code: 'too-large', path: '' });
  });
});

test('a number that cannot be written back as it came is refused', () => {
  const text = '{"format": 1, "title": "t", "exchanges": [], "later": [-1e999]}';
  expect(problemOf(text)).toMatchObject({
    code: 'wrong-value',
    found: 'a number beyond all limits, as in 1e999',
  });
});

test('any text is a value or a problem, never an exception', () => {
  const mutated = fc
    .tuple(anyConversation.map(conversationToJson), fc.nat(), fc.string({ maxLength: 4 }))
    .map(([text, at, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + 1));
  fc.assert(
    fc.property(fc.oneof(mutated, fc.string(), fc.json()), (text) => {
      const read = conversationFromJson(text);
      if (read.ok) expect(conversationFromJson(conversationToJson(read.value))).toEqual(read);
      else expect(read.problem.text).toMatch(/^[A-Z].*\.$/s);
    }),
    { numRuns: 2000 },
  );
});

test('a message as large as a file comes back', () => {
  const MB = 1024 * 1024;
  const bytes = new Uint8Array(50 * MB).fill(3);
  const read = conversationFromJson(
    conversationToJson({ format: 1, title: '', exchanges: [{ id: '1', response: { bytes } }] }),
  );
  expect(read.ok && read.value.exchanges[0]?.response?.bytes?.length).toBe(bytes.length);
  // and so does the largest file that is opened, with room for headers and addresses
  expect(LIMITS.messageBytes).toBe(128 * MB);
  expect(LIMITS.text).toBeGreaterThan((LIMITS.messageBytes / 3) * 4 + 16 * MB);
});

test.each([
  ['{"format": 1', true],
  ['\n {\n  "format": 1', true],
  ['{"format": "wbxml"', false],
  ['{"fixture": 1', false],
  ['', false],
])('%j may be a conversation: %s', (text, may) => {
  expect(isConversationText(text)).toBe(may);
  expect(isConversationText(new TextEncoder().encode(text))).toBe(may);
});
