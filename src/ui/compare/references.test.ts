import { expect, test } from 'vitest';
import { fromHex } from '../../bytes/index.ts';
import type { Conversation } from '../../conversation/index.ts';
import { loadGallery } from '../../samples/index.ts';
import { fits, nearest, REAL_SERVERS, referencesIn } from './references.ts';

const bytes = (hex: string) => fromHex(hex) ?? new Uint8Array();
const SYNC = '03016a00455c4f4b0331000152033100014e03310001010101';
const FOLDERS = '03016a00000756520330000101';
const conversation: Conversation = {
  format: 1,
  title: '',
  exchanges: [
    { id: '1', request: { bytes: bytes(FOLDERS) }, response: { http: { status: 200 } } },
    {
      id: '2',
      request: { bytes: bytes('03016a00455c4f4b033000015203310001010101') },
      response: { bytes: bytes(SYNC) },
    },
  ],
};

test('only messages with bytes are offered, with what they are', () => {
  expect(referencesIn(conversation).map(({ title }) => title)).toEqual([
    '1. FolderSync request · 13 bytes',
    '3. Sync request · 20 bytes',
    '4. Sync reply · 25 bytes',
  ]);
});

test.each([
  { command: 'Sync', side: 'response', found: 2 },
  { command: 'Sync', side: 'request', found: 1 },
  { command: 'FolderSync', side: 'response', found: 0 },
  { command: 'Ping', side: 'response', found: 2 },
] as const)('the nearest to a $command $side', ({ command, side, found }) => {
  expect(nearest(referencesIn(conversation), { command, side, size: 25 })).toBe(found);
});

test('nothing is near where nothing is', () => {
  expect(nearest([], { command: 'Sync', side: 'response', size: 1 })).toBe(-1);
});

test.each(REAL_SERVERS)('%s is a sample, with a message to be held against', async (id) => {
  const { sampleById } = await loadGallery();
  const sample = await sampleById(id)?.load();
  expect(sample && referencesIn(sample).length).toBeGreaterThan(0);
});

test('what fits is of the same command and goes the same way; nothing fits what is of no command', () => {
  const wanted = { command: 'Sync', side: 'response', size: 25 } as const;
  const references = referencesIn(conversation);
  expect(references.map((one) => fits(one, wanted))).toEqual([false, false, true]);
  const nameless = references.map((one) => ({ ...one, command: undefined }));
  expect(nameless.some((one) => fits(one, { ...wanted, command: undefined }))).toBe(false);
});
