import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import type { Conversation, Message } from '../conversation/index.ts';
import { examine } from './examine.ts';
import { contextOf, examineMessage } from './examination.ts';
import type { Finding } from './types.ts';
import { verdict } from './verdict.ts';

const UUID = '7b31666464626664392d663332302d346232662d623638632d6264373537353233626365357d31';

/** The attempts of the case and what real servers send, by their number in the story. */
const CASE: Readonly<Record<number, string>> = {
  1: '03016a00000756520330000101',
  2: '03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101',
  3: `03016a000000454e033100014b03${UUID}00015c4f4b03${UUID}000152033100014e03310001010101`,
  4: '03016a000000454e033100014b033100015c4f4b0331000152033100014e033100015503310001185f0331000152474803313a33350001490002440361406578616d706c652e746573740001450354657374207375626a65637400014f03323032352d31302d30315432313a35333a35352e3030305a0001430362406578616d706c652e74657374000150033000015a0349504d2e4e6f7465000146033100010011484a033100014b03313100014c03300001490348656c6c6f20776f726c640001010000010101010101',
  5: '03016a0000004549033100014a0331000146474a0331000148033100014903310001010101',
  6: '03016a000000454e033100014b033100015c4f5003456d61696c00014b0331000152033100014e03310001010101',
  7: '03016a000000455c4f5003456d61696c00014b0331000152033100014e03310001010101',
  8: '03016a000000454e033100015c4f5003456d61696c000152033100014b033100014e03310001010101',
  9: '03016a000000454e033100015c4f4b0331000152033100015003456d61696c00014e03310001010101',
  10: '03016a00454e033100015c4f4b0331000152033100015003456d61696c00014e03310001010101',
  11: '03016a00455c4f4b0331000152033100015003456d61696c00014e03310001010101',
  12: '03016a00454e033100015c4f5003456d61696c00014b0331000152033100014e03310001010101',
  13: '03016a000000455c4f4b0331000152033100014e033100015003456d61696c00015601010101',
  14: '03016a000000455c4f4b0332000152033100014e033100015003456d61696c00011456474d03313a333500015d0002540354657374207375626a6563740001580361406578616d706c652e746573740001560362406578616d706c652e7465737400014f03323032352d31302d30315432313a35333a35355a0001550330000100114a46033100014c03313100014d033000014b0348656c6c6f20776f726c640001010000010101010101',
  15: '03016a00000145460331000147033100014849033500014a4b033100014c033000014d03496e626f7800014e03320001014a4b033200014c033000014d0344726166747300014e03330001014a4b033300014c033000014d0344656c65746564204974656d7300014e03340001014a4b033400014c033000014d0353656e74204974656d7300014e03350001014a4b033500014c033000014d034f7574626f7800014e03360001010101',
  16: '03016a00000745460331000147033100014849033500014a4b033100014c033000014d03496e626f7800014e03320001014a4b033200014c033000014d0344726166747300014e03330001014a4b033300014c033000014d0344656c65746564204974656d7300014e03340001014a4b033400014c033000014d0353656e74204974656d7300014e03350001014a4b033500014c033000014d034f7574626f7800014e03360001010101',
  17: '03016a000007564c0331000152033100014e57033500014f480331000149033000014703496e626f7800014a03320001014f48033200014903300001470344726166747300014a03330001014f48033300014903300001470344656c65746564204974656d7300014a03340001014f48033400014903300001470353656e74204974656d7300014a03350001014f4803350001490330000147034f7574626f7800014a03360001010101',
  21: '03016a00455c4f4b0330000152033200015700114546033100014703333237363800010101010101',
  22: '03016a00455c4f4b0331393937343333303734000152033200014e03310001010101',
  23: '03016a00455c4f5003436f6e746163747300014b0332000152033200014e0331000156474d03323a3100015d00114a46033100014c033000014d033100010100015e0346756e6b2c20446f6e00015f03446f6e0001690346756e6b000100115603310001010101010101',
  24: '03016a00455c4f4b0331000152033100014e03310001010101',
  25: '03016a00455c4f4b0330000152033500014e03330001010101',
};

const bytesOf = (number: number): Uint8Array => fromHex(CASE[number] ?? '') ?? new Uint8Array();
const at141 = { readAs: { version: '14.1' } };

function findingsOf(number: number, more: Omit<Message, 'bytes'> = {}): Finding[] {
  return examineMessage({ bytes: bytesOf(number), ...more }).findings;
}

const briefly = (findings: readonly Finding[]): string[] =>
  findings.map(({ severity, rule, start, end }) => `${severity} ${rule} ${start}–${end - 1}`);
const errorsOf = (findings: readonly Finding[]): string[] =>
  briefly(findings.filter(({ severity }) => severity === 'error'));

describe('the replies an iPhone refused', () => {
  // Legal, and harmless: a switch to the page in force, and a Status where only a failure needs one.
  const HARMLESS = ['note redundant-switch-page 4–5', 'note status-under-sync 7–11'];

  test.each([
    [2, 'error synckey-under-sync 12–16'],
    [3, 'error synckey-under-sync 12–54'],
  ])('%i: one error, on the SyncKey under Sync', (number, finding) => {
    expect(briefly(findingsOf(number))).toEqual([finding, ...HARMLESS]);
    expect(briefly(findingsOf(number, at141))).toEqual([finding, ...HARMLESS]);
  });

  test('what is said of it', () => {
    const [finding] = findingsOf(2);
    expect(finding).toMatchObject({
      text: 'SyncKey stands directly under Sync. Its place is in Collection; under FolderSync this place is right.',
      basis: 'reported',
      source: 'MS-ASCMD 2.2.3.180, 2.2.3.181.4',
      ground: 'unexpected-child',
      exchange: 0,
      side: 'response',
    });
    expect(finding?.phone?.map(({ profile, verdict: does, basis }) => [profile, does, basis])).toEqual([
      ['iPhone', 'rejects', 'reported'],
      ['Android (AOSP)', 'accepts', 'inferred'],
    ]);
    expect(finding?.related).toEqual([
      { exchange: 0, side: 'response', start: 19, end: 24, text: 'The key of this collection stands here.' },
    ]);
    expect(finding?.fix).toEqual({
      title: 'Take these 5 bytes out',
      edits: [{ place: { exchange: 0, side: 'response', start: 12, end: 17 }, bytes: new Uint8Array() }],
    });
    const { findings, checks } = examineMessage({ bytes: bytesOf(2) });
    expect(verdict(findings, checks)).toBe(
      'SyncKey stands directly under Sync: an iPhone discards the reply and asks again with key 0.',
    );
  });

  test('6: that one, and a note on Class where the version is known', () => {
    expect(briefly(findingsOf(6))).toEqual(['error synckey-under-sync 12–16', ...HARMLESS]);
    expect(briefly(findingsOf(6, at141))).toEqual([
      'error synckey-under-sync 12–16',
      ...HARMLESS,
      'note class-in-collection 19–27',
    ]);
  });

  test('4: the key, and what its wrong tokens read as', () => {
    const found = errorsOf(findingsOf(4));
    expect(found[0]).toBe('error synckey-under-sync 12–16');
    expect(found).toContain('error request-only-tag 34–38');
  });

  test('5: the tokens of another table', () => {
    expect(errorsOf(findingsOf(5))).toEqual([
      'error unexpected-child 7–11',
      'error unexpected-child 12–16',
      'error unexpected-child 17–35',
    ]);
  });
});

describe('the replies a phone took, and what real servers send', () => {
  test.each([7, 8, 9, 10, 11, 12, 13, 14, 21, 22, 23, 24, 25])('%i: no error', (number) => {
    expect(errorsOf(findingsOf(number))).toEqual([]);
    expect(errorsOf(findingsOf(number, at141))).toEqual([]);
  });

  test.each([1, 17, 21, 22, 23, 24, 25])('%i: nothing at all', (number) => {
    expect(briefly(findingsOf(number))).toEqual([]);
  });

  test.each([
    [7, 'note redundant-switch-page 4–5'],
    [12, 'note status-under-sync 5–9'],
  ])('%i: nothing but what is harmless', (number, finding) => {
    expect(briefly(findingsOf(number))).toEqual([finding]);
  });

  test('13: its empty Commands is a warning', () => {
    const loud = findingsOf(13).filter(({ severity }) => severity !== 'note');
    expect(briefly(loud)).toEqual(['warning empty-commands 33–34']);
  });

  test('13 at 14.1: Class is told once, though it stands last too', () => {
    expect(briefly(findingsOf(13, at141))).toEqual([
      'warning empty-commands 33–34',
      'note redundant-switch-page 4–5',
      'note class-in-collection 24–32',
    ]);
  });

  test('24: twelve questions asked, twelve answered', () => {
    const { findings, checks } = examineMessage({ bytes: bytesOf(24) });
    expect(verdict(findings, checks)).toBe('Nothing wrong found: 12 checks passed.');
  });

  test('23: the version cannot be told from the bytes', () => {
    const { findings, checks } = examineMessage({ bytes: bytesOf(23) });
    expect(verdict(findings, checks)).toBe(
      'Nothing wrong found: 11 checks passed, 1 cannot be told from the bytes.',
    );
  });
});

test('17 names 5 folders, and where its Count says 6, that is not what the bytes hold', () => {
  expect(findingsOf(17)).toEqual([]);
  const bytes = bytesOf(17);
  const count = bytes.findIndex((byte, i) => byte === 0x57 && bytes[i + 1] === 0x03);
  bytes[count + 2] = 0x36;
  const findings = examineMessage({ bytes }).findings;
  expect(briefly(findings)).toEqual([`error wrong-folder-count ${count}–${count + 4}`]);
  expect(findings[0]?.text).toMatch(/^Changes names 5 folders, not 6\./);
});

describe('an item on the page of policies, as attempt 18 wrote it', () => {
  // The recorded bytes hold private text: the same tags around invented text.
  const item =
    '0002 4f0354657374000150036140622e746573740001 000e 48 4a0348656c6c6f0001 4b03310001 4c03300001 490331320001 01';
  const bytes =
    fromHex(
      `03016a00 45 5c 4f 4b03320001 5203310001 4e03310001 56 47 4d03313a310001 5d ${item} 01 01 01 010101`,
    ) ?? new Uint8Array();
  const findings = examineMessage({ bytes }).findings;

  test('names the page and the order to wipe that its codes read as', () => {
    const page = findings.find(({ rule }) => rule === 'foreign-page');
    expect(page?.severity).toBe('error');
    expect(page?.text).toContain('Page 14 is Provision');
    expect(page?.text).toContain('RemoteWipe');
    expect(page?.phone?.[0]).toMatchObject({ profile: 'iPhone', verdict: 'rejects' });
  });

  test('and the wrong page is one finding, not one for each element on it', () => {
    const [start, end] = [bytes.length - 36, bytes.length];
    const within = findings.filter((one) => one.start >= start && one.end <= end && one.severity === 'error');
    expect(within.map(({ rule }) => rule)).toEqual(['foreign-page']);
  });

  test('the text in the date is told too', () => {
    expect(findings.map(({ rule }) => rule)).toContain('unreadable-date');
  });
});

describe('FolderSync with the wrong table', () => {
  test('15: on page 1 the root is no command’s', () => {
    expect(briefly(findingsOf(15))).toEqual(['error wrong-root 6–6']);
    expect(findingsOf(15)[0]?.text).toContain('The root is Contacts:Anniversary');
  });
  test('16: told that it is FolderSync, the root is another’s', () => {
    expect(contextOf({ bytes: bytesOf(16) }).command?.value).toBe('GetHierarchy');
    const [finding] = findingsOf(16, { readAs: { command: 'FolderSync' } });
    expect(finding?.text).toBe(
      'The root is FolderHierarchy:Folders. FolderSync has the root FolderHierarchy:FolderSync. That is the root of GetHierarchy.',
    );
  });
});

test('the whole case as one conversation: the worst first, then by place', () => {
  const conversation: Conversation = {
    format: 1,
    title: 'The case',
    exchanges: Object.keys(CASE).map((number) => ({
      id: number,
      response: { bytes: bytesOf(Number(number)) },
    })),
  };
  const findings = examine(conversation);
  const order = findings.map(({ severity }) => ['error', 'warning', 'note'].indexOf(severity));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(
    findings.filter(({ rule }) => rule === 'synckey-under-sync').map(({ exchange }) => exchange),
  ).toEqual([1, 2, 3, 5]);
});

test('the bytes that were left after the fix are the 32 that hold no fault', () => {
  const bytes = bytesOf(2);
  const left = Uint8Array.from([...bytes.subarray(0, 12), ...bytes.subarray(17)]);
  expect(left).toHaveLength(32);
  expect(toHex(left)).toBe('03016a000000454e033100015c4f4b0331000152033100014e03310001010101');
  expect(briefly(examineMessage({ bytes: left }).findings)).toEqual([
    'note redundant-switch-page 4–5',
    'note status-under-sync 7–11',
  ]);
});
