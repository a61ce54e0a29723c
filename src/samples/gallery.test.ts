import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { conversationFromValue, messagesOf, type Conversation } from '../conversation/index.ts';
import sections from '../../samples/index.json?gallery';
import { decode } from '../doctypes/index.ts';
import { fromLink, isLinkProblem, readHash, toLink } from '../share/index.ts';
import { FIRST_SAMPLE, firstConversation } from './first.ts';
import { sampleById, sampleSections } from './gallery.ts';

const folder = new URL('../../samples/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const files = sections.flatMap(({ samples }) => samples);
const all = sampleSections.flatMap(({ samples }) => samples);
const shipped = read('ids.txt').trim().split('\n');

const hexOf = (conversation: Conversation): (string | undefined)[] =>
  messagesOf(conversation).map(({ message }) => message.bytes && toHex(message.bytes));

async function hexOfSample(id: string): Promise<string | undefined> {
  const sample = sampleById(id);
  return sample && hexOf(await sample.load()).at(-1);
}

describe('the gallery', () => {
  // ids.txt: ids stand in addresses, so one that was shipped stays; new ones go at its end.
  test('has every sample that was ever shipped, and none besides, once', () => {
    expect(all.map(({ id }) => id).sort()).toEqual([...shipped].sort());
    expect(new Set(shipped).size).toBe(shipped.length);
  });

  test('begins with the case: its story, and a row for each of its steps', () => {
    expect(sampleSections[0]?.samples).toHaveLength(20);
    expect(sampleSections[0]?.samples[0]?.id).toBe('synckey-0-loop');
  });

  test('opens on the 37 bytes without loading anything', async () => {
    expect(hexOf(firstConversation())).toEqual([
      '03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101',
    ]);
    expect(await sampleById(FIRST_SAMPLE)?.load()).toEqual(firstConversation());
  });

  test('knows no other ids', () => {
    expect(sampleById('constructor')).toBeUndefined();
  });
});

describe.each(all)('$id', (sample) => {
  test('says what it is in one sentence, and its id can stand in an address', () => {
    expect(sample.note).toMatch(/^[A-Z0-9][^]*[^.]\.$/);
    expect(sample.note.length).toBeLessThan(180);
    expect(sample.title.length).toBeLessThan(50);
    expect(readHash(`#s/${sample.id}`)).toEqual({ kind: 'sample', id: sample.id });
  });

  test('reads as any file of a conversation does', async () => {
    const file = files.find(({ id }) => id === sample.id);
    expect(conversationFromValue(await file?.load())).toEqual({ ok: true, value: await sample.load() });
  });

  test('loads, and comes back from a link', async () => {
    const conversation = await sample.load();
    expect(conversation).toMatchObject({ title: sample.title, note: sample.note });
    expect(messagesOf(conversation).length).toBeGreaterThan(0);
    const opened = await fromLink(await toLink(conversation));
    if (isLinkProblem(opened)) throw new Error(opened.text);
    expect(opened.conversation).toEqual(conversation);
  });
});

describe.each(['zpush-14-1', 'sogo-14-1'])('the recorded conversation %s', (id) => {
  test('goes from OPTIONS past Ping in 8 to 20 exchanges', async () => {
    const { exchanges } = (await sampleById(id)?.load()) as Conversation;
    expect(exchanges.length).toBeGreaterThanOrEqual(8);
    expect(exchanges.length).toBeLessThanOrEqual(20);
    expect(exchanges[0]?.request?.http?.method).toBe('OPTIONS');
    const urls = exchanges.map(({ request }) => request?.http?.url ?? '').join(' ');
    for (const command of ['Provision', 'FolderSync', 'Sync', 'GetItemEstimate', 'Ping', 'ItemOperations', 'SendMail']) {
      expect(urls).toContain(`Cmd=${command}&`);
    }
  });

  test('holds no credentials', async () => {
    const text = JSON.stringify(await sampleById(id)?.load());
    expect(text).not.toMatch(/authorization|cookie/i);
  });
});

describe('damaged inputs are what they say', () => {
  test.each([
    { id: 'damaged-cut-off', code: 'truncated' },
    { id: 'damaged-trailing', code: 'after-root' },
    { id: 'damaged-opaque-length', code: 'truncated' },
    { id: 'damaged-unknown', code: 'unknown-tag' },
  ])('$id: $code', async ({ id, code }) => {
    const bytes = messagesOf((await sampleById(id)?.load()) as Conversation)[0]?.message.bytes as Uint8Array;
    expect(decode(bytes).problems.map((problem) => problem.code)).toContain(code);
  });

  test('the packed one is gzip, the page is HTML', async () => {
    expect(await hexOfSample('damaged-gzip')).toMatch(/^1f8b08/);
    expect(await hexOfSample('damaged-html')).toMatch(/^3c21444f43545950452068746d6c3e/);
  });
});

test('the push is read as a Service Indication', async () => {
  const bytes = messagesOf((await sampleById('si-push')?.load()) as Conversation)[0]?.message.bytes as Uint8Array;
  const { doctype, problems } = decode(bytes);
  expect([doctype.id, problems]).toEqual(['si-1.0', []]);
});

test('the case is the one that was written down', async () => {
  const captures = join(import.meta.dirname, '../../../shared/case/captures.json');
  let items: { hex: string }[];
  try {
    items = JSON.parse(readFileSync(captures, 'utf8')) as { hex: string }[];
  } catch {
    console.log('../shared/case is not here: its bytes are not compared');
    return;
  }
  const numbers = [1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 14, 15, 16, 17, 21, 22, 23, 24, 25];
  const ids = sampleSections[0]?.samples.slice(1).map(({ id }) => id) ?? []; // without the story of them
  expect(await Promise.all(ids.map(hexOfSample))).toEqual(numbers.map((number) => items[number - 1]?.hex));
});
