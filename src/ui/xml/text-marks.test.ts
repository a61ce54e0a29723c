import { expect, test, vi } from 'vitest';
import type { Finding } from '../../doctor/index.ts';
import { readXml } from '../../xml/index.ts';
import { textFixOf, type TextFix } from './text-fix.ts';
import { lineOf, problemText } from './text-lines.ts';
import { highlightsOf, markersOf, placedIn, type PlacedFinding } from './text-marks.ts';

const finding: Finding = {
  rule: 'synckey-under-sync',
  severity: 'error',
  basis: 'reported',
  source: 'MS-ASCMD 2.2.3.180',
  text: 'SyncKey stands directly under Sync.',
  exchange: 0,
  side: 'response',
  start: 12,
  end: 17,
};
const fix = { title: 'Take these 5 bytes out', edits: [] };
const text = '<Sync>\n  <SyncKey>\n  1</SyncKey>\n</Sync>';
const actions = { fix: vi.fn(), openRule: vi.fn() };
const mend = vi.fn<(fix: TextFix) => void>();

test('a finding is marked where its bytes stand in the text, and left out where they do not', () => {
  const elsewhere = { ...finding, start: 90, end: 90 };
  const placed = placedIn([finding, elsewhere], ({ start, end }) =>
    start === 12 ? { start: start - 3, end: end + 10 } : undefined,
  );
  expect(placed).toEqual([{ finding, place: { start: 12, end: 17 }, span: { start: 9, end: 27 } }]);
  expect(highlightsOf(placed)).toEqual([{ start: 9, end: 27, kind: 'finding', severity: 'error' }]);
});

/** It, placed in the text at its own bytes. */
const at = (one: Finding, start: number, end: number): PlacedFinding => ({
  finding: one,
  place: { start: one.start, end: one.end },
  span: { start, end },
});

test('the further places of a fault are marked as its first, what merely belongs to it is not', () => {
  const place = { exchange: 0, side: 'response' as const };
  const many = {
    ...finding,
    times: 3,
    related: [
      { ...place, start: 19, end: 24, text: 'The key of this collection stands here.' },
      { ...place, start: 30, end: 35, text: 'Here too.' },
      { ...place, side: 'request' as const, start: 40, end: 45, text: 'Here too.' },
    ],
  };
  const other = { ...finding, rule: 'redundant-switch-page', start: 4, end: 6 };
  const placed = placedIn([many, other], (span) => span);
  expect(placed.map(({ finding: { rule }, place: { start } }) => [rule, start])).toEqual([
    ['synckey-under-sync', 12],
    ['redundant-switch-page', 4],
    ['synckey-under-sync', 30],
  ]);
  const details = markersOf(text, [], placed, actions, mend).map((marker) => marker.details?.[0]);
  expect(details[0]).toContain('bytes 12–16');
  expect(details[2]).toContain('bytes 30–34');
});

test('a place without bytes is that of the byte behind it', () => {
  const spans: unknown[] = [];
  placedIn([{ ...finding, start: 4, end: 4 }], (span) => void spans.push(span));
  expect(spans).toEqual([{ start: 4, end: 5 }]);
});

test('its marker has the message, how it is known, what phones do, the fix, source and rule, in one line', () => {
  const phone = [{ profile: 'iPhone', verdict: 'rejects', basis: 'reported', source: 'x' }] as const;
  const placed = [at({ ...finding, phone: [...phone], fix }, 9, 27)];
  const [marker] = markersOf(text, [], placed, actions, mend);
  expect(marker).toMatchObject({
    start: 9,
    end: 18, // the end of its first line
    severity: 'error',
    message: 'SyncKey stands directly under Sync.',
    details: ['bytes 12–16 · reported', 'iPhone: does not take it (reported)', 'Fix: Take these 5 bytes out'],
    source: 'MS-ASCMD 2.2.3.180',
    code: 'synckey-under-sync',
  });
});

test('what can be done: the fix, which mends, and the rule', () => {
  const mended = { ...finding, fix };
  const [marker] = markersOf(text, [], [at(mended, 9, 18)], actions, mend);
  expect(marker?.actions?.map(({ title, mends }) => ({ title, mends }))).toEqual([
    { title: 'Fix: Take these 5 bytes out', mends: true },
    { title: 'Open the rule', mends: false },
  ]);
  for (const action of marker?.actions ?? []) action.run();
  expect(actions.fix).toHaveBeenCalledExactlyOnceWith(mended);
  expect(actions.openRule).toHaveBeenCalledExactlyOnceWith('synckey-under-sync');
  const [without] = markersOf(text, [], [at(finding, 9, 18)], actions, mend);
  expect(without?.actions).toHaveLength(1);
});

test('a problem of the text stands before findings', () => {
  const problem = {
    code: 'bad-markup',
    severity: 'error' as const,
    start: 0,
    end: 3,
    expected: 'a name',
    found: 'none',
    assumed: 'nothing',
  };
  const [first, second] = markersOf(text, [problem], [at(finding, 9, 18)], actions, mend);
  expect(first).toMatchObject({ code: 'bad-markup', message: 'Expected a name, found none.' });
  expect(second?.code).toBe('synckey-under-sync');
  expect(problemText({ ...problem, assumed: 'left out' })).toBe('Expected a name, found none; left out.');
});

test('what is typed and cannot stand in XML is written as a reference by the light bulb', () => {
  const source = '<a>x & y < z</a>';
  const { problems } = readXml(source);
  const marked = markersOf(source, problems, [], actions, mend);
  const offered = marked.flatMap((marker) => marker.actions ?? []);
  expect(offered.map(({ title, mends }) => [title, mends])).toEqual([
    ['Write &amp;', true],
    ['Write &lt;', true],
  ]);
  for (const action of offered) action.run();
  expect(mend.mock.calls.map(([{ from, to, insert }]) => [from, to, insert])).toEqual([
    [5, 6, '&amp;'],
    [9, 10, '&lt;'],
  ]);
});

test.each(['<a><b', '<a>', '<a b="1>', '</a>', '<a></b></a>', '<a>&#0;</a>', '<a>&nbsp;</a>'])(
  'nothing is sure of %s',
  (source) => {
    const { problems } = readXml(source);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.map((problem) => textFixOf(source, problem)).filter(Boolean)).toEqual([]);
  },
);

test.each([
  { offset: 0, line: 1 },
  { offset: 6, line: 1 },
  { offset: 7, line: 2 },
  { offset: 99, line: 4 },
])('offset $offset is in line $line', ({ offset, line }) => {
  expect(lineOf(text, offset)).toBe(line);
});
