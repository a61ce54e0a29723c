// The process that one subject is measured in: node --expose-gc subject-process.js <module url> <core.js url>
import { readFileSync, writeFileSync } from 'node:fs';
import { measurePeak } from './peak.js';

/**
 * @typedef {{ do: 'load', file: string, text?: string } | { do: 'check' } | { do: 'write', file: string }
 *   | { do: 'round', operation: string, ms: number } | { do: 'peak', operation: string }} Question
 */
/** @typedef {Record<string, import('./subjects/subject.js').Operation>} Operations */

const [, , moduleUrl = '', coreUrl = ''] = process.argv;
const { makeSubject } =
  /** @type {{ makeSubject: (core: string) => Promise<import('./subjects/subject.js').Subject> }} */ (
    await import(moduleUrl)
  );
const subject = await makeSubject(coreUrl);
let bytes = new Uint8Array(0);
let operations = /** @type {Operations} */ ({});
let isReady = new Set(/** @type {string[]} */ ([]));

process.on('message', (/** @type {Question} */ question) => {
  try {
    process.send?.({ answer: answer(question) });
  } catch (error) {
    process.send?.({ fault: error instanceof Error ? error.message : String(error) });
  }
});

/** @param {Question} question */
function answer(question) {
  switch (question.do) {
    case 'load':
      bytes = new Uint8Array(readFileSync(question.file));
      operations = subject.prepare(bytes, question.text && readFileSync(question.text, 'utf8'));
      isReady = new Set();
      return { name: subject.name, operations: Object.keys(operations) };
    case 'check':
      return check();
    case 'write':
      writeFileSync(question.file, String(runner('decode')()));
      return {};
    case 'round':
      return { ns: timed(runner(question.operation), question.ms) };
    case 'peak':
      return { bytes: measurePeak(runner(question.operation)) };
    default:
      return question;
  }
}

/** @param {string} name */
function runner(name) {
  const operation = operations[name];
  if (!operation) throw new Error(`${subject.name} has no ${name}`);
  if (!isReady.has(name)) operation.ready?.();
  isReady.add(name);
  return operation.run;
}

/**
 * Nanoseconds per call, over calls for at least `ms`.
 * @param {() => unknown} run
 * @param {number} ms
 */
function timed(run, ms) {
  const start = process.hrtime.bigint();
  const least = ms * 1e6;
  for (let calls = 1; ; calls++) {
    run();
    const passed = Number(process.hrtime.bigint() - start);
    if (passed >= least) return passed / calls;
  }
}

/** A reader that stops early looks fast: how many elements came out, and whether the bytes come back. */
function check() {
  const text = operations.decode ? runner('decode')() : undefined;
  const elements = typeof text === 'string' ? (text.match(/<[A-Za-z_]/g) ?? []).length : undefined;
  return { elements, same: operations.encode && isSame(runner('encode')()) };
}

/** @param {unknown} found */
function isSame(found) {
  return found instanceof Uint8Array && Buffer.compare(found, bytes) === 0;
}
