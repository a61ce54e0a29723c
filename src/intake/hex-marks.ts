import { ByteSink, type Reading } from './reading.ts';
import { MOST_STRETCHES } from './stretches.ts';

/**
 * Pairs of digits with one and the same mark between them that is none of the common ones: `03|01|6a`, `03 | 01`, `03_01`,
 * `03/01`. Eight bytes at least: fewer are a date or an address.
 */
const MARKED = /(?<![\w.|/+~])[0-9a-f]{2}( ?[|/_.+~] ?)(?:[0-9a-f]{2}\1){6,}[0-9a-f]{2}(?![\w])/gi;
const MARKS = 6;

/** Reads hex digits with an uncommon mark between the bytes. Linear. */
export function readHexMarks(text: string): Reading[] {
  const readings: Reading[] = [];
  for (const { 0: found, 1: mark = '', index: start } of text.matchAll(MARKED)) {
    if (readings.length === MOST_STRETCHES) break;
    const sink = new ByteSink(found.length >> 1);
    for (const pair of found.split(mark)) sink.push(Number.parseInt(pair, 16));
    const form = `hex digits with “${mark.trim()}” between`;
    const end = start + found.length;
    readings.push({ kind: 'hex', form, start, end, bytes: sink.done(), marks: MARKS, slips: [] });
  }
  return readings;
}
