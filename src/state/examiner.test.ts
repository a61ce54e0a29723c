import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { replaceBytes, type Conversation } from '../conversation/index.ts';
import { Core } from '../worker/index.ts';
import { Examiner } from './examiner.svelte.ts';

const noWorker = (): Worker => {
  throw new Error('no worker here');
};
const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
const request = (id: string): string => `03016a00 45 5c4f 4b03300001 52033${id}0001 010101`;
const reply = (id: string): string => `03016a00 45 5c4f 4b03310001 52033${id}0001 4e03310001 010101`;
const talk = (...ids: readonly string[]): Conversation => ({
  format: 1,
  title: '',
  exchanges: ids.map((id, i) => ({
    id: `${i}`,
    request: { bytes: bytesOf(request('2')) },
    response: { bytes: bytesOf(reply(id)) },
  })),
});
const answer = { exchange: 0, side: 'response' as const };

async function examined(conversation: Conversation): Promise<Examiner> {
  const examiner = new Examiner(new Core(noWorker));
  await examiner.ready();
  examiner.examine(conversation);
  return examiner;
}

describe('findings of wider scope', () => {
  test('stand at the message they are about, and its verdict follows', async () => {
    const examiner = await examined(talk('1'));
    expect(examiner.of(answer)?.findings.map(({ rule }) => rule)).toEqual(['other-collection']);
    expect(examiner.verdictOf(answer)).toBe(
      'The reply answers for the collection “1”; the request asks for “2”.',
    );
  });

  test('go with the edit that mends them', async () => {
    const conversation = talk('1');
    const examiner = await examined(conversation);
    examiner.examine(replaceBytes(conversation, answer, bytesOf(reply('2'))));
    expect(examiner.of(answer)?.findings).toEqual([]);
    expect(examiner.verdictOf(answer)).toMatch(/^Nothing wrong found: 15 checks passed, 2 cannot be told/);
  });

  test('of a whole conversation stand at the message that shows them', async () => {
    const examiner = await examined(talk('2', '2', '2'));
    const third = examiner.of({ exchange: 2, side: 'request' });
    expect(third?.findings.map(({ rule }) => rule)).toEqual(['same-request-again']);
    expect(examiner.of({ exchange: 1, side: 'request' })?.findings).toEqual([]);
  });
});

test('a long conversation is judged beside the page; what is known of its messages is there at once', async () => {
  const examiner = await examined(talk(...Array.from({ length: 600 }, () => '1')));
  expect(examiner.of(answer)?.findings).toEqual([]);
  await expect
    .poll(() => examiner.of(answer)?.findings.map(({ rule }) => rule))
    .toEqual(['other-collection']);
});
