import { expect, test } from 'vitest';
import { faults } from './faults/index.ts';
import type { Row, Taken } from './machine.ts';
import { phoneRows } from './phone/rows.ts';
import { simulate } from './run.ts';
import { scripts } from './scripts/scripts.ts';
import { serverProfiles } from './server/profiles.ts';
import { serverRows } from './server/rows.ts';

/** The name of a state without what stands in brackets. */
const stem = (state: string): string => state.split('(')[0] ?? '';

/** True where a state is one that a row's words stand for. `/` parts several. */
function fits(words: string, state: string): boolean {
  if (words === 'any' || words === 'as for it') return true;
  return words.split(' / ').some((each) => stem(each) === stem(state));
}

const rowsById = new Map<string, Row>([...phoneRows, ...serverRows].map((row) => [row.id, row]));

function faultOf(taken: Taken): string | undefined {
  const row = rowsById.get(taken.row);
  if (!row) return `${taken.row} is no row`;
  if (!fits(row.state, taken.before)) return `${row.id} starts at ${row.state}, taken at ${taken.before}`;
  const next = row.next === 'same' ? taken.before : row.next;
  return fits(next, taken.after) ? undefined : `${row.id} leads to ${row.next}, not to ${taken.after}`;
}

test('every row has an id of its own, and says how it is known', () => {
  const rows = [...phoneRows, ...serverRows];
  expect(rowsById.size).toBe(rows.length);
  for (const row of rows) {
    expect(row.id).toMatch(/^[CS]\d\d$/);
    expect(row.source, row.id).not.toBe('');
    expect(row.effects, row.id).not.toBe('');
  }
});

const setups = [
  ...scripts.flatMap(({ id: script }) => ['12.1', '14.1', '16.1'].map((version) => ({ script, version }))),
  ...serverProfiles.map(({ id: server }) => ({ server, script: 'read-flag-delete-move' })),
  ...faults.map(({ id, script }) => ({ script, faults: [id], version: '14.1' })),
];

test.each(setups)(
  '$script $version $server $faults: the code takes the rows as they are written',
  (setup) => {
    for (const step of simulate(setup).steps) {
      for (const taken of step.taken) expect(faultOf(taken)).toBeUndefined();
    }
  },
);
