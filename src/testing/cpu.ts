import { cpuUsage } from 'node:process';
import { expect } from 'vitest';

/** Seconds of processor time: unlike the clock it means the same on a busy machine. */
const LIMIT = 3;

/**
 * Runs a step and fails where it takes far more than linear work takes. On a processor that is slower than the one the
 * limit was made for, or shared with another, work of a known size says by how much it is longer.
 * @param limit seconds of processor time
 */
export function bounded<T>(what: string, step: () => T, limit = LIMIT): T {
  const before = cpuUsage();
  const result = step();
  const seconds = since(before);
  if (seconds >= limit) expect(seconds, `seconds for ${what}`).toBeLessThan(limit * slowness());
  return result;
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = cpuUsage(before);
  return (user + system) / 1e6;
}

/** Seconds that one round of the work below takes on the processor that the limits were made for. */
const REFERENCE = 0.2;
const ROUNDS = 3;

/** How many times as long this processor takes just now; 1 where it takes less. */
function slowness(): number {
  const before = cpuUsage();
  for (let round = 0; round < ROUNDS; round++) expect(work()).toBeGreaterThan(0);
  return Math.max(1, since(before) / (ROUNDS * REFERENCE));
}

/** Makes a text of six million characters in pieces, walks it, and fills a column: what reading and printing do. */
function work(): number {
  const text = Array.from({ length: 600_000 }, (_, i) => `<level-${i % 97}>`).join('');
  const columns = new Int32Array(text.length);
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) === 60) last = i;
    columns[i] = i - last;
  }
  return columns.reduce((sum, column) => sum + column, 0);
}
