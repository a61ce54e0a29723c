import { expect, test } from 'vitest';
import { messageAt, messagesOf, otherSide, partOf, stepOf } from './places.ts';
import type { Conversation } from './types.ts';

const one = { http: { status: 1 } };
const two = { http: { status: 2 } };
const three = { http: { status: 3 } };
const conversation: Conversation = {
  format: 1,
  title: '',
  exchanges: [{ id: 'a', request: one, response: two }, { id: 'b' }, { id: 'c', response: three }],
};

test('messages come in the order of the timeline', () => {
  expect(messagesOf(conversation)).toEqual([
    { exchange: 0, side: 'request', message: one },
    { exchange: 0, side: 'response', message: two },
    { exchange: 2, side: 'response', message: three },
  ]);
});

test.each([
  { exchange: 0, side: 'request', message: one, step: 1 },
  { exchange: 0, side: 'response', message: two, step: 2 },
  { exchange: 1, side: 'request', message: undefined, step: 0 },
  { exchange: 2, side: 'response', message: three, step: 3 },
  { exchange: 3, side: 'request', message: undefined, step: 0 },
] as const)('exchange $exchange, $side: step $step', ({ message, step, ...place }) => {
  expect(messageAt(conversation, place)).toBe(message);
  expect(stepOf(conversation, place)).toBe(step);
});

test('the other side', () => {
  expect([otherSide('request'), otherSide('response')]).toEqual(['response', 'request']);
});

test('a part of a conversation holds the exchanges that are asked for, and nothing of a run', () => {
  const run = { ...conversation, simulation: {} };
  expect(partOf(run, (exchange) => exchange !== 1)).toEqual({
    format: 1,
    title: '',
    exchanges: [conversation.exchanges[0], conversation.exchanges[2]],
  });
});
