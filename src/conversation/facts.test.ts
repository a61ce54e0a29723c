import { describe, expect, test } from 'vitest';
import { readAsFound, readMessagesAs, withHttp, withWords, wordsOf, type Reach } from './facts.ts';
import { messageAt } from './places.ts';
import type { Conversation, ReadAs } from './types.ts';

const bytes = Uint8Array.of(3, 1, 0x6a, 0, 5);
const first = { exchange: 0, side: 'request' as const };
const before: Conversation = {
  format: 1,
  title: 'Old',
  exchanges: [
    { id: '1', request: { bytes }, response: { bytes, readAs: { command: 'Ping' } } },
    { id: '2', response: { bytes, readAs: { version: '12.1' } } },
  ],
};

test('names and notes go in, and empty ones go out', () => {
  const words = { title: 'New ', note: '', exchangeName: 'hello', exchangeNote: 'see line 3\nand 4' };
  const after = withWords(before, 0, words);
  expect(after).toMatchObject({
    title: 'New',
    exchanges: [{ id: '1', name: 'hello', note: words.exchangeNote }, { id: '2' }],
  });
  expect(wordsOf(after, 0)).toEqual({ ...words, title: 'New' });
  expect(withWords(after, 0, { title: ' ', note: '', exchangeName: '', exchangeNote: '' })).toEqual({
    ...before,
    title: 'New',
  });
});

test('HTTP facts are put, replaced and taken away', () => {
  const http = { method: 'POST', url: '/?Cmd=Sync', headers: { Host: 'a' } };
  const after = withHttp(before, first, http);
  expect(after.exchanges[0]?.request).toEqual({ bytes, http });
  expect(withHttp(after, first, {})).toEqual(before);
  expect(withHttp(before, { exchange: 1, side: 'request' }, { method: 'GET' }).exchanges[1]?.request).toEqual(
    {
      http: { method: 'GET' },
    },
  );
});

describe('what a person says of a message reaches', () => {
  const all = (conversation: Conversation): (ReadAs | undefined)[] =>
    conversation.exchanges.flatMap(({ request, response }) =>
      [request, response].flatMap((message) => (message ? [message.readAs] : [])),
    );
  const said: ReadAs = { command: 'Sync', version: '16.1' };
  test.each<{ reach: Reach; gives: (ReadAs | undefined)[] }>([
    { reach: 'message', gives: [said, { command: 'Ping' }, { version: '12.1' }] },
    { reach: 'exchange', gives: [said, said, { version: '12.1' }] },
    {
      reach: 'conversation',
      gives: [said, { command: 'Ping', version: '16.1' }, { version: '16.1' }],
    },
  ])('$reach', ({ reach, gives }) => {
    const { conversation, at } = readMessagesAs(before, first, said, reach);
    expect(all(conversation)).toEqual(gives);
    expect(at).toEqual(first);
  });

  test('what did not change is not said of others', () => {
    const once = readMessagesAs(before, first, said).conversation;
    const twice = readMessagesAs(once, first, { ...said, version: '14.1' }, 'exchange').conversation;
    expect(all(twice)).toEqual([
      { command: 'Sync', version: '14.1' },
      { command: 'Ping', version: '14.1' },
      { version: '12.1' },
    ]);
    expect(twice.exchanges[1]).toBe(once.exchanges[1]);
  });

  test('a lone message goes to the side it is said to be of, one beside another stays', () => {
    const alone = readMessagesAs(before, { exchange: 1, side: 'response' }, { side: 'request' });
    expect(alone.at).toEqual({ exchange: 1, side: 'request' });
    expect(messageAt(alone.conversation, alone.at)?.readAs).toEqual({ side: 'request' });
    expect(readMessagesAs(before, first, { side: 'response' }).at).toEqual(first);
  });

  test('as found: nothing is said any more', () => {
    expect(all(readAsFound(before, first, 'exchange'))).toEqual([undefined, undefined, { version: '12.1' }]);
    expect(all(readAsFound(before, first, 'conversation'))).toEqual([undefined, undefined, undefined]);
  });
});
