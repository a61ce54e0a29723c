import { expect, test } from 'vitest';
import { LIMITS, type Conversation, type Exchange } from '../conversation/index.ts';
import { severalFiles } from './several-files.ts';

const talk = (...exchanges: Exchange[]): Conversation => ({ format: 1, title: 'a title', exchanges });
const one = { id: '1', response: { bytes: Uint8Array.of(3, 1) } };
const named = { id: '1', name: 'of its own', request: { bytes: Uint8Array.of(2) } };

test('files become one conversation, in their order, each exchange with an id of its own and a name', () => {
  const { showing, says, isPart } = severalFiles([
    { name: 'b.bin', conversation: talk(one) },
    { name: 'a.har', conversation: talk(named, { ...one, id: '2' }) },
  ]);
  expect(showing?.conversation).toEqual({
    format: 1,
    title: 'b.bin and 1 more file',
    exchanges: [
      { ...one, id: '1', name: 'b.bin' },
      { ...named, id: '2' },
      { ...one, id: '3', name: 'a.har' },
    ],
  });
  expect(says).toBe('2 files opened as one conversation of 3 messages.');
  expect(isPart).toBe(false);
});

test('a text stays with its message', () => {
  const text = { exchange: 0, side: 'response', text: '<Sync/>', broken: true } as const;
  const { showing } = severalFiles([
    { name: 'a.har', conversation: talk(one, { ...one, id: '2' }) },
    { name: 'b.xml', conversation: talk(one), texts: [text] },
  ]);
  expect(showing?.texts).toEqual([{ ...text, exchange: 2 }]);
});

test('what cannot be read is told, and the rest is opened', () => {
  const { showing, says, isPart } = severalFiles([
    { name: 'a.txt', why: 'a.txt: nothing in it.' },
    { name: 'b.bin', conversation: talk(one) },
  ]);
  expect(showing?.conversation.title).toBe('b.bin');
  expect(says).toBe('1 file opened as one conversation of 1 message. a.txt: nothing in it.');
  expect(isPart).toBe(true);
});

test('none of them can be read', () => {
  const { showing, says } = severalFiles([
    { name: 'a', why: 'a is empty.' },
    { name: 'b', why: 'b is empty.' },
  ]);
  expect({ showing, says }).toEqual({ showing: undefined, says: 'a is empty. b is empty.' });
});

test('a file that would make the conversation too long is left out, a shorter one behind it is not', () => {
  const full = talk(...Array.from({ length: LIMITS.exchanges - 1 }, (_, i) => ({ ...one, id: String(i) })));
  const { showing, says } = severalFiles([
    { name: 'full', conversation: full },
    { name: 'two', conversation: talk(one, { ...one, id: '2' }) },
    { name: 'one', conversation: talk(one) },
  ]);
  expect(showing?.conversation.exchanges).toHaveLength(LIMITS.exchanges);
  expect(says).toContain('two is left out: a conversation holds 10,000 exchanges.');
});
