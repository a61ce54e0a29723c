import { describe, expect, test, vi } from 'vitest';
import { conversationFromJson, conversationToJson, type Conversation } from '../conversation/index.ts';
import { Core } from '../worker/index.ts';
import { Notices } from './notices.svelte.ts';
import { Pastes } from './pastes.ts';
import type { Shown } from './shown.svelte.ts';
import type { Showing } from './source.ts';
import type { Stage } from './stage.svelte.ts';

const BYTES = Uint8Array.from([0x03, 0x01, 0x6a, 0x00, 0x05]);

/** A file as browsers give it for a folder, and for what was changed after it was chosen. */
function unreadable(name: string, size: number): File {
  const file = new File([new Uint8Array(size)], name);
  const fails = () =>
    Promise.reject(new DOMException('The requested file could not be read', 'NotReadableError'));
  return Object.assign(file, { arrayBuffer: fails, slice: () => ({ arrayBuffer: fails }) });
}

/** A worker whose every job fails, as where a rule throws. */
function failing(): Worker {
  let listener: (event: { data: unknown }) => void = () => undefined;
  return {
    addEventListener: (name: string, given: typeof listener) => {
      if (name === 'message') listener = given;
    },
    postMessage: ({ id, kind }: { id: number; kind?: string }) => {
      if (kind !== undefined) listener({ data: { id, fault: 'out of range' } });
    },
    terminate: () => undefined,
  } as unknown as Worker;
}

/** A worker that reads conversation files, and keeps account of what it was given. */
function reading(asked: unknown[]): Worker {
  let listener: (event: { data: unknown }) => void = () => undefined;
  return {
    addEventListener: (name: string, given: typeof listener) => {
      if (name === 'message') listener = given;
    },
    postMessage: async ({ id, job: { input } }: { id: number; job: { input: Blob } }) => {
      asked.push(input);
      const read = conversationFromJson(await input.text());
      const candidate = { kind: 'fixture', why: '', sideKnown: true, problems: [] };
      const result = read.ok
        ? { candidates: [{ ...candidate, conversation: read.value }], own: {} }
        : { candidates: [], own: { problem: read.problem } };
      listener({ data: { id, result } });
    },
    terminate: () => undefined,
  } as unknown as Worker;
}

function opened(worker = failing) {
  const notices = new Notices();
  const shown: Showing[] = [];
  const page = {
    ready: () => Promise.resolve(true),
    workspace: { isDecoded: () => undefined },
    showNew: (showing: Showing) => Promise.resolve(shown.push(showing) > 0),
  };
  const stage: Partial<Stage> = { taken: (conversation) => Promise.resolve({ conversation }) };
  const pastes = new Pastes(page as unknown as Shown, () => true, notices, stage as Stage, new Core(worker));
  return { notices, shown, pastes };
}

test.each([37, 400_000])('a file of %i bytes that the browser cannot read is told', async (size) => {
  const { notices, shown, pastes } = opened();
  await pastes.openFiles([unreadable('log.txt', size)]);
  expect(notices.banner?.text).toMatch(/^log\.txt could not be read/);
  expect(shown).toEqual([]);
});

test('of several files the one that cannot be read is left out, and named', async () => {
  const { notices, shown, pastes } = opened();
  await pastes.openFiles([new File([BYTES], 'reply.wbxml'), unreadable('folder', 64)]);
  expect(shown).toHaveLength(1);
  expect(notices.banner?.text).toContain('folder could not be read');
});

test('a paste at which the page itself fails is refused in words, and the next one is read', async () => {
  const { notices, shown, pastes } = opened();
  expect(await pastes.open('03 01 6a 00 05 '.repeat(2_000))).toBe(false);
  expect(notices.banner?.text).toContain('could not be read');
  await pastes.openFiles([new File([new Uint8Array(300_000)], 'large.bin'), new File([BYTES], 'small.bin')]);
  expect(notices.banner?.text).toContain('large.bin');
  expect(await pastes.open('03 01 6a 00 05')).toBe(true);
  expect(shown).toHaveLength(2);
});

test.each([
  {
    begins: '#Software: Microsoft Internet Information Services 10.0\n',
    ends: '- 200 0 0 15\n',
    isRead: false,
  },
  { begins: '# a report\n', ends: '[Open in WBXML Playground](https://a.test/#w1.AwFq_-)\n', isRead: true },
])('a large file that begins with $begins is read on the page: $isRead', async ({ begins, ends, isRead }) => {
  const { pastes } = opened();
  const file = new File([begins, 'x\n'.repeat(200_000), ends], 'file.txt');
  const read = vi.spyOn(file, 'arrayBuffer');
  await pastes.openFiles([file]);
  expect(read.mock.calls.length > 0).toBe(isRead);
});

test('JSON of others that names a format is read like any other text', async () => {
  const { notices, shown, pastes } = opened();
  expect(await pastes.open('{"format":"wbxml","data":"AwFqAABWUgMyAAEB"}')).toBe(true);
  expect(notices.banner).toBeUndefined();
  expect(shown[0]?.conversation.exchanges).toHaveLength(1);
});

describe('a conversation file', () => {
  const bytes = new Uint8Array(300_000).fill(0x61);
  const conversation: Conversation = {
    format: 1,
    title: 'Mine',
    exchanges: [{ id: '1', request: { bytes } }],
  };
  const json = conversationToJson(conversation);
  const large = (text: string): File => new File([text], 'mine.json');

  test('that is large is read beside the page', async () => {
    const asked: unknown[] = [];
    const { shown, pastes } = opened(() => reading(asked));
    const file = large(json);
    await pastes.openFiles([file]);
    expect(asked).toEqual([file]);
    expect(shown.map((each) => each.conversation)).toEqual([conversation]);
  });

  test('that is large and broken is told so, and read as nothing else', async () => {
    const { shown, notices, pastes } = opened(() => reading([]));
    await pastes.openFiles([large(json.replace('"Mine"', '5'))]);
    expect(notices.banner?.text).toContain('This conversation file cannot be read: at title');
    expect(shown).toEqual([]);
  });

  test('that is large may be one of several', async () => {
    const { shown, pastes } = opened(() => reading([]));
    await pastes.openFiles([large(json), new File([BYTES], 'reply.wbxml')]);
    expect(shown[0]?.conversation.exchanges).toHaveLength(2);
  });

  test('that is larger than any capture is opened, since its bytes are in base64; nothing else is', async () => {
    const asked: unknown[] = [];
    const { shown, notices, pastes } = opened(() => reading(asked));
    const sized = (file: File, size: number) => Object.defineProperty(file, 'size', { value: size });
    await pastes.openFiles([sized(large(json), 171 * 1024 * 1024)]);
    expect(shown).toHaveLength(1);
    await pastes.openFiles([sized(new File([BYTES], 'capture.pcap'), 171 * 1024 * 1024)]);
    expect(notices.banner?.text).toContain('capture.pcap has');
    await pastes.openFiles([sized(large(json), 193 * 1024 * 1024)]);
    expect(notices.banner?.text).toContain('mine.json has');
    expect(asked).toHaveLength(1);
  });
});
