/**
 * Something that is measured, in a process of its own.
 * @typedef {{ name: string, prepare: (bytes: Uint8Array, text?: string) => Record<string, Operation> }} Subject
 *   prepare: what it can do with a message; `text` is the message's XML, where that is known already
 * @typedef {{ ready?: () => void, run: () => unknown }} Operation ready: what does not count and is done once
 * @typedef {typeof import('../../../src/core.ts')} Core
 */

/**
 * The built core.
 * @param {string} url of core.js
 * @returns {Promise<Core>}
 */
export async function loadCore(url) {
  /** @type {Core} */
  const core = await import(url);
  return core;
}
