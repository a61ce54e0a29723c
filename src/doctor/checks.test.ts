import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import type { Conversation, ReadAs, Side } from '../conversation/index.ts';
import { rules } from './all-rules.ts';
import { checks } from './checks-of-talk.ts';
import { exampleConversation } from './example.ts';
import { examineMessage } from './examination.ts';
import type { Check } from './types.ts';
import { verdict } from './verdict.ts';
import { asksAbout, wideRules } from './wide-checks.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

const answers = (hex: string, readAs: ReadAs = {}): Record<string, string> => {
  const examination = examineMessage({ bytes: bytesOf(hex), readAs });
  return Object.fromEntries(examination.checks.map(({ question, answer }) => [question, answer]));
};

const saying = (hex: string, readAs: ReadAs = {}): string => {
  const examination = examineMessage({ bytes: bytesOf(hex), readAs });
  return verdict(examination.findings, examination.checks);
};

const GOOD = '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101';

test('a sound message answers every question with yes, in a stable order, and says where it looked', () => {
  const { checks: asked } = examineMessage({ bytes: bytesOf(GOOD) });
  expect(asked.map(({ question }) => question)).toEqual([
    'Can the header be read?',
    'Does each tag have its END, with nothing after the root?',
    'Does every code have a name on its page?',
    'Are the strings text?',
    'Is the root that of a command?',
    'Does each element stand where it may?',
    'Is everything there that must be?',
    'Do the elements keep their order?',
    'Do the values fit their types?',
    'Is the key one that a phone can take?',
    'Does it keep the rules of its command?',
    'Does it fit the protocol version?',
  ]);
  expect(new Set(asked.map(({ answer }) => answer))).toEqual(new Set(['yes']));
  for (const { why, places } of asked) {
    expect(why).toMatch(/^[A-Z].*\.$/);
    expect(places.length).toBeGreaterThan(0);
  }
  const placesOf = (question: string) => asked.find((one) => one.question === question)?.places;
  const response = { exchange: 0, side: 'response' };
  expect(placesOf('Can the header be read?')).toEqual([{ ...response, start: 0, end: 4 }]);
  expect(placesOf('Is the root that of a command?')).toEqual([{ ...response, start: 4, end: 5 }]);
  expect(placesOf('Is the key one that a phone can take?')).toEqual([{ ...response, start: 7, end: 12 }]);
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
    ['Is the key one that a phone can take?', '03016a00 45 5c4f 4b03300001 5203310001 4e03310001 010101'],
    ['Does it fit the protocol version?', '03016a00 45 690336300001 01'],
  ])('%s', (question, hex) => {
    const { checks: asked } = examineMessage({
      bytes: bytesOf(hex),
      readAs: { version: '2.5', side: question.includes('version') ? 'request' : 'response' },
    });
    const check = asked.find((one) => one.question === question);
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
  test('anything about a command where the root is none', () => {
    expect(answers('03016a000001 45 01')['Does it keep the rules of its command?']).toBe('cannot tell');
  });
});

test('behind an HTTP status that says “failed” nothing is an error', () => {
  const bytes = bytesOf('03016a00 45 4e0331');
  expect(examineMessage({ bytes, http: { status: 200 } }).findings[0]?.severity).toBe('error');
  const [status, fault] = examineMessage({ bytes, http: { status: 500 } }).findings;
  expect(status).toMatchObject({ severity: 'warning', rule: 'refused-by-http' });
  expect(fault).toMatchObject({
    severity: 'warning',
    text: expect.stringContaining('With the HTTP status 500 a phone does not read it.') as string,
  });
});

describe('verdict', () => {
  test.each<[string, string, ReadAs?]>([
    ['Nothing wrong found: 12 checks passed.', GOOD],
    [
      'Nothing wrong found: 12 checks passed, 1 note.',
      '03016a00 45 5c4f 5003456d61696c0001 4b03310001 5203310001 4e03310001 010101',
      { version: '14.1' },
    ],
    ['Commands is empty.', '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 5601 010101'],
    ['Collections is empty: an old iPhone crashes.', '03016a00 45 4e03310001 5c01 01', { side: 'response' }],
  ])('%s', (sentence, hex, readAs = {}) => {
    expect(saying(hex, readAs)).toBe(sentence);
  });

  test('without checks it says no more than it knows', () => {
    expect(verdict([])).toBe('Nothing wrong found: there is nothing to check.');
  });
});

describe('in its exchange and conversation', () => {
  const REQUEST = '03016a00 45 5c4f 4b03300001 5203320001 010101';
  const REPLY = '03016a00 45 5c4f 4b03310001 5203320001 4e03310001 010101';
  const OTHER = '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101';
  const FOLDER_SYNC = '03016a000007 56 5203300001 01';
  const FOLDERS =
    '03016a000007 56 4c03310001 5203310001 4e 5703310001 4f 4803320001 4903300001 4703496e626f780001 4a03320001 010101';

  const talk = (...pairs: readonly [string | undefined, string][]): Conversation => ({
    format: 1,
    title: '',
    exchanges: pairs.map(([request, response], i) => ({
      id: `${i}`,
      ...(request !== undefined && { request: { bytes: bytesOf(request) } }),
      response: { bytes: bytesOf(response) },
    })),
  });
  const ask = (
    conversation: Conversation,
    question: string,
    exchange = 0,
    side: Side = 'response',
  ): Check | undefined => checks(conversation, { exchange, side }).find((one) => one.question === question);

  test('a reply alone cannot say whether its ids, key and content were asked for', () => {
    const alone = talk([undefined, REPLY]);
    for (const question of [
      'Does it answer for the ids that were asked for?',
      'Does the key move on as it should?',
      'Is it what was asked for?',
      'Are its folders known from FolderSync?',
      'Does what HTTP says fit?',
    ]) {
      expect(ask(alone, question), question).toMatchObject({ answer: 'cannot tell', places: [] });
    }
    expect(ask(alone, 'Does the conversation go on from it?')).toBeUndefined();
  });

  test('with its request it can', () => {
    const pair = talk([REQUEST, REPLY]);
    expect(ask(pair, 'Does it answer for the ids that were asked for?')).toMatchObject({
      answer: 'yes',
      places: [{ exchange: 0, side: 'response', start: 12, end: 17 }],
    });
    expect(ask(pair, 'Does the key move on as it should?')?.answer).toBe('yes');
    expect(ask(pair, 'Is it what was asked for?')?.answer).toBe('yes');
    const wrong = ask(talk([REQUEST, OTHER]), 'Does it answer for the ids that were asked for?');
    expect(wrong).toMatchObject({
      answer: 'no',
      why: 'The reply answers for the collection “1”; the request asks for “2”.',
      places: [{ exchange: 0, side: 'response', start: 12, end: 17 }],
    });
  });

  test('with a folder list its folders are known, or not', () => {
    const known = talk([FOLDER_SYNC, FOLDERS], [REQUEST, REPLY]);
    expect(ask(known, 'Are its folders known from FolderSync?', 1, 'request')?.answer).toBe('yes');
    expect(ask(known, 'Does the conversation go on from it?', 1, 'request')?.answer).toBe('yes');
    const unknown = talk([FOLDER_SYNC, FOLDERS], [REQUEST.replace('5203320001', '5203390001'), REPLY]);
    expect(ask(unknown, 'Are its folders known from FolderSync?', 1, 'request')?.answer).toBe('no');
  });

  test('all checks of a conversation, message by message', () => {
    const all = checks(talk([REQUEST, REPLY]));
    expect(all.filter(({ question }) => question === 'Can the header be read?')).toHaveLength(2);
  });
});

test('every rule about a message is asked for by one question', () => {
  const silent: string[] = [];
  for (const { id, bad } of rules()) {
    if ('exchanges' in bad) continue;
    const [exchange] = exampleConversation(bad).exchanges;
    const { checks: asked } = examineMessage(exchange?.[bad.side] ?? {});
    // What is only worth a note is remarked beside a yes.
    const speaks = asked.some(({ answer, why }) => answer === 'no' || why.includes('A remark: '));
    if (!speaks) silent.push(id);
  }
  // Bodies that are no WBXML: of them nothing is asked.
  expect(silent.sort()).toEqual(['no-body', 'not-wbxml']);
});

test('every rule of wider scope is asked for by one question, and no question names a rule that is not', () => {
  const wide = rules().filter(({ scope }) => scope !== 'message');
  for (const { id } of wide) expect(asksAbout(id), id).toBe(true);
  const ids = wide.map(({ id }) => id);
  expect([...wideRules].sort()).toEqual(ids.sort());
});

describe('a message of which only a part was recorded', () => {
  const part = (hex: string) => examineMessage({ bytes: bytesOf(hex), recorded: 'in part' });
  const OPEN = '03016a00 45 5c4f 4b03310001 5203310001 4e03310001';

  test.each([
    { hex: OPEN, rule: 'missing-end', at: 'between elements' },
    { hex: `${OPEN.slice(0, -4)}`, rule: 'truncated', at: 'in a string' },
    { hex: '03016a00', rule: 'no-root', at: 'behind the header' },
  ])('that ends $at is not blamed for it', ({ hex, rule }) => {
    const { findings, checks: asked } = part(hex);
    expect(findings.find((finding) => finding.rule === rule)).toMatchObject({ severity: 'note' });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.flatMap(({ phone = [] }) => phone)).toEqual([]);
    expect(verdict(findings, asked)).toMatch(/^Only a part of this message is here, and nothing wrong/);
    const whole = examineMessage({ bytes: bytesOf(hex) });
    expect(whole.findings.some(({ severity }) => severity === 'error')).toBe(true);
  });

  test('is told what is wrong in front of its end, as loud as ever', () => {
    const wrong = '03016a00 45 4b03310001 5c4f 4b03310001';
    const { findings, checks: asked } = part(wrong);
    expect(findings[0]).toMatchObject({ severity: 'error', start: 5 });
    expect(verdict(findings, asked)).toMatch(/^SyncKey stands directly under Sync/);
  });
});
