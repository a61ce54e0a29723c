import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { sampleMessages } from '../testing/corpus.ts';
import { bytesToXml } from '../xml/index.ts';
import { askServer } from './ask-server.ts';
import { simulate } from './run.ts';

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);
const FOLDER_SYNC_0 = '03016a00000756520330000101';
const SYNC_0 = '03016a00455c4f4b033000015203310001010101';
const open = { server: 'sogo' };

test('a request without a policy is refused', () => {
  const { reply, taken } = askServer({ request: bytes(FOLDER_SYNC_0), setup: { version: '14.1' } });
  expect(toHex(reply?.bytes ?? new Uint8Array(0))).toBe(
    '03016a0000075 64c0331343200 0101'.replaceAll(' ', ''),
  );
  expect(taken.map(({ row }) => row)).toEqual(['S02']);
});

test('a server without a policy answers with its folders', () => {
  const { reply } = askServer({ request: bytes(FOLDER_SYNC_0), setup: open });
  expect(bytesToXml(reply?.bytes ?? new Uint8Array(0))).toContain('<DisplayName>Inbox</DisplayName>');
});

test('requests one after the other', () => {
  const first = askServer({ request: bytes(SYNC_0), setup: open });
  expect(first.taken.map(({ row }) => row)).toEqual(['S17']);
  const second = askServer({ request: bytes(SYNC_0), setup: open, state: first.state });
  expect(second.taken.map(({ row }) => row)).toEqual(['S19']);
  expect(second.reply?.bytes).toEqual(first.reply?.bytes);
});

test('a Ping is held', () => {
  const { conversation } = simulate({ version: '14.1', server: 'sogo' });
  const ping = conversation.exchanges.at(-1)?.request;
  const { reply, state } = askServer({ request: ping ?? {}, setup: open });
  expect(reply).toBeUndefined();
  expect(state.held?.command).toBe('Ping');
});

describe('any bytes are answered, or held', () => {
  const samples = sampleMessages().map(({ bytes: all }) => all.subarray(0, 200));
  test.each(samples.map((sample, i) => ({ i, sample })))('sample $i', ({ sample }) => {
    for (let end = 0; end <= sample.length; end += 9) {
      for (const setup of [{}, open]) {
        const answer = askServer({ request: sample.subarray(0, end), setup });
        expect(answer.reply ?? answer.state.held).toBeDefined();
      }
    }
  });
});
