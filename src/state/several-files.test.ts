import { describe, expect, test } from 'vitest';
import { LIMITS, type Conversation, type Exchange } from '../conversation/index.ts';
import { severalFiles } from './several-files.ts';

const talk = (...exchanges: Exchange[]): Conversation => ({ format: 1, title: 'a title', exchanges });
const one = { id: '1', response: { bytes: Uint8Array.of(3, 1) } };
const named = { id: '1', name: 'of its own', request: { bytes: Uint8Array.of(2) } };

test('files become one conversation, in their order, each exchange with an id of its own and a name', () => {
  const { showing, says, isPart } = severalFiles([
    { name: 'b.bin', conversation: talk(one), sideKnown: false },
    { name: 'a.har', conversation: talk(named, { ...one, id: '2' }), sideKnown: false },
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
    { name: 'a.har', conversation: talk(one, { ...one, id: '2' }), sideKnown: false },
    { name: 'b.xml', conversation: talk(one), sideKnown: false, texts: [text] },
  ]);
  expect(showing?.texts).toEqual([{ ...text, exchange: 2 }]);
});

test('what cannot be read is told, and the rest is opened', () => {
  const { showing, says, isPart } = severalFiles([
    { name: 'a.txt', why: 'a.txt: nothing in it.' },
    { name: 'b.bin', conversation: talk(one), sideKnown: false },
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
    { name: 'full', conversation: full, sideKnown: false },
    { name: 'two', conversation: talk(one, { ...one, id: '2' }), sideKnown: false },
    { name: 'one', conversation: talk(one), sideKnown: false },
  ]);
  expect(showing?.conversation.exchanges).toHaveLength(LIMITS.exchanges);
  expect(says).toContain('two is left out: a conversation holds 10,000 exchanges.');
});

describe('where a message does not say whose it is', () => {
  const file = (name: string, sideKnown = false) => ({ name, conversation: talk(one), sideKnown });
  const sides = (...files: ReturnType<typeof file>[]) =>
    severalFiles(files).showing?.conversation.exchanges.map(
      ({ request, response }) => `${request ? 'request' : ''}>${response ? 'response' : ''}`,
    );

  test.each([
    { names: ['4-Sync-request.bin', '4-Sync-response.bin'], sides: ['request>response'] },
    { names: ['sync_req.xml', 'sync_resp.xml', 'sync_res.xml'], sides: ['request>response', '>response'] },
    { names: ['4-Sync-request.bin', '5-Sync-response.bin'], sides: ['request>', '>response'] },
    {
      names: ['4-request.bin', '5-request.bin', '4-response.bin'],
      sides: ['request>', 'request>', '>response'],
    },
    { names: ['response.bin', 'request.bin'], sides: ['>response', 'request>'] },
    { names: ['4-request.txt', '4-response.wbxml'], sides: ['request>response'] },
    { names: ['REQUEST', 'REPLY'], sides: ['request>response'] },
    { names: ['prequest.bin', 'requested.bin'], sides: ['>response', '>response'] },
    { names: ['request-response.bin', 'a.bin'], sides: ['>response', '>response'] },
  ])('the names $names do: $sides', ({ names, sides: expected }) => {
    expect(sides(...names.map((name) => file(name)))).toEqual(expected);
  });

  test('what it says itself stands', () => {
    expect(sides(file('request.bin', true))).toEqual(['>response']);
  });

  test('a text goes with its message', () => {
    const text = { exchange: 0, side: 'response', text: '<Sync/>', broken: true } as const;
    const files = ['1-request.xml', '1-response.xml'].map((name) => ({ ...file(name), texts: [text] }));
    expect(severalFiles(files).showing?.texts).toEqual([{ ...text, side: 'request' }, text]);
  });
});
