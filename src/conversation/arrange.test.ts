import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  duplicateExchange,
  duplicateMessage,
  insertExchanges,
  moveExchange,
  pairMessages,
  partExchange,
  partnersFor,
  removeExchange,
  removeMessage,
  stepWords,
  turnMessage,
  type Arranged,
} from './arrange.ts';
import { conversationFromJson, conversationToJson } from './json.ts';
import { messageAt, messagesOf, type MessagePlace } from './places.ts';
import type { Conversation, Exchange, Message, Side } from './types.ts';

/** `1:aa>bb` is exchange 1 with request aa and reply bb; `2:>cc` has a reply only. */
function talk(...rows: string[]): Conversation {
  const message = (hex: string): Message => ({ bytes: Uint8Array.of(Number.parseInt(hex, 16)) });
  const exchanges = rows.map((row): Exchange => {
    const [, id = '', asked, answered] = /^(.*):(\w*)>(\w*)$/.exec(row) ?? [];
    return {
      id,
      ...(asked && { request: message(asked) }),
      ...(answered && { response: message(answered) }),
    };
  });
  return { format: 1, title: 't', exchanges };
}

function shown({ conversation, at }: Arranged): string {
  const hex = (message: Message | undefined): string => message?.bytes?.[0]?.toString(16) ?? '';
  const rows = conversation.exchanges.map(
    ({ id, request, response }) => `${id}:${hex(request)}>${hex(response)}`,
  );
  return `${rows.join(' ')} at ${at.exchange} ${at.side}`;
}

const asked = (exchange: number): MessagePlace => ({ exchange, side: 'request' });
const answered = (exchange: number): MessagePlace => ({ exchange, side: 'response' });
const three = talk('1:aa>bb', '7:cc>', 'x:>dd');
const one: Message = { bytes: Uint8Array.of(0xee) };

describe('every change of the order', () => {
  test.each<{ does: string; change: () => Arranged; gives: string }>([
    {
      does: 'puts in at the front, with a new id',
      change: () => insertExchanges(three, 0, [{ id: '7', response: one }]),
      gives: '8:>ee 1:aa>bb 7:cc> x:>dd at 0 response',
    },
    {
      does: 'puts several in at the end',
      change: () => insertExchanges(three, 3, [{ request: one, response: one }, { request: one }]),
      gives: '1:aa>bb 7:cc> x:>dd 8:ee>ee 9:ee> at 3 request',
    },
    {
      does: 'moves up',
      change: () => moveExchange(three, 2, 0, 'response'),
      gives: 'x:>dd 1:aa>bb 7:cc> at 0 response',
    },
    {
      does: 'moves down, past the end is the end',
      change: () => moveExchange(three, 0, 9, 'response'),
      gives: '7:cc> x:>dd 1:aa>bb at 2 response',
    },
    {
      does: 'takes half out, and the other half is shown',
      change: () => removeMessage(three, asked(0)),
      gives: '1:>bb 7:cc> x:>dd at 0 response',
    },
    {
      does: 'takes a lone message out with its exchange, and shows the next',
      change: () => removeMessage(three, asked(1)),
      gives: '1:aa>bb x:>dd at 1 response',
    },
    {
      does: 'takes the last out, and shows the one before',
      change: () => removeMessage(three, answered(2)),
      gives: '1:aa>bb 7:cc> at 1 request',
    },
    {
      does: 'takes a whole exchange out',
      change: () => removeExchange(three, answered(0)),
      gives: '7:cc> x:>dd at 0 request',
    },
    {
      does: 'takes everything out',
      change: () => removeExchange(talk('1:aa>bb'), asked(0)),
      gives: ' at 0 response',
    },
    {
      does: 'copies one message behind its exchange',
      change: () => duplicateMessage(three, answered(0)),
      gives: '1:aa>bb 8:>bb 7:cc> x:>dd at 1 response',
    },
    {
      does: 'copies a whole exchange',
      change: () => duplicateExchange(three, answered(0)),
      gives: '1:aa>bb 8:aa>bb 7:cc> x:>dd at 1 response',
    },
    {
      does: 'makes a reply of a request',
      change: () => turnMessage(three, asked(1)),
      gives: '1:aa>bb 7:>cc x:>dd at 1 response',
    },
    {
      does: 'lets both halves change places, and shows the same bytes',
      change: () => turnMessage(three, asked(0)),
      gives: '1:bb>aa 7:cc> x:>dd at 0 response',
    },
    {
      does: 'parts, and the request keeps the id',
      change: () => partExchange(three, answered(0)),
      gives: '1:aa> 8:>bb 7:cc> x:>dd at 1 response',
    },
    {
      does: 'joins with a reply below, in the place of the request',
      change: () => pairMessages(three, asked(1), answered(2)),
      gives: '1:aa>bb 7:cc>dd at 1 request',
    },
    {
      does: 'joins with a reply above, and shows what was on show',
      change: () => pairMessages(talk('1:>aa', '2:bb>cc', '3:dd>'), answered(0), asked(2)),
      gives: '2:bb>cc 3:dd>aa at 1 response',
    },
  ])('$does', ({ change, gives }) => {
    expect(shown(change())).toBe(gives);
  });

  test('a message that changed its side says so, whatever its HTTP facts say', () => {
    const reply = { ...one, http: { status: 200 }, readAs: { version: '14.1' } };
    const before: Conversation = { format: 1, title: '', exchanges: [{ id: '1', response: reply }] };
    const { request } = turnMessage(before, answered(0)).conversation.exchanges[0] ?? {};
    expect(request).toEqual({ ...reply, readAs: { version: '14.1', side: 'request' } });
  });

  test('names, notes and unknown fields survive parting and pairing', () => {
    const exchange = { id: '1', name: 'first', note: 'n', colour: 'red', request: one, response: one };
    const before: Conversation = { format: 1, title: '', exchanges: [exchange] };
    const parted = partExchange(before, asked(0)).conversation;
    expect(parted.exchanges).toMatchObject([{ name: 'first', colour: 'red' }, { id: '2' }]);
    const noted = {
      ...parted,
      exchanges: parted.exchanges.map((each) => ({ ...each, note: `n${each.id}` })),
    };
    const paired = pairMessages(noted, asked(0), answered(1)).conversation;
    expect(paired.exchanges).toEqual([{ ...exchange, note: 'n1\nn2' }]);
  });

  test.each([
    { lone: asked(1), partners: [2, 0] },
    { lone: answered(0), partners: [1] },
    { lone: asked(3), partners: [] },
  ])('lone halves near $lone: $partners', ({ lone, partners }) => {
    const conversation = talk('1:>aa', '2:bb>', '3:>cc', '4:dd>ee');
    expect(partnersFor(conversation, lone).map(({ exchange }) => exchange)).toEqual(partners);
  });

  test('the place is told as the timeline counts', () => {
    expect(stepWords({ conversation: three, at: answered(2) })).toBe('4 of 4');
  });

  test.each([
    () => moveExchange(three, 3, 0, 'request'),
    () => insertExchanges(three, 4, [{ request: one }]),
    () => insertExchanges(three, 0, []),
    () => duplicateMessage(three, answered(1)),
    () => partExchange(three, asked(1)),
    () => pairMessages(three, asked(0), answered(2)),
    () => pairMessages(three, asked(1), answered(1)),
  ])('what cannot be is a fault of ours: %s', (change) => {
    expect(change).toThrow(RangeError);
  });
});

test('any changes one after the other keep every message, ids of their own, and a form that can be read back', () => {
  const pick = fc.nat(30);
  const step = fc.tuple(
    fc.constantFrom('move', 'turn', 'part', 'pair', 'copy', 'copyAll', 'add'),
    pick,
    pick,
  );
  const bytesIn = (conversation: Conversation): number[] =>
    messagesOf(conversation)
      .map(({ message }) => message.bytes?.[0] ?? -1)
      .sort((a, b) => a - b);

  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let now: Arranged = { conversation: three, at: asked(0) };
      for (const [name, a, b] of steps) {
        const { conversation } = now;
        const before = bytesIn(conversation);
        const places = messagesOf(conversation);
        const { exchange, side } = places[a % places.length] as MessagePlace;
        const at = { exchange, side };
        const [partner] = partnersFor(conversation, at);
        const isPair =
          conversation.exchanges[exchange]?.request && conversation.exchanges[exchange]?.response;
        const next: Record<typeof name, () => Arranged> = {
          move: () => moveExchange(conversation, exchange, b, side),
          turn: () => turnMessage(conversation, at),
          part: () => (isPair ? partExchange(conversation, at) : now),
          pair: () => (partner ? pairMessages(conversation, at, partner) : now),
          copy: () => duplicateMessage(conversation, at),
          copyAll: () => duplicateExchange(conversation, at),
          add: () =>
            insertExchanges(conversation, b % (conversation.exchanges.length + 1), [{ request: one }]),
        };
        now = next[name]();
        const added = bytesIn(now.conversation).length - before.length;
        expect(added).toBe({ copy: 1, copyAll: isPair ? 2 : 1, add: 1 }[name as string] ?? 0);
        if (added === 0) expect(bytesIn(now.conversation)).toEqual(before);
        expect(messageAt(now.conversation, now.at)).toBeDefined();
        const ids = now.conversation.exchanges.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }
      const back = conversationFromJson(conversationToJson(now.conversation));
      expect(back).toEqual({ ok: true, value: now.conversation });
    }),
    { numRuns: 60 },
  );
});

test('what is taken out is one message, never another', () => {
  for (const { exchange, side, message } of messagesOf(three)) {
    const { conversation } = removeMessage(three, { exchange, side } satisfies {
      exchange: number;
      side: Side;
    });
    const left = messagesOf(conversation).map((each) => each.message);
    expect(left).toEqual(
      messagesOf(three)
        .map((each) => each.message)
        .filter((each) => each !== message),
    );
  }
});
