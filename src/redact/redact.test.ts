import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import type { Conversation, Message } from '../conversation/index.ts';
import { bodyKind } from '../doctor/index.ts';
import { sampleMessages } from '../testing/corpus.ts';
import { mutate } from '../testing/mutate.ts';
import { Random } from '../testing/random.ts';
import { tokenTree } from '../testing/token-tree.ts';
import { redact } from './redact.ts';

const dump = (text: string): Uint8Array => new TextEncoder().encode(text);
const hexOf = (text: string): string => toHex(dump(text));
const of = (...messages: Message[]): Conversation => ({
  format: 1,
  title: '',
  exchanges: messages.map((request, i) => ({ id: String(i), request })),
});
const bytesOf = (hex: string): Uint8Array => fromHex(hex) as Uint8Array;

test('what words said of a message stays with it', () => {
  const conversation = of({
    bytes: bytesOf('03016a00 45 01'),
    sideTold: 'request',
    readAs: { version: '14.1' },
  });
  expect(redact(conversation).conversation).toEqual(conversation);
});

describe('within one conversation', () => {
  const from = (address: string): Message => ({
    bytes: bytesOf(`03016a00455c4f5647 5d 0002 58 03${hexOf(address)}00 01 0101 01010101`),
    http: { url: `/Microsoft-Server-ActiveSync?Cmd=Sync&User=${encodeURIComponent(address)}` },
  });
  const text = (message: Message | undefined): string => new TextDecoder().decode(message?.bytes);

  test('the same is the same everywhere, notes and titles too', () => {
    const conversation = {
      ...of(from('ann@example.test'), from('ANN@example.test')),
      title: 'Of ann@example.test',
    };
    const { conversation: made } = redact(conversation);
    const address = /\w+@\w+\.\w+/.exec(made.title)?.[0] ?? '';
    expect(address).toHaveLength('ann@example.test'.length);
    expect(address).not.toBe('ann@example.test');
    expect(text(made.exchanges[0]?.request)).toContain(address);
    expect(text(made.exchanges[1]?.request).toLowerCase()).toContain(address);
    expect(made.exchanges[0]?.request?.http?.url).toContain(encodeURIComponent(address));
  });

  test('what a person wrote stays, without the values', () => {
    const [exchange] = of(from('ann@example.test')).exchanges;
    const { conversation: made } = redact({
      format: 1,
      title: 'Of ann@example.test',
      note: 'Anything of ann@example.test',
      exchanges: [{ id: '1', ...exchange, name: 'First of ann@example.test', note: 'ann@example.test asks' }],
    });
    const [{ name, note } = {}] = made.exchanges;
    for (const text of [made.title, made.note, name, note]) {
      expect(text).toMatch(/\w+@\w+\.\w+/);
      expect(text).not.toContain('ann@');
    }
    expect(name).toContain('First of ');
  });

  test('twice gives the same', () => {
    const conversation = of(from('ann@example.test'), from('bob@example.test'));
    expect(redact(conversation)).toEqual(redact(conversation));
  });

  test('what replaces it depends on its shape and place, not on what it is', () => {
    expect(redact(of(from('ann@example.test'))).conversation).toEqual(
      redact(of(from('bob@another.test'))).conversation,
    );
  });

  test('a kind that is not chosen stays, and the conversation itself is never changed', () => {
    const conversation = of(from('ann@example.test'));
    const before = structuredClone(conversation);
    const { conversation: made } = redact(conversation, { kinds: new Set(['account']) });
    expect(conversation).toEqual(before);
    expect(text(made.exchanges[0]?.request)).toBe(text(conversation.exchanges[0]?.request));
    expect(made.exchanges[0]?.request?.http?.url).not.toContain('ann');
  });

  test('drafts, runs and whatever else this page does not know are left out', () => {
    const conversation = { ...of(from('ann@example.test')), simulation: { branches: ['ann@example.test'] } };
    expect(redact(conversation).conversation).not.toHaveProperty('simulation');
  });
});

test('policy keys are the same number in a header, a body and a packed query', () => {
  const key = 296_323_457;
  const packed = Buffer.from([
    141,
    9,
    9,
    4,
    1,
    0x41,
    4,
    ...new Uint8Array(Uint32Array.of(key).buffer),
    1,
    0x50,
  ]);
  const http = { url: `/x?${packed.toString('base64')}`, headers: { 'X-MS-PolicyKey': String(key) } };
  const bytes = bytesOf(`03016a00 000e 45 46 47 49 03${hexOf(String(key))}00 01 01 01 01`);
  const made = redact(of({ bytes, http })).conversation.exchanges[0]?.request;
  const other = made?.http?.headers?.['X-MS-PolicyKey'] ?? '';
  expect(other).toMatch(/^\d{9}$/);
  expect(other).not.toBe(String(key));
  expect(Buffer.from(made?.bytes ?? []).toString('latin1')).toContain(other);
  const query = Buffer.from((made?.http?.url ?? '').slice(3), 'base64');
  expect(query.readUInt32LE(7)).toBe(Number(other));
});

describe('what nobody can judge', () => {
  const unread: Message = { bytes: bytesOf(`03016a0005 07 ${hexOf('ann@example.test')}`) };
  const packed: Message = { bytes: bytesOf('1f8b0800000000000003') };

  test('is listed; what looks like text in it is replaced all the same', () => {
    const { conversation, unjudged } = redact(of(unread, packed));
    expect(unjudged).toEqual([
      { exchange: 0, side: 'request', start: 5, end: 22, what: 'unread' },
      { exchange: 1, side: 'request', start: 0, end: 10, what: 'body' },
    ]);
    expect(Buffer.from(conversation.exchanges[0]?.request?.bytes ?? []).toString('latin1')).not.toContain(
      'ann',
    );
    expect(conversation.exchanges[1]?.request).toEqual(packed);
  });

  test('can be left out', () => {
    const { conversation } = redact(of(unread, packed), { withoutUnread: true, withoutBodies: true });
    expect(conversation.exchanges[0]?.request?.bytes).toHaveLength(5);
    expect(conversation.exchanges[1]?.request).toEqual({});
  });
});

test.each([
  {
    name: 'a string of the table',
    hex: `03016a05 ${hexOf('Anna')}00 455c4f5647 5d 0001 5f 8300 01 0101 01010101`,
  },
  {
    name: 'a document in OPAQUE data',
    hex: `03016a00 0011 4b c3 10 03016a00 0001 5f 03${hexOf('Annabel')}00 01`,
  },
  { name: 'another charset', hex: `030103e800 455c4f`.replace('03e8', '0387f8') },
  { name: 'characters by number', hex: `03016a00 0001 5f 02 8120 02 41 01` },
])('$name keeps every token', ({ hex }) => {
  const before = of({ bytes: bytesOf(hex) });
  const after = redact(before).conversation;
  const [a, b] = [before, after].map((each) => each.exchanges[0]?.request ?? {});
  expect(tokenTree(b ?? {})).toBe(tokenTree(a ?? {}));
  expect(Buffer.from(b?.bytes ?? []).toString('latin1')).not.toContain('Anna');
});

test('any bytes keep their tokens, whatever is in them', () => {
  const messages = sampleMessages();
  const change = fc.record({ of: fc.nat(messages.length - 1), seed: fc.nat() });
  fc.assert(
    fc.property(change, ({ of: index, seed }) => {
      const bytes = mutate(messages[index]?.bytes ?? new Uint8Array(), new Random(seed));
      const after = redact(of({ bytes })).conversation.exchanges[0]?.request ?? {};
      expect(after.bytes?.length).toBe(bytes.length);
      if (bodyKind({ bytes }).kind === 'wbxml') expect(tokenTree(after)).toBe(tokenTree({ bytes }));
    }),
    { numRuns: 100 },
  );
});
