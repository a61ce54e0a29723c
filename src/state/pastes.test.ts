import { expect, test, vi } from 'vitest';
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

function opened() {
  const notices = new Notices();
  const shown: Showing[] = [];
  const page = {
    ready: () => Promise.resolve(true),
    workspace: { isDecoded: () => undefined },
    showNew: (showing: Showing) => Promise.resolve(shown.push(showing) > 0),
  };
  const pastes = new Pastes(page as unknown as Shown, () => true, notices, {} as Stage, new Core(failing));
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
