/**
 * The speed this project promises, as data. A figure is a subject and one of its operations on an item.
 * Decode is bytes to XML text, tree is bytes to the table of tokens, encode is XML text to bytes, encode-tree
 * is the tree to bytes; utf8 is TextDecoder and copy is TypedArray.set on the same bytes; json is JSON.parse
 * of the same tree; the prototype is the least that reading can cost (subjects/prototype.js). Examine is all that
 * the doctor says of a message, over recorded ones.
 */

/**
 * least: so many times as fast as `against`; without it the ratio is only shown
 * @typedef {{ id: string, item: string, ours: string, against: string, least?: number }} RatioTarget
 * @typedef {{ id: string, item: string, ours: string, mostMs: number }} TimeTarget
 * @typedef {{ id: string, family: string, sizes: number[], operation: string }} GrowthTarget
 * from, below: the sizes of the messages in bytes; most: so many times what decoding them costs
 * @typedef {{ id: string, item: string, from?: number, below?: number, most?: number }} ExamineTarget
 * perInput: so many times the input beyond it, and so many MiB more
 * @typedef {{ id: string, item: string, operation: string, perInput: number, plusMiB?: number }} MemoryTarget
 */

/** @type {readonly RatioTarget[]} */
export const ratioTargets = [
  { id: 'P1', item: 'sync-512-html', ours: 'core decode', against: 'libwbxml decode', least: 1.5 },
  { id: 'P1', item: 'sync-512-html', ours: 'core decode', against: 'jswbxml decode', least: 2 },
  { id: 'P1', item: 'sync-100', ours: 'core decode', against: 'libwbxml decode', least: 2.5 },
  { id: 'P1', item: 'sync-initial', ours: 'core decode', against: 'libwbxml decode', least: 2 },
  { id: 'P1', item: 'sync-cjk', ours: 'core decode', against: 'libwbxml decode' },
  { id: 'P2', item: 'sync-512-html', ours: 'core tree', against: 'libwbxml decode', least: 10 },
  { id: 'P2', item: 'sync-512-html', ours: 'core tree', against: 'rapidmx tree', least: 4 },
  { id: 'P2', item: 'sync-512-html', ours: 'core tree', against: 'prototype tree', least: 0.3 },
  { id: 'P2', item: 'sync-512-html', ours: 'core tree', against: 'limit json', least: 1 },
  { id: 'P3', item: 'sync-512-html', ours: 'core encode', against: 'libwbxml encode', least: 1.5 },
  { id: 'P3', item: 'sync-512-html', ours: 'core encode-tree', against: 'libwbxml encode', least: 2 },
  { id: 'P3', item: 'sync-100', ours: 'core encode', against: 'libwbxml encode' },
  { id: 'P3', item: 'sync-initial', ours: 'core encode', against: 'libwbxml encode' },
  { id: 'P3', item: 'sync-cjk', ours: 'core encode', against: 'libwbxml encode' },
  { id: 'P4', item: 'tags-1m', ours: 'core decode', against: 'prototype decode', least: 0.5 },
  { id: 'P4', item: 'tags-1m', ours: 'core decode', against: 'rapidmx tree', least: 1.2 },
  { id: 'P4', item: 'syncml-strtbl', ours: 'core decode', against: 'prototype decode', least: 0.5 },
  { id: 'P5', item: 'sync-512-html', ours: 'core decode', against: 'limit utf8', least: 0.35 },
  { id: 'P5', item: 'sync-512-html', ours: 'core tree', against: 'limit copy', least: 0.05 },
];

/** @type {readonly TimeTarget[]} */
export const timeTargets = [
  { id: 'P4', item: 'tags-1m', ours: 'core decode', mostMs: 1000 },
  { id: 'P4', item: 'syncml-strtbl', ours: 'core decode', mostMs: 1000 },
];

const MAILS = [1, 2, 5, 10, 20, 50, 100];
const THOUSANDS = [1000, 10_000, 100_000, 1_000_000];
const OPERATIONS = ['decode', 'tree', 'encode'];

/** Exponent of the time over the size: 1 is linear. */
export const GROWTH = { least: 0.95, most: 1.1 };

/** @type {readonly GrowthTarget[]} */
export const growthTargets = [
  ...OPERATIONS.map((operation) => ({ id: 'P6', family: 'mails', sizes: MAILS, operation })),
  ...OPERATIONS.map((operation) => ({ id: 'P6', family: 'siblings', sizes: THOUSANDS, operation })),
  ...OPERATIONS.map((operation) => ({ id: 'P6', family: 'levels', sizes: THOUSANDS, operation })),
];

/** @type {readonly MemoryTarget[]} */
export const memoryTargets = [
  { id: 'P7', item: 'mails-5', operation: 'tree', perInput: 2, plusMiB: 8 },
  { id: 'P7', item: 'mails-5', operation: 'decode', perInput: 8 },
  { id: 'P7', item: 'mails-100', operation: 'decode', perInput: 5 },
  { id: 'P7', item: 'mails-5', operation: 'encode', perInput: 4 },
];

/** @type {readonly ExamineTarget[]} */
export const examineTargets = [
  { id: 'P8', item: 'recorded-all', most: 2 },
  { id: 'P8', item: 'recorded-to-200', below: 200 },
  { id: 'P8', item: 'recorded-to-1k', from: 200, below: 1000 },
  { id: 'P8', item: 'recorded-to-5k', from: 1000, below: 5000 },
  { id: 'P8', item: 'recorded-over-5k', from: 5000 },
];
