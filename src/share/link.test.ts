import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase64, fromHex, mbUint32Width, toBase64Url, writeMbUint32 } from '../bytes/index.ts';
import type { Conversation } from '../conversation/index.ts';
import { anyConversation } from '../testing/any-conversation.ts';
import { checkValue } from './check-value.ts';
import { fromLink, toLink } from './link.ts';
import { isLinkProblem } from './link-problem.ts';
import { MAX_CONTAINER } from './payload.ts';
import type { View } from './view.ts';

const seed = fromHex(
  '03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101',
) as Uint8Array;
const one: Conversation = {
  format: 1,
  title: '37 bytes',
  exchanges: [{ id: '1', response: { bytes: seed } }],
};
const many: Conversation = {
  format: 1,
  title: 'The same reply ten times',
  exchanges: Array.from({ length: 10 }, (_, i) => ({ id: String(i), response: { bytes: seed } })),
};

/** A link with this in it, which `toLink` may never make. */
function linkOf(
  container: Uint8Array,
  { flag = 1, says = container.length, check = checkValue(container) } = {},
): string {
  const body = flag === 1 ? deflateRawSync(container) : container;
  const width = mbUint32Width(says);
  const payload = new Uint8Array(1 + width + 4 + body.length);
  payload[0] = flag;
  writeMbUint32(payload, 1, says);
  new DataView(payload.buffer).setUint32(1 + width, check);
  payload.set(body, 1 + width + 4);
  return `#w1.${toBase64Url(payload)}`;
}

/** A container with this head, `bodies` behind it. */
function containerOf(head: string, bodies = ''): Uint8Array {
  const [text, rest] = [new TextEncoder().encode(head), new TextEncoder().encode(bodies)];
  const width = mbUint32Width(text.length);
  const container = new Uint8Array(width + text.length + rest.length);
  writeMbUint32(container, 0, text.length);
  container.set(text, width);
  container.set(rest, width + text.length);
  return container;
}

async function problemOf(hash: string): Promise<{ code: string; text: string } | undefined> {
  const opened = await fromLink(hash);
  return isLinkProblem(opened) ? opened : undefined;
}

test('one that is too long is told in parted digits', async () => {
  const problem = await fromLink(`#w1.${'A'.repeat(5_000_000)}`);
  expect(problem).toMatchObject({
    text: 'The link has 5,000,000 characters; this page takes at most 4,194,304.',
  });
});

describe('a link', () => {
  test('carries the conversation and the view, in characters that pass everywhere', async () => {
    const view: View = {
      message: { exchange: 0, side: 'response' },
      selection: { start: 12, end: 17 },
    };
    const link = await toLink(one, view);
    expect(link).toMatch(/^#w1\.[A-Za-z0-9_-]+$/);
    expect(await fromLink(link)).toEqual({ conversation: one, view });
    expect(await fromLink(link.slice(1))).toEqual({ conversation: one, view });
  });

  test.each([
    {
      name: 'nothing in it, as it is',
      conversation: { format: 1, title: '', exchanges: [] },
      flag: 0,
      longest: 60,
    },
    { name: 'one small reply, packed', conversation: one, flag: 1, longest: 160 },
    { name: 'ten equal replies, packed', conversation: many, flag: 1, longest: 300 },
  ] satisfies { name: string; conversation: Conversation; flag: number; longest: number }[])(
    '$name',
    async ({ conversation, flag, longest }) => {
      const link = await toLink(conversation);
      expect(fromBase64(link.slice(4))?.[0]).toBe(flag);
      expect(link.length).toBeLessThan(longest);
      expect(await fromLink(link)).toEqual({ conversation, view: {} });
    },
  );

  test('brings back whatever was put in', async () => {
    // fields that older links have, and others that nobody has yet
    const view = fc.record(
      { step: fc.integer({ min: 1, max: 9 }), pane: fc.string({ maxLength: 9 }), newer: fc.boolean() },
      { requiredKeys: [], noNullPrototype: true },
    );
    await fc.assert(
      fc.asyncProperty(anyConversation, view, async (conversation, shown) => {
        const link = await toLink(conversation, shown as View);
        expect(await fromLink(link)).toEqual({ conversation, view: shown });
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    { view: { message: { exchange: 1, side: 'response' } }, kept: {} },
    { view: { message: { exchange: 0, side: 'request' }, selection: { start: 0, end: 1 } }, kept: {} },
    { view: { selection: { start: 0, end: 1 } }, kept: {} },
    {
      view: { message: { exchange: 0, side: 'response' }, selection: { start: 0, end: 38 } },
      kept: { message: { exchange: 0, side: 'response' } },
    },
    {
      view: { message: { exchange: 0, side: 'response' }, selection: { start: 9, end: 8 } },
      kept: { message: { exchange: 0, side: 'response' } },
    },
  ] as const)('what a view shows outside the conversation is left out: $view', async ({ view, kept }) => {
    expect(await fromLink(await toLink(one, view))).toEqual({ conversation: one, view: kept });
  });
});

describe('a link that does not open says why', () => {
  const container = containerOf('[{"title":"t","exchanges":[{"id":"1","request":{"bytes":3}}]}]', 'abc');
  const good = linkOf(container);
  const raw = linkOf(container, { flag: 0 });

  test.each([{ link: good }, { link: raw }])('unharmed it opens: $link', async ({ link }) => {
    const conversation = {
      format: 1,
      title: 't',
      exchanges: [{ id: '1', request: { bytes: Uint8Array.of(97, 98, 99) } }],
    };
    expect(await fromLink(link)).toEqual({ conversation, view: {} });
  });

  test.each([
    { name: 'nothing', link: '', code: 'foreign' },
    { name: 'another page’s', link: '#pako:eNpVkM1q', code: 'foreign' },
    { name: 'version 0', link: good.replace('w1', 'w0'), code: 'foreign' },
    { name: 'version 2', link: good.replace('w1', 'w2'), code: 'too-new' },
    { name: 'version 10', link: good.replace('w1', 'w10'), code: 'too-new' },
    { name: 'a later flag', link: linkOf(container, { flag: 2 }), code: 'too-new' },
    { name: 'nothing but the beginning', link: '#w1.', code: 'cut-off' },
    { name: 'packed, cut', link: good.slice(0, -6), code: 'cut-off' },
    { name: 'raw, cut', link: raw.slice(0, -4), code: 'cut-off' },
    { name: 'cut inside a byte', link: raw.slice(0, -1), code: 'cut-off' },
    { name: 'packed, padded', link: `${good}AAAA`, code: 'added-to' },
    { name: 'raw, padded', link: `${raw.slice(0, -1)}${raw.slice(-1)}AAAAAAAA`, code: 'added-to' },
    { name: 'base64 padding', link: `${good}=`, code: 'bad-character' },
    { name: 'a full stop behind it', link: `${good}.`, code: 'bad-character' },
    { name: 'escaped by a program', link: good.replace('.', '%2E'), code: 'foreign' },
    { name: 'broken over two lines', link: `${good.slice(0, 20)}\n${good.slice(20)}`, code: 'bad-character' },
    {
      name: 'one letter changed, raw',
      link: raw.slice(0, 60) + (raw[60] === 'a' ? 'b' : 'a') + raw.slice(61),
      code: 'altered',
    },
    { name: 'says less than it holds', link: linkOf(container, { says: 10 }), code: 'altered' },
    { name: 'says more than it holds', link: linkOf(container, { says: 1000 }), code: 'altered' },
    { name: 'says it is huge', link: linkOf(container, { says: MAX_CONTAINER + 1 }), code: 'too-large' },
    { name: 'a wrong check value', link: linkOf(container, { check: 0 }), code: 'altered' },
    { name: 'an empty container', link: linkOf(new Uint8Array(0)), code: 'bad-content' },
    { name: 'a head longer than all', link: linkOf(Uint8Array.of(9, 91, 93)), code: 'bad-content' },
    { name: 'no JSON', link: linkOf(containerOf('[')), code: 'bad-content' },
    { name: 'an empty list', link: linkOf(containerOf('[]')), code: 'bad-content' },
    { name: 'no conversation', link: linkOf(containerOf('[5]')), code: 'bad-content' },
    {
      name: 'too few bytes',
      link: linkOf(containerOf('[{"title":"","exchanges":[{"id":"1","request":{"bytes":4}}]}]', 'abc')),
      code: 'bad-content',
    },
    {
      name: 'too many bytes',
      link: linkOf(containerOf('[{"title":"","exchanges":[]}]', 'abc')),
      code: 'bad-content',
    },
    {
      name: 'bytes that are no count',
      link: linkOf(containerOf('[{"title":"","exchanges":[{"id":"1","request":{"bytes":-1}}]}]')),
      code: 'bad-content',
    },
    {
      name: 'a view that is none',
      link: linkOf(containerOf('[{"title":"","exchanges":[]},{"selection":"x"}]')),
      code: 'bad-content',
    },
    {
      name: 'a prototype',
      link: linkOf(containerOf('[{"title":"","exchanges":[],"__proto__":{}}]')),
      code: 'bad-content',
    },
  ])('$name: $code', async ({ link, code }) => {
    const problem = await problemOf(link);
    expect(problem?.code).toBe(code);
    expect(problem?.text).toMatch(/^(The link|This is no link|No page).*[.?]$/);
  });

  test('the place of a wrong character is told as it is counted in the address', async () => {
    expect((await problemOf(`#w1.AAAA*AAA`))?.text).toContain('character 9 is “*”');
    expect((await problemOf(`#w1.AAAAЖAAA`))?.text).toContain('character 9 is U+0416');
  });

  test.each(Array.from({ length: good.length - 4 }, (_, i) => ({ length: i + 4 })))(
    'cut to $length characters',
    async ({ length }) => {
      expect(await problemOf(good.slice(0, length))).toMatchObject({ code: 'cut-off' });
      expect((await problemOf(raw.slice(0, length)))?.code).toBe('cut-off');
    },
  );
});

describe('bombs', () => {
  const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024);

  test.each([
    { name: 'that says what it is', link: () => linkOf(zeros(64)), code: 'too-large' },
    { name: 'that says it is small', link: () => linkOf(zeros(64), { says: 100 }), code: 'altered' },
    { name: 'as large as may be', link: () => linkOf(zeros(16)), code: 'bad-content' },
    {
      name: 'a head nested half a million deep',
      link: () => linkOf(containerOf('['.repeat(500_000) + ']'.repeat(500_000))),
      code: 'bad-content',
    },
    { name: 'a head too long', link: () => linkOf(containerOf('['.repeat(2 ** 21))), code: 'too-large' },
  ])('a bomb $name ends as a value within a second of work', async ({ link, code }) => {
    const made = link();
    const before = process.cpuUsage(); // not the clock: others may be using the machine
    expect(await problemOf(made)).toMatchObject({ code });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});

test('a damaged link is a problem, never an exception and never other bytes', async () => {
  const links = await Promise.all([one, many].map((conversation) => toLink(conversation)));
  const damage = fc.record({
    link: fc.constantFrom(...links),
    at: fc.nat(),
    cut: fc.nat(3),
    put: fc.string({ maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ link, at, cut, put }) => {
      const place = at % link.length;
      const broken = link.slice(0, place) + put + link.slice(place + cut);
      const opened = await fromLink(broken);
      if (!isLinkProblem(opened)) expect(await toLink(opened.conversation)).toBe(link);
    }),
    { numRuns: 3000 },
  );
});

test('any text is a link or a problem', async () => {
  const near = fc.base64String({ maxLength: 60 }).map((text) => `#w1.${text.replace(/[+/=]/g, '_')}`);
  await fc.assert(
    fc.asyncProperty(fc.oneof(near, fc.string()), async (text) => {
      expect((await problemOf(text))?.text).toBeTruthy();
    }),
    { numRuns: 2000 },
  );
});
