import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../bytes/index.ts';
import { keyOf, vocabularyOf } from '../../doctypes/index.ts';
import { writeMessage, type Piece } from '../../eas/index.ts';
import type { Message, ReadAs } from '../../conversation/index.ts';
import { contextOf, examineMessage } from '../examination.ts';

/** An element by its `Page:Name`, for messages that are easier to read as trees than as bytes. */
function piece(name: string, ...holds: (Piece | string)[]): Piece {
  const vocabulary = vocabularyOf('activesync');
  const [page = '', local = ''] = name.split(':');
  const number = vocabulary?.namespacePage(page) ?? -1;
  const code = vocabulary?.tagCode(number, local);
  if (code === undefined) throw new Error(`no tag ${name}`);
  const key = keyOf(number, code);
  const [first] = holds;
  if (first === undefined) return { key };
  return { key, holds: typeof first === 'string' ? first : (holds as Piece[]) };
}

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
const message = (root: Piece, readAs: ReadAs): Message => ({ bytes: writeMessage(root), readAs });
const found = (root: Piece, readAs: ReadAs): string[] =>
  examineMessage(message(root, readAs)).findings.map(({ severity, rule }) => `${severity} ${rule}`);

describe('a further order', () => {
  const estimate = (...names: string[]): Piece =>
    piece(
      'GetItemEstimate:GetItemEstimate',
      piece(
        'GetItemEstimate:Collections',
        piece('GetItemEstimate:Collection', ...names.map((name) => piece(name, '1'))),
      ),
    );
  const SYNC_KEY = 'AirSync:SyncKey';
  const ID = 'GetItemEstimate:CollectionId';
  const FILTER = 'AirSync:FilterType';

  test.each<[string, string[], string, string[]]>([
    ['the first order', [SYNC_KEY, ID, FILTER], '12.1', []],
    ['the further one', [ID, FILTER, SYNC_KEY], '12.1', []],
    ['the further one, where it is not right', [ID, SYNC_KEY], '14.1', ['warning wrong-order']],
    ['neither', [FILTER, ID, SYNC_KEY], '12.1', ['warning wrong-order']],
  ])('%s', (_, names, version, findings) => {
    expect(found(estimate(...names), { side: 'request', version })).toEqual(findings);
  });
});

describe('a text that stands for children', () => {
  const policy = (...data: (Piece | string)[]): Piece =>
    piece(
      'Provision:Provision',
      piece('Provision:Status', '1'),
      piece(
        'Provision:Policies',
        piece(
          'Provision:Policy',
          piece('Provision:PolicyType', 'MS-WAP-Provisioning-XML'),
          piece('Provision:Status', '1'),
          piece('Provision:PolicyKey', '5'),
          piece('Provision:Data', ...data),
        ),
      ),
    );

  test('is right in the version that has it, and tells that version', () => {
    expect(found(policy('<wap/>'), { side: 'response', version: '2.5' })).not.toContainEqual(
      expect.stringMatching(/text-in-container|missing/),
    );
    const bytes = writeMessage(policy('<wap/>'));
    expect(contextOf({ bytes }, 'response').version).toMatchObject({ value: '2.5', how: 'guessed' });
  });
  test('is wrong in the others', () => {
    expect(found(policy('<wap/>'), { side: 'response', version: '14.1' })).toContain(
      'error text-in-container',
    );
  });
  test('of a query never is', () => {
    const query = piece(
      'Search:Search',
      piece('Search:Store', piece('Search:Name', 'GAL'), piece('Search:Query', 'Jörg')),
    );
    expect(found(query, { side: 'request', version: '14.1' })).toEqual([]);
  });
});

describe('a child that only some values of its sibling allow', () => {
  const answer = (status: string, ...more: Piece[]): Piece =>
    piece('FolderHierarchy:FolderUpdate', piece('FolderHierarchy:Status', status), ...more);
  const KEY = piece('FolderHierarchy:SyncKey', '7');

  test.each<[string, Piece, string[]]>([
    ['allowed', answer('1', KEY), []],
    ['missing where it must be', answer('1'), ['error missing-child']],
    ['left out', answer('4'), []],
    ['there all the same', answer('4', KEY), ['note child-despite-failure']],
  ])('%s', (_, root, findings) => {
    expect(found(root, { side: 'response', version: '14.1' })).toEqual(findings);
  });
});

describe('a child that only some versions require', () => {
  const forward = (...more: Piece[]): Piece =>
    piece(
      'ComposeMail:SmartForward',
      piece('ComposeMail:ClientId', '1'),
      piece('ComposeMail:Source', piece('ComposeMail:ItemId', '1')),
      ...more,
    );
  test('is missing there', () => {
    expect(found(forward(), { side: 'request', version: '14.1' })).toEqual(['error missing-in-version']);
  });
  test('and only there', () => {
    const whom = piece(
      'ComposeMail:Forwardees',
      piece('ComposeMail:Forwardee', piece('ComposeMail:Email', 'a@example.test')),
    );
    expect(found(forward(whom), { side: 'request', version: '16.1' })).toEqual([]);
  });
});

test('a root that a version does not have is told once', () => {
  const find = piece('Find:Find', piece('Find:Status', '3'));
  expect(found(find, { side: 'response', version: '16.1' })).toEqual([]);
  const [first] = examineMessage(message(find, { side: 'response', version: '14.1' })).findings;
  expect(first).toMatchObject({
    rule: 'not-in-version',
    text: expect.stringContaining('Find is the root. It is one in 16.1 only') as string,
  });
  expect(contextOf({ bytes: writeMessage(find) }).version).toMatchObject({ value: '16.1', how: 'guessed' });
});

test('an item of the directory has no properties of a mail', () => {
  const properties = piece(
    'Search:Properties',
    piece('GAL:DisplayName', 'Jörg'),
    piece('Email:Subject', 'Hello'),
  );
  const reply = piece(
    'Search:Search',
    piece('Search:Status', '1'),
    piece(
      'Search:Response',
      piece(
        'Search:Store',
        piece('Search:Status', '1'),
        piece('Search:Result', properties),
        piece('Search:Range', '0-0'),
        piece('Search:Total', '1'),
      ),
    ),
  );
  expect(found(reply, { side: 'response', version: '14.1' })).toEqual(['error mixed-classes']);
});

test('conditions of a search may nest as deep as anybody likes', () => {
  const nested = (depth: number): Piece => {
    let inner = piece('Search:FreeText', 'x');
    for (let i = 0; i < depth; i++) inner = piece('Search:And', inner);
    return piece(
      'Search:Search',
      piece('Search:Store', piece('Search:Name', 'Mailbox'), piece('Search:Query', inner)),
    );
  };
  const readAs: ReadAs = { side: 'request', version: '14.1' };
  for (const depth of [1, 60, 61, 62, 63, 1000]) expect(found(nested(depth), readAs), `${depth}`).toEqual([]);
});

describe('a string without a character where none may stand', () => {
  const SEND = (flag: string): string =>
    `03016a00 0015 45 51033100 01 ${flag} 50c302780a 01 01`.replaceAll(' ', '');
  const COLLECTIONS = (text: string): string =>
    `03016a00 45 5c ${text} 4f 4b03310001 5203310001 4e03310001 01 01 01`.replaceAll(' ', '');

  test.each<[string, string, 'request' | 'response', string[]]>([
    ['a flag alone', SEND('08'), 'request', []],
    ['a flag with an END', SEND('4801'), 'request', ['warning content-in-empty-tag']],
    ['a flag with an empty STR_I', SEND('48030001'), 'request', ['warning content-in-empty-tag']],
    ['a flag with an empty OPAQUE', SEND('48c30001'), 'request', ['warning content-in-empty-tag']],
    ['a flag with a 1', SEND('4803310001'), 'request', ['error content-in-empty-tag']],
    ['a flag with an empty STR_I and a 1', SEND('48030003310001'), 'request', ['error content-in-empty-tag']],
    ['a container', COLLECTIONS('0300'), 'response', ['warning text-in-container']],
    ['a container with a text after it', COLLECTIONS('0300037800'), 'response', ['error text-in-container']],
  ])('%s', (_, hex, side, findings) => {
    const { findings: all } = examineMessage({
      bytes: bytesOf(hex),
      readAs: { side, version: '14.1' },
    });
    expect(all.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(findings);
  });

  test('says so, and its fix leaves the tag alone', () => {
    const bytes = bytesOf(SEND('48030001'));
    const [finding] = examineMessage({ bytes, readAs: { side: 'request', version: '14.1' } }).findings;
    expect(finding?.text).toBe(
      'SaveInSentItems holds an empty string. It is a tag without content: one byte, no END.',
    );
    expect(finding?.fix?.edits.map(({ bytes: put }) => toHex(put))).toEqual(['08']);
  });
});

describe('Send, which sends a draft', () => {
  // Sync with SyncKey 1, CollectionId 1, Commands with an Add: ClientId, then what is given
  const ADD = (behind: string): string =>
    `03016a00 45 5c4f 4b03310001 5203310001 56 47 4c03310001 ${behind} 01 01 01 01 01`.replaceAll(' ', '');
  const SUBJECT = '0002 5403780001';
  const INSIDE = `5d ${SUBJECT} 0016 17 0000 01`;
  const BESIDE = `5d ${SUBJECT} 0000 01 0016 17 0000`;
  const findingsOf = (hex: string, side: 'request' | 'response', version: string): string[] =>
    examineMessage({ bytes: bytesOf(hex), readAs: { side, version } }).findings.map(
      ({ severity, rule, text }) => `${severity} ${rule}: ${text}`,
    );

  test('stands beside ApplicationData in a request of 16.0', () => {
    expect(findingsOf(ADD(BESIDE), 'request', '16.0')).toEqual([]);
    expect(findingsOf(ADD(BESIDE), 'request', '14.1')).toContainEqual(
      'warning not-in-version: Send stands in Add. It belongs there in 16.0 and later; this message is 14.1.',
    );
  });
  test('stands never in ApplicationData', () => {
    expect(findingsOf(ADD(INSIDE), 'request', '16.0')).toEqual([
      'error unexpected-child: Send stands in ApplicationData. Its place is in Change or Add.',
    ]);
  });
  test('stands never in a response', () => {
    const reply =
      `03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 47 4d03310001 ${INSIDE} 01 01 01 01 01`.replaceAll(
        ' ',
        '',
      );
    expect(findingsOf(reply, 'response', '16.0')).toContainEqual(
      'error unexpected-child: Send stands in ApplicationData. Only a request has it, in Change or Add.',
    );
  });
});
