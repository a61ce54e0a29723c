import { cpuUsage } from 'node:process';
import { expect } from 'vitest';

/** Seconds of processor time: unlike the clock it means the same on a busy machine. */
const LIMIT = 3;

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
