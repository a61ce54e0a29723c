import { expect, test } from 'vitest';
import { allMessages } from '../testing/corpus.ts';
import { decode } from './index.ts';

const CUT_ON_PURPOSE = 'recorded request, cut off on purpose';
const TEXT_ON_PURPOSE = 'recorded request that is a line of text on purpose';
const HEADER_ONLY = 'recorded request that is nothing but a header on purpose';
const TEXT = 'SOGo labels a line of text as WBXML';
const CRASHED = 'the server crashed within its answer';
const FRAGMENT = 'a test fragment without a header';

/**
 * Every message of samples and corpus that decodes with an error: its code, and why that is right. Each was
 * looked at; none joins silently, and none leaves.
 */
const UNREADABLE: readonly (readonly [name: string, code: string, why: string])[] = [
  [
    'case-first-mail/sync-response.wbxml',
    'value-before-start',
    'shifted tags: one has the attribute bit, a string follows',
  ],
  ['damaged-cut-off/sync-response.wbxml', 'truncated', 'a sample of a message that was cut off'],
  ['damaged-opaque-length/sendmail-request.wbxml', 'truncated', 'a sample of an OPAQUE that claims too much'],
  ['damaged-trailing/sync-response.wbxml', 'after-root', 'a sample of bytes behind the end'],

  ['captures/sogo-2.5/072-Sync-request.malformed.wbxml', 'missing-end', CUT_ON_PURPOSE],
  ['captures/sogo-2.5/073-Sync-request.malformed.wbxml', 'truncated', CUT_ON_PURPOSE],
  ['captures/sogo-2.5/074-Sync-request.malformed.wbxml', 'truncated', TEXT_ON_PURPOSE],
  ['captures/sogo-2.5/075-Sync-request.malformed.wbxml', 'no-root', HEADER_ONLY],
  ['captures/sogo-12.1/093-Sync-request.malformed.wbxml', 'missing-end', CUT_ON_PURPOSE],
  ['captures/sogo-12.1/094-Sync-request.malformed.wbxml', 'truncated', CUT_ON_PURPOSE],
  ['captures/sogo-12.1/095-Sync-request.malformed.wbxml', 'truncated', TEXT_ON_PURPOSE],
  ['captures/sogo-14.1/095-Sync-request.malformed.wbxml', 'missing-end', CUT_ON_PURPOSE],
  ['captures/sogo-14.1/096-Sync-request.malformed.wbxml', 'truncated', CUT_ON_PURPOSE],
  ['captures/sogo-14.1/097-Sync-request.malformed.wbxml', 'truncated', TEXT_ON_PURPOSE],
  ['captures/sogo-14.1/098-Sync-request.malformed.wbxml', 'no-root', HEADER_ONLY],
  ['captures/zpush-2.5/072-Sync-request.malformed.wbxml', 'missing-end', CUT_ON_PURPOSE],
  ['captures/zpush-2.5/073-Sync-request.malformed.wbxml', 'truncated', CUT_ON_PURPOSE],
  ['captures/zpush-2.5/074-Sync-request.malformed.wbxml', 'truncated', TEXT_ON_PURPOSE],
  ['captures/zpush-2.5/075-Sync-request.malformed.wbxml', 'no-root', HEADER_ONLY],
  ['captures/zpush-12.1/112-Sync-request.malformed.wbxml', 'missing-end', CUT_ON_PURPOSE],
  ['captures/zpush-12.1/113-Sync-request.malformed.wbxml', 'truncated', CUT_ON_PURPOSE],
  ['captures/zpush-12.1/115-Sync-request.malformed.wbxml', 'no-root', HEADER_ONLY],
  ['captures/zpush-14.0/107-Sync-request.malformed.wbxml', 'missing-end', CUT_ON_PURPOSE],
  ['captures/zpush-14.0/108-Sync-request.malformed.wbxml', 'truncated', CUT_ON_PURPOSE],
  ['captures/zpush-14.0/109-Sync-request.malformed.wbxml', 'truncated', TEXT_ON_PURPOSE],
  ['captures/zpush-14.1/115-Sync-request.malformed.wbxml', 'missing-end', CUT_ON_PURPOSE],
  ['captures/zpush-14.1/116-Sync-request.malformed.wbxml', 'truncated', CUT_ON_PURPOSE],
  ['captures/zpush-14.1/117-Sync-request.malformed.wbxml', 'truncated', TEXT_ON_PURPOSE],
  ['captures/zpush-14.1/118-Sync-request.malformed.wbxml', 'no-root', HEADER_ONLY],

  ['captures/sogo-2.5/107-FolderCreate-response.wbxml', 'truncated', TEXT],
  ['captures/sogo-2.5/117-SmartReply-response.wbxml', 'truncated', TEXT],
  ['captures/sogo-2.5/118-SmartForward-response.wbxml', 'truncated', TEXT],
  ['captures/sogo-12.1/144-FolderCreate-response.wbxml', 'truncated', TEXT],
  ['captures/sogo-12.1/151-FolderDelete-response.wbxml', 'truncated', TEXT],
  ['captures/sogo-14.1/148-FolderCreate-response.wbxml', 'truncated', TEXT],
  ['captures/sogo-14.1/155-FolderDelete-response.wbxml', 'truncated', TEXT],
  ['captures/zpush-12.1/143-ItemOperations-response.wbxml', 'missing-end', CRASHED],
  ['captures/zpush-12.1/148-ItemOperations-response.wbxml', 'missing-end', CRASHED],
  ['captures/zpush-14.0/139-ItemOperations-response.wbxml', 'missing-end', CRASHED],
  ['captures/zpush-14.0/144-ItemOperations-response.wbxml', 'missing-end', CRASHED],

  ['public/horde/fragments/appointment.fragment.wbxml', 'no-root', FRAGMENT],
  ['public/horde/fragments/recurrence.fragment.wbxml', 'no-root', FRAGMENT],
  ['public/horde/fragments/simpleexception.fragment.wbxml', 'no-root', FRAGMENT],
  [
    'public/libwbxml/fuzz/crash-1.malformed.wbxml',
    'value-before-start',
    'found by fuzzing: it once crashed libwbxml',
  ],
  [
    'public/libwbxml/fuzz/crash-3.malformed.wbxml',
    'after-root',
    'found by fuzzing: it once crashed libwbxml',
  ],
  ['public/wbxml-stream/activesync/activesync-016.wbxml', 'after-root', 'the message twice in one file'],
  [
    'public/wbxml-stream/version-errors/conml-001-webxml10-with-charset-error.wbxml',
    'truncated',
    'version 1.0 with a charset field: it is read as the length of the string table',
  ],
];

test('the messages that decode with an error are those of the list', () => {
  const messages = allMessages();
  const there = new Set(messages.map(({ name }) => name));
  const found = messages.flatMap(({ name, bytes }) => {
    const error = decode(bytes).problems.find(({ severity }) => severity === 'error');
    return error ? [`${name}: ${error.code}`] : [];
  });
  const expected = UNREADABLE.filter(([name]) => there.has(name)).map(([name, code]) => `${name}: ${code}`);
  expect(found.sort()).toEqual(expected.sort());
  expect(expected.length).toBeGreaterThanOrEqual(4); // those of the samples are always there
});
