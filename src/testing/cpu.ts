import { cpuUsage } from 'node:process';
import { expect } from 'vitest';

/**
 * Seconds of processor time: unlike the clock it means nearly the same on a busy machine. The longest linear step, the
 * reading of 95 million characters, takes 1.7 alone and 3.3 where all processors are shared; what is not linear takes
 * minutes for as much.
 */
const LIMIT = 8;

/**
 * Runs a step and fails where it takes far more than linear work takes.
 * @param limit seconds of processor time
 */
export function bounded<T>(what: string, step: () => T, limit = LIMIT): T {
  const before = cpuUsage();
  const result = step();
  const { user, system } = cpuUsage(before);
  expect((user + system) / 1e6, `seconds for ${what}`).toBeLessThan(limit);
  return result;
}
