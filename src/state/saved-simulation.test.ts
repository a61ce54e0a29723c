import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { conversationFromJson, conversationToJson, type Conversation } from '../conversation/index.ts';
import { simulate } from '../sim/index.ts';
import { simulationOf, withoutSimulation, withSimulation, type SavedSimulation } from './saved-simulation.ts';

const { conversation, setup, rules } = simulate({ faults: ['zero-key'], parameters: { windowSize: 5 } });
const message = {
  bytes: fromHex('03016a0005') ?? new Uint8Array(),
  http: { status: 200, headers: { A: 'b' } },
};
const saved: SavedSimulation = {
  branches: [
    {
      name: 'The run',
      setup,
      changes: {
        at: [2],
        count: 4,
        conversation: { ...conversation, exchanges: [{ id: '3', request: { bytes: new Uint8Array([5]) } }] },
      },
    },
    {
      name: 'Mine',
      rules: 'older',
      setup: {
        ...setup,
        replies: [
          { step: 4, message },
          { step: 6, message: {} },
        ],
      },
    },
  ],
  branch: 1,
  step: 4,
  rules,
};

test('a saved run comes back out of a file as it was', () => {
  const read = conversationFromJson(conversationToJson(withSimulation(conversation, saved)));
  if (!read.ok) throw new Error(read.problem.text);
  expect(simulationOf(read.value)).toEqual(saved);
  expect(withoutSimulation(read.value)).toEqual(conversation);
});

test('a conversation without a run has none', () => {
  expect(simulationOf(conversation)).toBeUndefined();
  expect(withoutSimulation(conversation)).toEqual(conversation);
});

const plain = JSON.stringify(withSimulation({ ...conversation, exchanges: [] }, saved));

test.each([
  ['a newer format', (run: Fields) => (run['format'] = 2), /newer page/],
  ['another format', (run: Fields) => (run['format'] = 'x'), /its format is not 1/],
  ['no branches', (run: Fields) => (run['branches'] = []), /no list/],
  ['branches that are none', (run: Fields) => (run['branches'] = [{ name: 'x' }]), /branch 1/],
  ['a branch on show that is not there', (run: Fields) => (run['branch'] = 2), /no branch/],
  ['a step below the first', (run: Fields) => (run['step'] = -1), /step/],
  ['a step that is no number', (run: Fields) => (run['step'] = '4'), /step/],
  [
    'a reply that is not base64',
    (run: Fields) => setIn(run, ['replies', 0, 'message', 'bytes'], '§'),
    /branch 2/,
  ],
  [
    'a status beyond all',
    (run: Fields) => setIn(run, ['replies', 0, 'message', 'http', 'status'], 1e9),
    /branch 2/,
  ],
  [
    'changes that are no conversation',
    (run: Fields) => setChanges(run, { at: [0], conversation: {} }),
    /branch 2/,
  ],
  [
    'changes of other exchanges than there are',
    (run: Fields) => setChanges(run, { at: [0], conversation: { format: 1, title: '', exchanges: [] } }),
    /branch 2/,
  ],
  [
    'a number of exchanges that is none',
    (run: Fields) =>
      setChanges(run, { at: [], count: 1.5, conversation: { format: 1, title: '', exchanges: [] } }),
    /branch 2/,
  ],
  ['more steps than are played', (run: Fields) => setIn(run, ['maxSteps'], 1e9), /branch 2/],
  ['a script that is no name', (run: Fields) => setIn(run, ['script'], {}), /branch 2/],
  ['faults that are no list', (run: Fields) => setIn(run, ['faults'], 'all'), /branch 2/],
  [
    'a parameter that is no number',
    (run: Fields) => setIn(run, ['parameters'], { windowSize: 'x' }),
    /branch 2/,
  ],
])('%s is told, not thrown', (_, change, words) => {
  const broken = JSON.parse(plain) as Conversation & { simulation: Fields };
  change(broken.simulation);
  expect(simulationOf(broken)).toMatch(words);
});

test.each([null, 4, 'x', [], {}])('%j is no run', (simulation) => {
  expect(simulationOf({ ...conversation, simulation } as Conversation)).toMatch(/cannot be played again/);
});

type Fields = Record<string, unknown>;

/** Says what was changed in the second branch. */
function setChanges(run: Fields, value: unknown): void {
  Object.assign((run['branches'] as Fields[])[1] ?? {}, { changes: value });
}

/** Puts a value into the setup of the second branch. */
function setIn(run: Fields, path: readonly (string | number)[], value: unknown): void {
  let at = (run['branches'] as { setup: Fields }[])[1]?.setup as Record<string | number, unknown>;
  for (const name of path.slice(0, -1)) at = at[name] as Fields;
  at[path.at(-1) ?? ''] = value;
}
