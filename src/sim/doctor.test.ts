import { describe, expect, test } from 'vitest';
import { examine, type Finding, type Severity } from '../doctor/index.ts';
import { faults } from './faults/index.ts';
import { simulate } from './run.ts';
import { scripts } from './scripts/scripts.ts';

const VERSIONS = ['12.1', '14.0', '14.1', '16.0', '16.1'];
const loud = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ severity }) => severity !== 'note');
const worst = (findings: readonly Finding[]): Severity | undefined => findings[0]?.severity;

/** Scripts in which the script itself makes the server or the wire fail: what the doctor finds then is right. */
const FAILING: Readonly<Record<string, readonly string[]>> = {
  'server-forgets': ['key-refused-at-once'],
  'wrong-key': ['key-refused-at-once'],
  'http-500': ['server-errors-in-a-row', 'server-error', 'same-request-again'],
  'folder-gone': ['server-error'],
  // A reply that orders a wipe brings no policy. @see MS-ASPROV 2.2.2.45
  'remote-wipe': ['remote-wipe', 'policy-part-missing'],
};

describe.each(scripts)('the exact server in $id', ({ id }) => {
  test.each(VERSIONS)('at %s has nothing above a note in its own bytes', (version) => {
    const { conversation } = simulate({ script: id, version });
    const allowed = FAILING[id] ?? [];
    const found = loud(examine(conversation)).filter(({ rule }) => !allowed.includes(rule));
    expect(found.map(({ rule, text, exchange, side }) => `${rule} ${exchange} ${side}: ${text}`)).toEqual([]);
  });
});

/** Faults that the doctor cannot see, or not as the worst, and why. */
const UNSEEN: Readonly<Record<string, string>> = {
  'ping-at-once': 'needs elapsed time',
};

const seen = faults.filter(({ id }) => !Object.hasOwn(UNSEEN, id));

test.each(seen)('$id: the doctor finds $rule in the same bytes', ({ id, script, rule }) => {
  const { conversation } = simulate({ script, version: '14.1', faults: [id] });
  expect(examine(conversation).map((finding) => finding.rule)).toContain(rule);
});

test.each(seen.filter(({ effect }) => effect === 'loop'))(
  '$id: nothing is worse than $rule when the loop is announced',
  ({ id, script, rule }) => {
    const { conversation, steps } = simulate({ script, version: '14.1', faults: [id] });
    const at = steps.find(({ loop }) => loop !== undefined)?.exchange ?? conversation.exchanges.length;
    const until = examine({ ...conversation, exchanges: conversation.exchanges.slice(0, at + 1) });
    const own = until.find((finding) => finding.rule === rule);
    expect(own?.severity).toBe(worst(until));
  },
);
