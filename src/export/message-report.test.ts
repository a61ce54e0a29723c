import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { messagesOf, type Conversation } from '../conversation/index.ts';
import { examine } from '../doctor/index.ts';
import { bounded } from '../testing/cpu.ts';
import { sampleConversations } from '../testing/sample-conversations.ts';
import { messageReports, type Judged } from './message-report.ts';

test('an exchange without a command is called by its method, the reply too', () => {
  const reports = messageReports({
    format: 1,
    title: '',
    exchanges: [
      {
        id: '1',
        request: { bytes: new Uint8Array(), http: { method: 'OPTIONS' } },
        response: { bytes: new Uint8Array(), http: { status: 200 } },
      },
    ],
  });
  expect(reports.map(({ title }) => title)).toEqual([
    'OPTIONS request · no body',
    'OPTIONS reply · 200 · empty',
  ]);
});

describe.each(sampleConversations())('$name', ({ conversation }) => {
  test('has the findings that examining it gives, each with its message', () => {
    const reports = messageReports(conversation);
    for (const { exchange, side, findings } of reports) {
      const own = examine(conversation).filter((one) => one.exchange === exchange && one.side === side);
      expect(findings).toEqual(own);
    }
    expect(reports).toHaveLength(messagesOf(conversation).length);
  });
});

const SYNC =
  fromHex('03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101') ?? new Uint8Array();
const talk = (count: number): Conversation => ({
  format: 1,
  title: '',
  exchanges: Array.from({ length: count }, (_, i) => ({ id: String(i), response: { bytes: SYNC } })),
});

/** The first message, as it might be known: nothing wrong with it. */
function knownOf(conversation: Conversation): Judged | undefined {
  const [first] = messageReports(conversation);
  return first && { body: { kind: 'wbxml', why: '' }, context: first.context, findings: [], checks: [] };
}

test('what is known already is taken as it is, where it is known of every message', () => {
  const conversation = talk(2);
  const [first] = messageReports(conversation);
  const known = {
    body: { kind: 'wbxml', why: '' },
    context: first?.context,
    findings: [],
    checks: [],
  } as never;
  expect(messageReports(conversation, false, [known, known]).map(({ findings }) => findings)).toEqual([
    [],
    [],
  ]);
  expect(messageReports(conversation, false, [known, undefined])[0]?.findings).toEqual(first?.findings);
  expect(first?.findings.length).toBeGreaterThan(0);
});

test('no message is examined twice', () => {
  /** How often the bytes of a message are asked for while something is done with it. */
  const readsBy = (step: (conversation: Conversation) => unknown): number => {
    let reads = 0;
    const response = Object.defineProperty({}, 'bytes', { enumerable: true, get: () => (reads++, SYNC) });
    step({ format: 1, title: '', exchanges: [{ id: '1', response }] });
    return reads;
  };
  const known = knownOf(talk(1));
  const examined = readsBy((conversation) => examine(conversation));
  const told = readsBy((conversation) => messageReports(conversation, false, [known]));
  expect(readsBy((conversation) => messageReports(conversation))).toBe(examined + told);
});

test('thousands of messages are told in a time that goes with their number', () => {
  const conversation = talk(5_000);
  const reports = bounded('a report of 5,000 messages', () => messageReports(conversation), 6);
  expect(reports.every(({ findings }) => findings.length > 0)).toBe(true);
});
