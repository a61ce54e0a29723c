import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { bounded } from '../testing/cpu.ts';
import { FOLDER } from './mailbox/types.ts';
import { Run, simulate } from './run.ts';
import type { ScriptEvent } from './scripts/types.ts';
import { castOf } from './setup.ts';

test('600 mails in windows of 25', () => {
  const { steps } = bounded('600 mails', () => simulate({ script: 'many-mails', version: '14.1' }), 4);
  expect(steps.at(-1)?.phone.collections['1']?.items).toHaveLength(600);
});

/** A day in the life: mail comes, is read, flagged, and deleted elsewhere, so that the folder stays as large as it is. */
const day: readonly ScriptEvent[] = [
  { kind: 'mail', count: 1 },
  { kind: 'act', act: { kind: 'read', type: FOLDER.inbox, item: 3 } },
  { kind: 'elsewhere', do: 'delete', item: 1 },
  { kind: 'wait', seconds: 900 },
  { kind: 'act', act: { kind: 'flag', type: FOLDER.inbox, item: 0 } },
  { kind: 'act', act: { kind: 'refresh' } },
];

const SMALL = { id: 'days', title: 'Days', about: '', events: [], small: true };

/** Plays so many steps; milliseconds per step, of the slowest hundredth left out. */
function play(steps: number): { run: Run; slow: number } {
  const cast = { ...castOf({ version: '14.1', maxSteps: steps }), script: SMALL };
  const run = new Run(cast, [{ kind: 'add-account' }]);
  run.settle();
  const times: number[] = [];
  for (let i = 0; run.steps.length < steps; i++) {
    run.add(day[i % day.length] ?? { kind: 'mail', count: 1 });
    const [from, before] = [performance.now(), run.steps.length];
    run.settle();
    const done = Math.max(1, run.steps.length - before);
    times.push((performance.now() - from) / done);
  }
  times.sort((a, b) => a - b);
  return { run, slow: times[Math.floor(times.length * 0.95)] ?? 0 };
}

test('10,000 steps', () => {
  const { run, slow } = bounded('10,000 steps', () => play(10_000), 20);
  expect(run.steps).toHaveLength(10_000);
  expect(slow, 'ms a step takes, 95 of 100 times').toBeLessThan(16);
});

test('what a run keeps grows with its steps, not with their square', () => {
  // A step keeps both states; what did not change is shared between them.
  const distinct = (steps: number): number => {
    const { run } = play(steps);
    const seen = new Set<unknown>();
    let kept = 0;
    for (const { phone, server } of run.steps) {
      for (const collection of Object.values(phone.collections)) {
        if (seen.has(collection.items)) continue;
        seen.add(collection.items);
        kept += collection.items.length;
      }
      for (const { base, after = base } of Object.values(server.collections)) {
        for (const known of [base, after]) {
          if (!seen.has(known)) kept += Object.keys(known).length;
          seen.add(known);
        }
      }
      for (const items of Object.values(server.mailbox.items)) {
        if (seen.has(items)) continue;
        seen.add(items);
        kept += items.length;
      }
    }
    return kept;
  };
  expect(distinct(4_000) / distinct(1_000)).toBeLessThan(6);
});
