import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from './all-rules.ts';
import { notCovered } from './not-covered.ts';

/** Rows of the fact table, by the front of their ids: each group in its numbers. */
const ROWS: Readonly<Record<string, string>> = {
  'WBXML-HDR': '01 02',
  'WBXML-STR': '01',
  'WBXML-TOK': '01 02',
  'WBXML-PAGE': '01 02 03',
  'WBXML-END': '01',
  'WBXML-TXT': '01 02 03',
  'WBXML-EMPTY': '01',
  SCHEMA: '01 02 03 04 05 06 07 08',
  'HTTP-OPT': '01 02 03 04',
  'HTTP-CT': '01 02 03',
  'HTTP-LEN': '01',
  'HTTP-URL': '01 02',
  'HTTP-VER': '01 02',
  'HTTP-POL': '01',
  'HTTP-449': '01 02',
  'HTTP-451': '01',
  'HTTP-503': '01',
  'HTTP-500': '01',
  'HTTP-401': '01',
  STATUS: '01',
  PROV: '01 02 03 04 05 06 07 08 09 10 11 12',
  SET: '01 02',
  FS: '01 02 03 04 05 06 07 08 09',
  'SYNC-REQ': '01 02 03 04 05 06 07 08 09 10 11 12',
  'SYNC-INIT': '01 02 03 04 05 06 07 08 09 10 11 12',
  'SYNC-KEY': '01 02 03 04 05 06 07 08 09',
  'SYNC-RSP': '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21',
  'SYNC-ST': '01 02 03 04 05 06 07 08 09',
  ITEM: '01 02 03 04 05 06 07 08 09 10 11 12 13 14',
  PING: '01 02 03 04 05 06 07',
  GIE: '01 02',
  MOVE: '01',
  SEND: '01 02',
  MR: '01 02',
  FIND: '01',
  AUTOD: '01 02',
  FLOW: '01 02 03',
};

/** The diagnoses that the case asks for. */
const DIAGNOSES = Array.from({ length: 30 }, (_, i) => `D${i + 1}`);

const FACTS = join(import.meta.dirname, '../../../shared/facts/eas-rules.json');
const facts = existsSync(FACTS)
  ? (JSON.parse(readFileSync(FACTS, 'utf8')) as { rules: { id: string; evidence: string }[] }).rules
  : undefined;
if (!facts) console.log('No ../shared/facts here: the rows are compared with the list in this test only.');

const listed = Object.entries(ROWS).flatMap(([front, numbers]) =>
  numbers.split(' ').map((number) => `${front}-${number}`),
);
const ids = [...listed, ...DIAGNOSES];

const byRow = new Map<string, string[]>();
for (const { id, covers } of rules())
  for (const row of covers) byRow.set(row, [...(byRow.get(row) ?? []), id]);

test('the list of rows is that of the fact table', () => {
  expect(new Set(listed).size).toBe(listed.length);
  if (facts) expect(new Set(facts.map(({ id }) => id))).toEqual(new Set(listed));
});

describe.each(ids)('%s', (id) => {
  test('is covered by a rule, or stands among those that none can cover, not both', () => {
    const reasons = notCovered.filter((row) => row.id === id);
    const covering = byRow.get(id) ?? [];
    expect(reasons.length + Math.min(1, covering.length)).toBe(1);
  });
});

test('what rules claim to cover are rows that there are, each once', () => {
  for (const row of byRow.keys()) expect(ids).toContain(row);
  for (const { id, covers } of rules()) expect(new Set(covers).size, id).toBe(covers.length);
});

// Rows that name several faults, which several rules tell apart. Every other row has one rule.
const SEVERAL: Readonly<Record<string, string>> = {
  D5: 'missing, the key elements of a Collection, others; or one too many',
  D6: 'a key of 0; a key that stays',
  D8: 'three containers, each with a reader of its own that it hurts',
  D12: 'a page that does not exist, one the command has no use for, one of another class',
  D13: 'a date; another type',
  D15: 'each field of the header',
  D16: 'another root; none',
  D17: 'cut off, too few END, too many; an element where an END is missing',
  D18: 'content where there is none; none where there must be',
  D19: 'bytes that are no text; characters that are none of XML',
  D20: 'a length past the end; one past 32 bits',
  D21: 'each kind of token that ActiveSync does not use',
  D22: 'HTML, gzip, another type; none at all, where that is right, wrong, or dressed up',
  D25: 'a key refused; key 0 refused',
  D29: 'no Type; no size; a size that does not fit',
  D30: 'each kind of spare bytes',
  'FS-04': 'missing; out of range',
  'FS-07': 'two of a type; no Inbox',
  'FS-06': 'a key beside a failure; success with a key that nobody gave out',
  'FS-09': 'a key of 0; a key beside a failure',
  'GIE-01': 'missing; in another place',
  'HTTP-401-01': 'no challenge; a challenge in the middle',
  'HTTP-500-01': 'one; several in a row',
  'HTTP-VER-01': 'no version asked for; another one answered',
  'ITEM-01': 'no Type; another order',
  'ITEM-03': 'no size; a size that does not fit; a body or a preview too long; one cut without a word',
  'ITEM-06': 'empty; missing',
  'PING-01': 'no folders; folders nobody asked for; folders beside no change',
  'PING-03': 'the limit not named, and one named that is not kept',
  'PROV-01': 'each phase alone; both; one again and again',
  'PROV-02': 'the key; the other parts',
  'PROV-09': 'by a Status; by an HTTP status',
  'SCHEMA-02': 'of a request, of a response, of neither',
  'SCHEMA-03': 'missing, in a Collection, in a version; an empty container',
  'SCHEMA-04': 'too often; beside what excludes it; beside a failure',
  'SCHEMA-06': 'each way a value can be wrong',
  'SCHEMA-07': 'in a container, in a tag without content, in a value',
  'SCHEMA-08': 'Class, which is tolerated; others',
  'SEND-02': 'a text; the same mail twice',
  'SYNC-INIT-03': 'a part of a Collection; the whole',
  'SYNC-INIT-07': 'no body; no Collection',
  'SYNC-INIT-09': 'refused; answered with the same bad bytes again',
  'SYNC-REQ-03': 'both; out of range',
  'SYNC-REQ-04': 'the request; the answer',
  'SYNC-RSP-01': 'the case; others; Limit beside Collections',
  'SYNC-RSP-03': 'missing; doubled',
  'SYNC-RSP-07': 'not that of the request; not one of FolderSync',
  'SYNC-RSP-09': 'empty; unasked',
  'SYNC-RSP-10': 'an answer without its id; no answer',
  'SYNC-RSP-11': 'missing; in another order',
  'SYNC-RSP-12': 'too long; not unique',
  'SYNC-RSP-13': 'in one reply; in two',
  'SYNC-RSP-15': 'in one reply; in the next',
  'SYNC-RSP-20': 'missing; not answered',
  'SYNC-ST-01': 'the Status; what stands beside it',
  'WBXML-END-01': 'too few; too many; cut off',
  'WBXML-HDR-01': 'each field',
  'WBXML-PAGE-01': 'a page that does not exist; one that the command has no use for',
  'WBXML-STR-01': 'each kind of token',
  'WBXML-TOK-01': 'an unknown tag; a content bit without END',
  'WBXML-TXT-02': 'a length past the end; OPAQUE where a string is meant',
};

test('a row with several rules has several faults', () => {
  const several = [...byRow].filter(([, rulesOfRow]) => rulesOfRow.length > 1).map(([row]) => row);
  expect(several.sort()).toEqual(Object.keys(SEVERAL).sort());
});

/** Two bytes or more in hex, or one with its prefix. */
const BYTES = /\b[0-9A-Fa-f]{2}(?: [0-9A-Fa-f]{2})+\b|\b0x[0-9A-Fa-f]+|\b[Bb]yte \d/;

describe('what no rule covers', () => {
  test('has one of four reasons, and says what would have to be seen', () => {
    for (const { id, why } of notCovered) expect(why, id).toMatch(/^[A-Z].*\.$/);
  });

  test('are rows that there are, each once', () => {
    const rows = notCovered.map(({ id }) => id);
    expect(new Set(rows).size).toBe(rows.length);
    for (const row of rows) expect(ids).toContain(row);
  });

  test('has no bytes for its evidence', () => {
    for (const { id, evidence } of facts ?? []) {
      if (notCovered.some((row) => row.id === id)) expect(evidence, id).not.toMatch(BYTES);
    }
    expect('45 5C 01 01 or 5C without content').toMatch(BYTES);
  });
});

test('how much is covered', () => {
  const scopes = rules().map(({ scope }) => scope);
  const count = (scope: string): number => scopes.filter((one) => one === scope).length;
  console.log(
    `${ids.length} rows and diagnoses: ${byRow.size} covered by ${rules().length} rules ` +
      `(${count('message')} of a message, ${count('exchange')} of an exchange, ${count('conversation')} of a conversation), ` +
      `${notCovered.length} not covered`,
  );
  expect(byRow.size + notCovered.length).toBe(ids.length);
});
