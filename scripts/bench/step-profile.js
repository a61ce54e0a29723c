/**
 * What a CPU profile says of each step of a run: whose code ran. A profile tells time by the clock on the wall, and counts
 * what other processes took in between; how long the thread itself was at work is measured beside it.
 */

/** The chunks of the page that are not ours: Monaco and what it loads. */
const EDITOR = /\/(editor|textModel|codeEditorWidget|editor\.worker|editorWebWorkerMain)-[\w-]+\.js/;

/**
 * Script of one step, in ms; what the engine did itself (layout, painting) is none of it.
 * @typedef {object} StepTime
 * @property {number} own in the page's code, and in what that called of the browser's
 * @property {number} editor in Monaco
 * @property {number} collector in the garbage collector, whoever made the garbage
 */

/** µs; samples are a tenth of a millisecond apart where the processor is free. */
const MOST = 1000;

/** @typedef {'own' | 'editor' | 'collector' | 'idle' | 'engine'} Owner */

/**
 * When a step was taken.
 * @typedef {object} StepSpan
 * @property {number} from µs, of the clock of the profile
 * @property {number} to µs
 * @property {number} atWork ms in which the thread did anything, in time of the processor
 */

/**
 * @typedef {object} CpuProfile as `Profiler.stop` gives it; times in µs
 * @property {{ id: number, callFrame: { functionName: string, url: string }, children?: number[] }[]} nodes
 * @property {number} startTime µs of the same clock
 * @property {number[]} samples
 * @property {number[]} timeDeltas since the sample before
 */

/**
 * The time of each step, shared out as the samples in it say.
 * @param {CpuProfile} profile
 * @param {readonly StepSpan[]} spans in order, none within another
 * @returns {StepTime[]}
 */
export function stepTimes({ nodes, startTime, samples, timeDeltas }, spans) {
  const owners = ownersOf(nodes);
  const shares = spans.map(() => ({ own: 0, editor: 0, collector: 0, engine: 0, idle: 0 }));
  let at = 0;
  let time = startTime;
  samples.forEach((id, i) => {
    time += timeDeltas[i] ?? 0;
    while (time > (spans[at]?.to ?? Infinity)) at++;
    const share = shares[at];
    // A sample stands for the time until the next one, unless that is long: then nothing ran that could be seen.
    if (share && time >= (spans[at]?.from ?? Infinity))
      share[owners.get(id) ?? 'engine'] += Math.min(timeDeltas[i + 1] ?? 0, MOST);
  });
  return shares.map(({ own, editor, collector, engine }, i) => {
    const all = own + editor + collector + engine;
    const scale = all > 0 ? (spans[i]?.atWork ?? NaN) / all : 0;
    return { own: own * scale, editor: editor * scale, collector: collector * scale };
  });
}

/**
 * Whose time a sample is: the nearest caller with an address says it, so that what our code asks of the browser is
 * ours, and what Monaco asks is Monaco's.
 * @param {CpuProfile['nodes']} nodes
 * @returns {Map<number, Owner>}
 */
function ownersOf(nodes) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  /** @type {Map<number, Owner>} */
  const owners = new Map();
  /** @type {[number, Owner][]} */
  const open = nodes[0] ? [[nodes[0].id, 'engine']] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    const [id, above] = next;
    const node = byId.get(id);
    if (!node) continue;
    const owner = ownerOf(node.callFrame, above);
    owners.set(id, owner);
    for (const child of node.children ?? []) open.push([child, owner]);
  }
  return owners;
}

/**
 * @param {{ functionName: string, url: string }} frame
 * @param {Owner} above
 * @returns {Owner}
 */
function ownerOf({ functionName, url }, above) {
  if (functionName === '(idle)') return 'idle';
  if (functionName === '(garbage collector)') return 'collector';
  if (!/^https?:/.test(url)) return above;
  return EDITOR.test(url) ? 'editor' : 'own';
}
