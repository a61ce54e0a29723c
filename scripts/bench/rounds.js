import { timeLibwbxml } from './libwbxml.js';

/** @typedef {import('./subject-client.js').SubjectClient} SubjectClient */
/** @typedef {{ name: string, client: SubjectClient, operations: string[] }} Loaded */

const LIBWBXML = 'libwbxml';
const WARM_UP = 2;

/**
 * Times subjects on one item, all of them in every round, so that a busy machine slows all alike.
 * @param {import('./corpus.js').Item} item
 * @param {Loaded[]} subjects with the item loaded
 * @param {readonly string[]} wanted what to time: subject and operation, `core decode`
 * @param {{ rounds: number, ms: number, libwbxml: string | undefined }} options ms: of each subject in each
 *   round, at least; libwbxml: the program that times it
 * @returns {Promise<import('./figures.js').Rounds>}
 */
export async function timeRounds(item, subjects, wanted, { rounds, ms, libwbxml }) {
  const takes = wanted.flatMap((name) => takeOf(name, item, subjects, ms, libwbxml) ?? []);
  for (const { take, isWarm } of takes) {
    for (let i = 0; i < WARM_UP && !isWarm; i++) await take();
  }
  /** @type {import('./figures.js').Rounds} */
  const times = new Map(takes.map(({ name }) => [name, []]));
  for (let i = 0; i < rounds; i++) {
    for (const { name, take } of takes) times.get(name)?.push(await take());
  }
  return times;
}

/**
 * @param {string} name
 * @param {import('./corpus.js').Item} item
 * @param {Loaded[]} subjects
 * @param {number} ms
 * @param {string | undefined} libwbxml
 * @returns {{ name: string, isWarm: boolean, take: () => Promise<number> } | undefined} `undefined`: not there
 */
function takeOf(name, item, subjects, ms, libwbxml) {
  const [subjectName = '', operation = ''] = name.split(' ');
  if (subjectName === LIBWBXML) {
    if (libwbxml === undefined || (operation !== 'decode' && operation !== 'encode')) return undefined;
    return { name, isWarm: true, take: () => Promise.resolve(timeLibwbxml(libwbxml, operation, item)) };
  }
  const subject = subjects.find((one) => one.name === subjectName && one.operations.includes(operation));
  if (!subject) return undefined;
  const take = async () => {
    /** @type {{ ns: number }} */
    const { ns } = await subject.client.ask({ do: 'round', operation, ms });
    return ns;
  };
  return { name, isWarm: false, take };
}
