import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, sameBytes } from '../../bytes/index.ts';
import { applyEdits, type Conversation } from '../../conversation/index.ts';
import { decode } from '../../doctypes/index.ts';
import { anyDocument } from '../../testing/any-document.ts';
import { allMessages, corpusFolder } from '../../testing/corpus.ts';
import { bounded } from '../../testing/cpu.ts';
import { mutate } from '../../testing/mutate.ts';
import { Random } from '../../testing/random.ts';
import { KIND } from '../../wbxml/index.ts';
import { examineMessage } from '../examination.ts';
import { textOf } from '../walk/element-text.ts';
import { detect, detectSteps } from './detect.ts';
import type { Proposal } from './detect.ts';

/** Hex with texts between quotes: `4f "abc" 01` stands for 4f 03 61 62 63 00 01. */
function wire(spelled: string): Uint8Array {
  const parts = spelled.split('"');
  const hex = parts.map((part, i) =>
    i % 2 === 0
      ? part
      : `03${[...new TextEncoder().encode(part)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}00`,
  );
  const bytes = fromHex(hex.join(''));
  if (!bytes) throw new Error(`not hex: ${spelled}`);
  return bytes;
}

/** `Name=text` for every value, `Name` for every other element, in order. */
function leaves(bytes: Uint8Array): string[] {
  const decoded = decode(bytes);
  const { tokens } = decoded;
  const found: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kind(i) !== KIND.tag) continue;
    const isValue = tokens.hasContent(i) && tokens.kind(i + 1) === KIND.strI;
    found.push(`${tokens.at(i).name ?? '?'}${isValue ? `=${textOf(decoded, i + 1, tokens.past(i))}` : ''}`);
  }
  return found;
}

const first = (proposals: readonly Proposal[]): Proposal => {
  const [best] = proposals;
  if (!best) throw new Error('no proposal');
  return best;
};

/** A reply whose mail properties and body were written from a table of another making. */
const MAIL = wire(`03016a00 45 4e"1"01 5c 4f 50"Email"01 4b"7"01 52"1"01 4e"1"01 56 47 4d"1:35"01 5d
  0002 4f"Lunch on Friday?"01 50"alice@example.test"01 51"bob@example.test"01 52"2026-03-02T09:15:00.000Z"01
  53"bob@example.test"01 54"Lunch on Friday?"01 55"1"01 56"0"01 5c"IPM.Note"01 5f"1"01
  000e 48 4a"1"01 4b"14"01 4c"0"01 49"See you there."01 01
  0000 01 01 01 1b 01 01 01`);

describe('a mail written from a wrong table', () => {
  const EXPECTED = [
    'Subject=Lunch on Friday?',
    'From=alice@example.test',
    'To=bob@example.test',
    'DateReceived=2026-03-02T09:15:00.000Z',
    'DisplayTo=bob@example.test',
    'ThreadTopic=Lunch on Friday?',
    'Importance=1',
    'Read=0',
    'MessageClass=IPM.Note',
  ];
  const BODY = ['Body', 'Type=1', 'EstimatedDataSize=14', 'Truncated=0', 'Data=See you there.'];

  test('decodes to its names, with fitting types, by the tables that are known', () => {
    const best = first(detect({ bytes: MAIL }));
    const read = leaves(best.bytes);
    expect(read.slice(12)).toEqual([...EXPECTED, 'NativeBodyType=1', ...BODY, 'MoreAvailable']);
    expect(best).toMatchObject({ sure: 'likely', command: 'Sync', side: 'response', absurd: { after: 0 } });
    const errors = examineMessage({ bytes: best.bytes }).findings.filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors).toEqual([]);
  });

  test('decodes to them without any known table, by structure and values alone', () => {
    const best = first(detect({ bytes: MAIL }, {}, { tables: [] }));
    const read = leaves(best.bytes);
    expect(read.slice(12, 16)).toEqual(EXPECTED.slice(0, 4));
    expect(read).toEqual(expect.arrayContaining([...BODY, 'MessageClass=IPM.Note', 'MoreAvailable']));
  });

  test('says what the bytes read as on page 14, and that one of them is RemoteWipe', () => {
    const { text, rows } = first(detect({ bytes: MAIL }));
    expect(text).toContain(
      'Read on page 17 AirSyncBase, by place and value, these four names are Type, EstimatedDataSize, Truncated and Data, as Body holds them; on page 14 Provision they are Data, Status, RemoteWipe and PolicyKey.',
    );
    expect(rows.find(({ readAs }) => readAs === 'RemoteWipe')).toMatchObject({
      page: 14,
      code: 0x0c,
      proposed: { page: 17, code: 0x0d, name: 'Truncated' },
      parent: 'Body',
    });
  });

  test('its fix is splices that give the same bytes', () => {
    const conversation: Conversation = {
      format: 1,
      title: '',
      exchanges: [{ id: '1', response: { bytes: MAIL } }],
    };
    const best = first(detect({ bytes: MAIL }, { exchange: 0, side: 'response' }));
    const fixed = applyEdits(conversation, best.fix.edits).exchanges[0]?.response?.bytes;
    expect(fixed && sameBytes(fixed, best.bytes)).toBe(true);
  });
});

describe('pages', () => {
  test('a missing SWITCH_PAGE before a body', () => {
    const bytes = wire(`03016a00 455c4f 4b"2"01 52"1"01 4e"1"01 5647 4d"1:1"01 5d
      0002 54"Hello"01 4a46"1"01 4c"5"01 4d"0"01 4b"Hello"01 01 01010101 0101`);
    const best = first(detect({ bytes }));
    expect(leaves(best.bytes).slice(10)).toEqual([
      'Subject=Hello',
      'Body',
      'Type=1',
      'EstimatedDataSize=5',
      'Truncated=0',
      'Data=Hello',
    ]);
  });

  test('a FolderSync that never leaves page 0', () => {
    const bytes = wire(
      '03016a00 56 4c"1"01 52"1"01 4e 57"1"01 4f 48"5"01 49"0"01 47"Inbox"01 4a"2"01 01 01 01',
    );
    const best = first(detect({ bytes }));
    expect(best).toMatchObject({ kind: 'page', command: 'FolderSync', side: 'response' });
    expect(best.text).toContain('Read so it is a response to FolderSync.');
    expect(best.fix.edits).toHaveLength(1);
    expect(best.bytes.subarray(4, 7)).toEqual(Uint8Array.of(0x00, 0x07, 0x56));
  });

  test('a FolderSync on page 1 with codes of its own: page 1 is Contacts', () => {
    const folder = (id: number, name: string, type: number): string =>
      `4a4b"${id}"014c"0"014d"${name}"014e"${type}"0101`;
    const bytes = wire(
      `03016a000001 45 46"1"01 47"1"01 48 49"2"01 ${folder(1, 'Inbox', 2)} ${folder(2, 'Drafts', 3)} 0101`,
    );
    const best = first(detect({ bytes }));
    expect(best.text).toContain('on page 1 Contacts it is Anniversary');
    expect(leaves(best.bytes)).toEqual([
      ...['FolderSync', 'Status=1', 'SyncKey=1', 'Changes', 'Count=2'],
      ...['Add', 'ServerId=1', 'ParentId=0', 'DisplayName=Inbox', 'Type=2'],
      ...['Add', 'ServerId=2', 'ParentId=0', 'DisplayName=Drafts', 'Type=3'],
    ]);
  });

  test('codes moved by one', () => {
    const bytes = wire(
      '03016a000007 57 4d"1"01 53"1"01 4f 58"1"01 50 49"5"01 4a"0"01 48"Inbox"01 4b"2"01 01 01 01',
    );
    const best = first(detect({ bytes }));
    expect(best.kind).toBe('shift');
    expect(leaves(best.bytes)).toContain('DisplayName=Inbox');
  });
});

test('a SyncKey under Sync is a right name in a wrong place: nothing to propose', () => {
  expect(detect({ bytes: wire('03016a000000454e"1"014b"1"015c4f4b"1"0152"1"014e"1"01010101') })).toEqual([]);
});

/** The messages with names that are absurd for their place, each with why. Of `malformed` ones some are. */
const ABSURD: Readonly<Record<string, string>> = {
  'case-first-mail/sync-response.wbxml': 'Commands is written as CollectionId, and more',
  'case-shifted-tokens/sync-response.wbxml': 'every code is moved by some',
  'case-folders-on-page-1/foldersync-response.wbxml': 'a FolderSync on page 1 Contacts',
  'synckey-0-loop/folders-on-page-1.wbxml': 'the same, told as a story',
  'case-folders-old-tokens/foldersync-response.wbxml': 'page 7 by codes of another making',
  'synckey-0-loop/folders-other-tags.wbxml': 'the same, told as a story',
  'synckey-0-loop/sync-reply-on-page-14.wbxml': 'a mail whose body stands on page 14 Provision',
  'damaged-unknown/sync-request.wbxml': 'a page and a tag that nobody has defined',
  'public/dalgleish-wbxml/activesync/sync-add.wbxml':
    'AccountName of page 18 Settings in a contact, for page 12 Contacts2',
};

test('a reading is proposed for messages with names that are absurd for their place, and for no other', () => {
  const proposed = allMessages()
    .filter(({ name }) => !name.includes('malformed'))
    .filter(({ bytes }) => detect({ bytes }).length > 0)
    .map(({ name }) => name.replace(/^.*?(?=public\/)/, ''));
  const known = Object.keys(ABSURD).filter((name) => corpusFolder || !name.startsWith('public/'));
  expect(proposed.sort()).toEqual(known.sort());
});

test('a search can be left between two steps, and keeps to its budget', () => {
  const steps = detectSteps({ bytes: wire('03016a00 56 4c"1"01 52"1"01 4e 57"0"01 01 01') });
  expect(steps.next()).toMatchObject({ done: false, value: { done: 0 } });
  expect(steps.return([])).toEqual({ done: true, value: [] });
  expect(detect({ bytes: MAIL }, {}, { budget: 10 })).toEqual([]);
});

test('any bytes give proposals or none', () => {
  const check = (bytes: Uint8Array): void => {
    for (const { bytes: read, absurd } of detect({ bytes })) {
      expect(absurd.after).toBeLessThan(absurd.before);
      expect(decode(read).document.header).toBeDefined();
    }
  };
  fc.assert(fc.property(anyDocument, check), { numRuns: 150 });
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), check), { numRuns: 150 });
  const random = new Random(11);
  const messages = allMessages().filter(({ bytes }) => bytes.length < 2000);
  for (let i = 0; i < 300; i++)
    check(mutate(random.pick([...messages, { name: '', bytes: MAIL }]).bytes, random));
});

test('many items cost no more than one', () => {
  const item = [...MAIL.subarray(MAIL.indexOf(0x56) + 1, MAIL.length - 5)];
  const start = [...MAIL.subarray(0, MAIL.indexOf(0x56) + 1)];
  const all = [...start, ...Array.from({ length: 5000 }, () => item).flat(), 1, 1, 1, 1];
  const bytes = Uint8Array.from(all);
  expect(bytes.length).toBeGreaterThan(1_000_000);
  expect(bounded('a message of a megabyte', () => detect({ bytes })).length).toBeGreaterThan(0);
});
