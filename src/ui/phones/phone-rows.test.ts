import { describe, expect, test } from 'vitest';
import { fromHex } from '../../bytes/index.ts';
import { examineMessage } from '../../doctor/index.ts';
import type { Message } from '../../conversation/index.ts';
import { sampleMessages } from '../../testing/corpus.ts';
import { phoneAnswers, type PhoneRow, type Shown } from './phone-rows.ts';

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
const REFUSED = '03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101';
const MENDED = REFUSED.replace('4b033100015c', '5c');
const ASKED_FOR_4 = '03016a00455c4f4b0330000152033400010101 01'.replace(' ', '');

/** A reply as the page shows it: what it is was found out. */
function shown(response: Message, request?: Message): Shown {
  const { context } = examineMessage(response, { exchange: 2, side: 'response', partner: request });
  return {
    message: response,
    partner: request,
    exchange: 2,
    standsAt: 'response',
    side: context.side.value,
    command: context.command?.value,
    version: context.version?.value,
  };
}

const briefly = (rows: readonly PhoneRow[] = []): string[] =>
  rows.map(({ id, verdict }) => `${id} ${verdict}`);

describe('a reply that stands alone', () => {
  test('is judged for every phone, as the answer to a request that would fit', () => {
    const { rows, about } = phoneAnswers(shown({ bytes: bytes(REFUSED) }));
    expect(briefly(rows)).toEqual(['iphone rejects', 'android accepts', 'strict rejects']);
    expect(about).toBe('No request was captured: taken for the answer to Sync of folder 1 with key 0.');
    expect(rows?.[0]).toMatchObject({
      place: { exchange: 2, side: 'response', start: 12, end: 17 },
      next: 'It stays at key 0.',
      known: expect.stringMatching(/^reported · ./) as string,
      sends: { words: expect.stringMatching(/^Sync of folder 1 with key 0, \d+ bytes$/) as string },
    });
  });

  test('without the five bytes the iPhone goes on', () => {
    const { rows } = phoneAnswers(shown({ bytes: bytes(MENDED) }));
    expect(briefly(rows)).toEqual(['iphone accepts', 'android accepts', 'strict accepts']);
    expect(rows?.[0]).toMatchObject({ next: 'It goes on with key 1.' });
    expect(rows?.[0]?.place).toBeUndefined();
  });

  test('of which only a part was recorded is not judged; one that ends where it should is', () => {
    const cut = { bytes: bytes(MENDED.slice(0, -6)), recorded: 'in part' as const };
    expect(phoneAnswers(shown(cut))).toEqual({
      about: 'Only a part of this reply is here: nobody can tell what a phone made of the whole.',
    });
    expect(phoneAnswers(shown({ ...cut, bytes: bytes(MENDED) })).rows).toHaveLength(3);
  });

  test('may be said to answer a later key', () => {
    const answers = phoneAnswers(shown({ bytes: bytes(MENDED) }), 'later');
    expect(answers).toMatchObject({ asked: 'later' });
    expect(answers.about).toContain('Sync of folder 1 with key 2');
  });

  test('what a phone sends next opens as a message', () => {
    const { rows } = phoneAnswers(shown({ bytes: bytes(MENDED) }));
    const sent = rows?.[0]?.sends?.conversation;
    expect(sent?.title).toBe('What iPhone sends next');
    expect(sent?.exchanges[0]?.request?.bytes?.slice(0, 4)).toEqual(bytes('03016a00'));
  });
});

describe('a pair', () => {
  const request = { bytes: bytes(ASKED_FOR_4) };
  const response = { bytes: bytes(MENDED) };

  test('is judged together, from either side', () => {
    const fromReply = phoneAnswers(shown(response, request));
    expect(fromReply.about).toBe('Judged as the answer to the request it was captured with.');
    expect(fromReply.rows?.[0]?.verdict).toBe('rejects');
    const fromRequest = phoneAnswers({
      ...shown(response, request),
      message: request,
      partner: response,
      standsAt: 'request',
      side: 'request',
    });
    expect(fromRequest.rows).toEqual(fromReply.rows);
  });
});

describe('where there is nothing to judge it says why', () => {
  const request = { bytes: bytes(ASKED_FOR_4) };
  const alone: Shown = {
    message: request,
    partner: undefined,
    exchange: 0,
    standsAt: 'request',
    side: 'request',
    command: 'Sync',
    version: '14.1',
  };

  test.each<[string, Shown, RegExp]>([
    ['a request alone', alone, /^This is a request/],
    ['a reply not captured', { ...alone, partner: {} }, /not captured/],
    ['an unknown command', { ...alone, partner: request, command: undefined }, /Read as/],
    ['one no phone here asks', { ...alone, partner: request, command: 'Search' }, /do not ask Search/],
  ])('%s', (_, what, words) => {
    expect(phoneAnswers(what)).toEqual({ about: expect.stringMatching(words) as string });
  });
});

test('an unknown reaction is said in words, and nothing is claimed of what comes next', () => {
  const all = sampleMessages().flatMap(({ bytes: each }) => phoneAnswers(shown({ bytes: each })).rows ?? []);
  const unknown = all.filter(({ verdict }) => verdict === 'unknown');
  expect(unknown.length).toBeGreaterThan(0);
  for (const row of unknown) {
    expect(row.why).toMatch(/nobody has reported what .+ does here/i);
    expect([row.next, row.sends]).toEqual([undefined, undefined]);
  }
});

test('any bytes get an answer', () => {
  for (const { bytes: each } of sampleMessages()) {
    for (const end of [0, 1, 5, 13, Math.floor(each.length / 2)]) {
      expect(phoneAnswers(shown({ bytes: each.subarray(0, end) })).about).not.toBe('');
    }
  }
});
