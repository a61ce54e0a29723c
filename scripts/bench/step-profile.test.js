import { expect, test } from 'vitest';
import { stepTimes } from './step-profile.js';

const PAGE = 'http://127.0.0.1/assets/';

/**
 * @param {number} id
 * @param {string} functionName
 * @param {string} url
 * @param {number[]} children
 */
const node = (id, functionName, url = '', children = []) => ({
  id,
  callFrame: { functionName, url },
  children,
});

const [ROOT, IDLE, OURS, INSERT, EDITOR, MEASURE, COLLECTOR, PANE, LAYOUT] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const nodes = [
  node(ROOT, '(root)', '', [IDLE, OURS, COLLECTOR, PANE, LAYOUT]),
  node(IDLE, '(idle)'),
  node(OURS, 'go', `${PAGE}index-Ab_1.js`, [INSERT, EDITOR]),
  node(INSERT, 'insertBefore'),
  node(EDITOR, 'setText', `${PAGE}editor-Cd-2.js`, [MEASURE]),
  node(MEASURE, 'getBoundingClientRect'),
  node(COLLECTOR, '(garbage collector)'),
  node(PANE, 'show', `${PAGE}XmlEditor-Bk2.js`),
  node(LAYOUT, '(program)'),
];

/** A profile with a sample in each millisecond, the first at 1 ms. @param {number[]} samples */
const profileOf = (samples) => ({ nodes, startTime: 0, samples, timeDeltas: samples.map(() => 1000) });

test.each([
  { what: 'what our code asks of the browser is ours', samples: [OURS, INSERT], step: [2, 0, 0] },
  { what: 'what Monaco asks is Monaco’s', samples: [EDITOR, MEASURE, OURS], step: [1, 2, 0] },
  { what: 'the collector is told apart', samples: [COLLECTOR, OURS], step: [1, 0, 1] },
  { what: 'what the engine does of itself is nobody’s', samples: [LAYOUT, OURS], step: [1, 0, 0] },
  { what: 'the pane around the editor is ours', samples: [PANE], step: [1, 0, 0] },
])('$what', ({ samples, step: [own, editor, collector] }) => {
  const span = { from: 1000, to: 1000 * samples.length, atWork: samples.length };
  expect(stepTimes(profileOf([...samples, IDLE]), [span])).toEqual([{ own, editor, collector }]);
});

test('what lies between two steps counts for none', () => {
  const samples = [OURS, OURS, IDLE, EDITOR, OURS, OURS, IDLE];
  const spans = [
    { from: 1500, to: 3500, atWork: 1 },
    { from: 4500, to: 6500, atWork: 2 },
  ];
  expect(stepTimes(profileOf(samples), spans).map(({ own }) => own)).toEqual([1, 2]);
});

test('time on the wall becomes time at work, and each has its share of it; waiting is no work', () => {
  const samples = [OURS, OURS, EDITOR, IDLE, LAYOUT, IDLE];
  expect(stepTimes(profileOf(samples), [{ from: 0, to: 6000, atWork: 2 }])).toEqual([
    { own: 1, editor: 0.5, collector: 0 },
  ]);
});

test('a step without a sample took no time that anybody saw', () => {
  expect(stepTimes(profileOf([OURS]), [{ from: 9000, to: 9500, atWork: 0.05 }])).toEqual([
    { own: 0, editor: 0, collector: 0 },
  ]);
});
