import { expect, test } from 'vitest';
import { words } from '#words/simulate.ts';
import { phoneRows, serverRows, simulate } from '../../sim/index.ts';
import { stateWords } from './state-words.ts';
import { loopWords, outcomeWords, stepWords, summaryWords } from './step-words.ts';

const good = simulate();
const loop = simulate({ faults: ['zero-key'] });

test('a step says what happens and what comes of it', () => {
  const refused = loop.steps.find(({ judgement }) => judgement && !judgement.goesOn);
  expect(refused && stepWords(refused)).toBe(
    `The reply to Sync arrives at the phone. The phone does not go on from it: ${refused?.judgement?.why}`,
  );
  expect(good.steps.slice(0, 3).map(stepWords)).toEqual([
    'The account is added on the phone.',
    'OPTIONS arrives at the server.',
    'The reply to OPTIONS arrives at the phone. The phone goes on from it.',
  ]);
});

test('a loop is counted in words', () => {
  const words = loop.steps.flatMap((step) => loopWords(step) ?? []);
  expect(words[0]).toMatch(/^Third time the same question\. The phone did not take the last answer: /);
  expect(words.at(-1)).toMatch(/^Eighth time the same question/);
  expect(good.steps.flatMap((step) => loopWords(step) ?? [])).toEqual([]);
  const why = 'The same question again and again, and nothing new in the answers.';
  expect(loopWords({ loop: { from: 0, times: 40, why } })).toBe(
    'The same question, 40 times now, and nothing new in the answers.',
  );
});

test('how a run ended, and how many replies were taken', () => {
  expect(outcomeWords(good.outcome)).toMatch(/to its end\. Both mailboxes hold the same\.$/);
  expect(outcomeWords(loop.outcome)).toMatch(
    /as a loop: the same question 8 times\. The phone does not have/,
  );
  expect(outcomeWords(simulate({ maxSteps: 3 }).outcome)).toMatch(/^It was stopped/);
  expect(summaryWords({ command: 'Sync', sent: 8, taken: 0 })).toBe('0 of 8 taken, 0 %');
  expect(summaryWords({ command: 'Sync', sent: 3, taken: 2 })).toBe('2 of 3 taken, 67 %');
});

test('every state that a run was in has plain words', () => {
  const labels = [good, loop].flatMap(({ steps }) =>
    steps.flatMap(({ taken }) => taken.flatMap(({ before, after }) => [before, after])),
  );
  expect(labels.filter((label) => stateWords(label) === label)).toEqual([]);
  expect(phoneRows.length + serverRows.length).toBeGreaterThan(100);
});

test.each([
  ['C-OPT', 'This state is called C-OPT in the rows of the simulation.'],
  ['K0-WAIT', 'This state is called K0-WAIT in the rows of the simulation.'],
  ['D-OK(1307207503)', /; in brackets the policy key\.$/],
  ['H(1)', /; in brackets the SyncKey of its folders\.$/],
  ['S(0,1-1)', /; in brackets the last SyncKey that arrived, and the one sent after it\.$/],
  ['SYNCING(7)', /; in brackets its SyncKey\.$/],
  ['P(c)', /; in brackets what it watches\.$/],
])('the code %s is explained', (label, said) => {
  expect(words.stateCode(label)).toMatch(said);
});
