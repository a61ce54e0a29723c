import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import type { ReadAs } from '../conversation/index.ts';
import { rules } from './all-rules.ts';
import { exampleConversation } from './example.ts';
import { examineMessage } from './examination.ts';
import { verdict } from './verdict.ts';

const answers = (hex: string, readAs: ReadAs = {}): Record<string, string> => {
  const { checks } = examineMessage({ bytes: fromHex(hex) ?? new Uint8Array(), readAs });
  return Object.fromEntries(checks.map(({ question, answer }) => [question, answer]));
};

const saying = (hex: string, readAs: ReadAs = {}): string => {
  const { findings, checks } = examineMessage({ bytes: fromHex(hex) ?? new Uint8Array(), readAs });
  return verdict(findings, checks);
};

const GOOD = '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101';

test('a sound message answers every question with yes', () => {
  expect(new Set(Object.values(answers(GOOD)))).toEqual(new Set(['yes']));
});

describe('each question is answered with no by what it asks for', () => {
  test.each([
    ['Can the header be read?', '04016a00 45 4e03310001 01'],
    ['Can the header be read?', '03018080808080'],
    ['Does each tag have its END, with nothing after the root?', '03016a00 45 4e03310001'],
    ['Does every code have a name on its page?', '03016a00 45 4e03310001 7f03310001 01'],
    ['Are the strings text?', '03016a00 45 5c4f 4b03310001 5203e90001 4e03310001 010101'],
    ['Is the root that of a command?', '03016a000001 45 01'],
    ['Does each element stand where it may?', '03016a00 45 4b03310001 4e03340001 01'],
    ['Is everything there that must be?', '03016a00 45 5c4f 4b03310001 4e03310001 010101'],
    ['Do the values fit their types?', '03016a00 45 4e03780001 01'],
    ['Does it fit the protocol version?', '03016a00 45 690336300001 01'],
  ])('%s', (question, hex) => {
    const version = '2.5';
    const { checks } = examineMessage({
      bytes: fromHex(hex) ?? new Uint8Array(),
      readAs: { version, side: question.includes('version') ? 'request' : 'response' },
    });
    const check = checks.find((one) => one.question === question);
    expect(check?.answer).toBe('no');
    expect(check?.why).toMatch(/\.$/);
    expect(check?.places.length).toBeGreaterThan(0);
  });
});

describe('what cannot be told', () => {
  const CLASS = '03016a00 45 5c4f 5003456d61696c0001 4b03310001 5203310001 4e03310001 010101';
  test('the version, where the bytes fit some only and nothing says which it was', () => {
    expect(answers(CLASS)['Does it fit the protocol version?']).toBe('cannot tell');
    expect(answers(CLASS, { version: '12.1' })['Does it fit the protocol version?']).toBe('yes');
  });
  test('what is missing, where the message is cut off', () => {
    expect(answers('03016a00 45 5c4f 4b03310001')['Is everything there that must be?']).toBe('cannot tell');
  });
  test('the content of a command that is not examined', () => {
    expect(answers('03016a00000d 45 01')['Is what stands in it right?']).toBe('cannot tell');
  });
});

test('behind an HTTP status that says “failed” nothing is an error', () => {
  const bytes = fromHex('03016a00 45 4e0331') ?? new Uint8Array();
  expect(examineMessage({ bytes, http: { status: 200 } }).findings[0]?.severity).toBe('error');
  expect(examineMessage({ bytes, http: { status: 500 } }).findings[0]).toMatchObject({
    severity: 'warning',
    text: expect.stringContaining('With the HTTP status 500 a phone does not read it.') as string,
  });
});

describe('verdict', () => {
  test.each<[string, string, ReadAs?]>([
    ['Nothing wrong found: 9 checks passed.', GOOD],
    ['Nothing wrong found: 5 checks passed, 1 cannot be told from the bytes.', '03016a00000d 45 01'],
    [
      'Nothing wrong found: 8 checks passed, 1 note.',
      '03016a00 45 5c4f 5003456d61696c0001 4b03310001 5203310001 4e03310001 010101',
      { version: '14.1' },
    ],
    ['Commands is empty.', '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 5601 010101'],
    ['Collections is empty: an old iPhone crashes.', '03016a00 45 4e03310001 5c01 01', { side: 'response' }],
  ])('%s', (sentence, hex, readAs = {}) => {
    expect(saying(hex, readAs)).toBe(sentence);
  });

  test('without checks it says no more than it knows', () => {
    expect(verdict([])).toBe('Nothing wrong found: 0 checks passed.');
  });
});

test('every rule about a message is asked for by one question', () => {
  const asked = new Map<string, string[]>();
  for (const { id, bad } of rules()) {
    if ('exchanges' in bad) continue;
    const [exchange] = exampleConversation(bad).exchanges;
    const { checks } = examineMessage(exchange?.[bad.side] ?? {});
    const against = checks.filter(({ answer }) => answer === 'no').map(({ question }) => question);
    asked.set(id, against);
  }
  const silent = [...asked].filter(([, questions]) => questions.length === 0).map(([id]) => id);
  // Oddities that no question is about, and bodies that are no WBXML.
  expect(silent.sort()).toEqual([
    'empty-attributes',
    'legacy-tag',
    'long-number',
    'no-body',
    'not-wbxml',
    'opaque-in-1.0',
    'unterminated-table',
    'wrong-order',
  ]);
});
