import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { messagesOf, type Conversation } from '../conversation/index.ts';
import { examineTalk } from './examine-talk.ts';
import { examineAll } from './examine.ts';
import { answered, asked, sync, SYNC_KEY_0, SYNC_KEY_1 } from './exchange-rules/example-bytes.ts';
import { recordedTalks } from '../testing/recorded-talks.ts';
import { Whole } from './whole.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
const talk = (...pairs: readonly [string, string][]): Conversation => ({
  format: 1,
  title: '',
  exchanges: pairs.map(([request, response], i) => ({
    id: `${i}`,
    request: { bytes: bytesOf(request) },
    response: { bytes: bytesOf(response) },
  })),
});

const reply = (exchange: number) => ({ exchange, side: 'response' as const });

test('findings about the exchange join those of the message, worst first, and take the note away', () => {
  const conversation = talk([SYNC_KEY_0, '']);
  const known = examineAll(conversation);
  expect(known[1]?.findings.map(({ rule }) => rule)).toEqual(['no-body']);
  const whole = new Whole(messagesOf(conversation), known, examineTalk(conversation, known));
  expect(whole.of(reply(0))?.findings.map(({ rule }) => rule)).toEqual(['empty-reply-to-key-0']);
  expect(whole.of({ exchange: 0, side: 'request' })?.findings).toEqual([]);
  expect(whole.of(reply(7))).toBeUndefined();
});

test('a message not examined yet is not there, and the others are', () => {
  const conversation = talk([SYNC_KEY_0, SYNC_KEY_1]);
  const [request] = examineAll(conversation);
  const seen = [request, undefined];
  const whole = new Whole(messagesOf(conversation), seen, examineTalk(conversation, seen));
  expect(whole.of(reply(0))).toBeUndefined();
  expect(whole.of({ exchange: 0, side: 'request' })?.findings).toEqual([]);
});

test('what an edit did not change is the same object as before', () => {
  const before = talk([SYNC_KEY_0, SYNC_KEY_1], [sync(asked('1', '2')), sync(answered('1', '2'))]);
  const known = examineAll(before);
  const places = messagesOf(before);
  const first = new Whole(places, known, examineTalk(before, known));
  const kept = first.of(reply(1));
  const touched = first.of(reply(0));

  const after = talk([SYNC_KEY_0, sync(answered('1', '9'))]);
  const edited = [...examineAll(after), ...known.slice(2)];
  const second = new Whole(places, edited, examineTalk(before, edited), first);
  expect(second.of(reply(1))).toBe(kept);
  expect(second.of(reply(0))).not.toBe(touched);
  expect(second.of(reply(0))?.findings[0]?.rule).toBe('other-collection');
});

test('how bad a message is, is told as all that is known of it tells it', () => {
  const shorter = talk(
    [SYNC_KEY_0, ''],
    [SYNC_KEY_0, SYNC_KEY_1],
    [sync(asked('1', '2')), sync(answered('1', '9'))],
  );
  let told = 0;
  for (const conversation of [shorter, ...recordedTalks().map((one) => one.conversation)]) {
    const known = examineAll(conversation);
    const places = messagesOf(conversation);
    const whole = new Whole(places, known, examineTalk(conversation, known));
    for (const place of places) {
      expect(whole.worst(place)).toBe(whole.of(place)?.findings[0]?.severity);
      if (whole.worst(place) === 'error') told++;
    }
  }
  expect(told).toBeGreaterThan(0);
  expect(new Whole([], []).worst(reply(0))).toBeUndefined();
});
