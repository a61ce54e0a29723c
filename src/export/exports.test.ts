import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { messagesOf, type Conversation, type Message } from '../conversation/index.ts';
import { decode } from '../doctypes/index.ts';
import { readPaste } from '../intake/index.ts';
import { anyConversation } from '../testing/any-conversation.ts';
import { recordedTalks } from '../testing/recorded-talks.ts';
import { sampleConversations } from '../testing/sample-conversations.ts';
import { curlCommand, curlCommands } from './curl.ts';
import { fixtureJson } from './fixture.ts';
import { htmlReport } from './html-report.ts';

const PAGE = 'WBXML Playground';
const samples = sampleConversations();
const talks = recordedTalks();
const opened = (text: string | Uint8Array): Conversation | undefined => readPaste(text)[0]?.conversation;
const asFile = (text: string): Uint8Array => new TextEncoder().encode(text);

describe.each([...samples, ...talks])('$name', ({ conversation }) => {
  test('comes back from a fixture, pasted or dropped', () => {
    const fixture = fixtureJson(conversation, PAGE);
    expect(opened(fixture)).toEqual(conversation);
    expect(opened(asFile(fixture))).toEqual(conversation);
  });

  test('its requests come back from their curl commands', () => {
    const sent = conversation.exchanges.flatMap(({ request }) => (request ? [request] : []));
    const made = curlCommands(conversation);
    const read = made === '' ? [] : (opened(made)?.exchanges ?? []);
    expect(read.map(({ request }) => bytesOf(request))).toEqual(sent.map(bytesOf));
    expect(read.map(({ request }) => request?.http?.method)).toEqual(
      sent.map(({ http }) => http?.method ?? 'POST'),
    );
    for (const [i, { http }] of sent.entries()) {
      const again = read[i]?.request?.http;
      expect(again?.url?.endsWith(http?.url ?? '')).toBe(true);
      expect(again?.headers).toEqual(sentAgain(sent[i]));
    }
  });
});

/** Not captured and sent empty are the same command. */
const bytesOf = (message: Message | undefined): number[] => [...(message?.bytes ?? [])];

/** curl sets some itself where they would not fit; a type that nobody named is the one that servers want. */
function sentAgain(message: Message | undefined): Record<string, string> | undefined {
  const kept = Object.entries(message?.http?.headers ?? {}).filter(
    ([name]) => !/^(?:content-encoding|transfer-encoding)$/i.test(name),
  );
  const bytes = message?.bytes ?? new Uint8Array();
  const names = kept.some(([name]) => /^content-type$/i.test(name));
  if (!names && bytes.length > 0 && (bytes[0] as number) <= 3 && decode(bytes).doctype.id === 'activesync')
    kept.push(['Content-Type', 'application/vnd.ms-sync.wbxml']);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

describe.each(samples)('$name as an HTML report', ({ conversation }) => {
  const report = htmlReport(conversation, PAGE);

  test('comes back, pasted or dropped', () => {
    expect(opened(report)).toEqual(conversation);
    expect(opened(asFile(report))).toEqual(conversation);
  });

  test('holds no script, asks for nothing, and shows every message', () => {
    expect(report).not.toMatch(
      /<script|javascript:|\son\w+\s*=|<(?:img|link|iframe|object|embed)\b|@import|url\(/i,
    );
    expect(report.match(/<section/g)).toHaveLength(messagesOf(conversation).length);
  });
});

test('the recorded messages are there', () => {
  if (talks.length === 0) console.log('No ../shared/corpus here: only the samples are exported.');
  expect(samples.length).toBeGreaterThan(30);
});

test('any conversation comes back from a fixture and from a report', () => {
  fc.assert(
    fc.property(anyConversation, (conversation) => {
      expect(opened(fixtureJson(conversation, PAGE))).toEqual(conversation);
      expect(opened(htmlReport(conversation, PAGE))).toEqual(conversation);
    }),
    { numRuns: 60 },
  );
});

test('any bytes come back from a curl command', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 80 }),
    fc.uint8Array({ minLength: 513, maxLength: 700 }),
  );
  const url = fc.constantFrom(
    "https://a.example/x?User=o'brien&Cmd=Sync",
    '/Microsoft-Server-ActiveSync?Cmd=Ping',
  );
  fc.assert(
    fc.property(bytes, url, (body, address) => {
      const request = { bytes: body, http: { method: 'POST', url: address, headers: { 'X-A': "it's “x”" } } };
      const read = opened(curlCommand(request))?.exchanges[0]?.request;
      expect(read?.bytes).toEqual(body);
      expect(read?.http?.url?.endsWith(address)).toBe(true);
      expect(read?.http?.headers).toMatchObject(request.http.headers);
    }),
    { numRuns: 100 },
  );
});

test.each([{ length: 256 }, { length: 700 }])('a shell feeds curl the $length bytes', ({ length }) => {
  const bytes = Uint8Array.from({ length }, (_, i) => i % 256);
  const script = `curl() { cat; }\n${curlCommand({ bytes, http: { url: "/it's" } })}`;
  expect(new Uint8Array(execFileSync('sh', ['-c', script]))).toEqual(bytes);
});

test('what a message holds cannot break out of the report', () => {
  const title = '<script>alert(1)</script> "\' &amp;';
  const bytes = Uint8Array.from([
    3,
    1,
    0x6a,
    0,
    0x45,
    0x5c,
    0x4f,
    0x4b,
    3,
    ...asFile('</pre><img src=x>'),
    0,
    1,
    1,
    1,
    1,
  ]);
  const report = htmlReport(
    { format: 1, title, note: title, exchanges: [{ id: '1', note: title, response: { bytes } }] },
    title,
  );
  expect(report).not.toMatch(/<script|<img/);
  expect(report).toContain('<title>&lt;script&gt;alert(1)&lt;/script&gt; &quot;&#39; &amp;amp;</title>');
  expect(report).toContain('&lt;/pre&gt;');
});

test.each([
  { text: '{"fixture": 2, "title": "", "exchanges": []}', says: /its format is 2, and this page knows 1/ },
  {
    text: '{"fixture": 1, "title": "", "exchanges": [{"id": "1", "request": {"bytes": "0"}}]}',
    says: /exchanges\[0\]\.request\.bytes hex digits/,
  },
  { text: '{"fixture": 1, "title": 5}', says: /In title a text is expected, not 5/ },
  { text: '{"fixture": 1', says: /it is no JSON/ },
])('a broken fixture says why: $text', ({ text, says }) => {
  const [candidate] = readPaste(text);
  expect(candidate?.why).toMatch(says);
  expect(candidate?.conversation.exchanges).toEqual([]);
});

test.each([
  {
    what: 'ActiveSync',
    hex: '03016a0005',
    http: {},
    type: "-H 'Content-Type: application/vnd.ms-sync.wbxml'",
  },
  { what: 'something else', hex: '3c613e', http: {}, type: "-H 'Content-Type:'" },
  {
    what: 'a type that is named',
    hex: '03016a0005',
    http: { headers: { 'content-type': 'a/b', 'X-Empty': '' } },
    type: "-H 'content-type: a/b' \\\n  -H 'X-Empty;'",
  },
])('$what is not sent as a form', ({ hex, http, type }) => {
  const bytes = fromHex(hex) ?? new Uint8Array();
  const command = curlCommand({ bytes, http });
  expect(command).toContain(type);
  expect(command.match(/content-type/gi)).toHaveLength(1);
  const headers = opened(command)?.exchanges[0]?.request?.http?.headers ?? {};
  expect(headers).toEqual(
    http.headers ?? (type.includes('wbxml') ? { 'Content-Type': 'application/vnd.ms-sync.wbxml' } : {}),
  );
});
