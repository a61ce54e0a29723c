import { ByteSink, type Reading } from './reading.ts';

/** Fewer values may be anything. */
const FEWEST = 4;
const MARKS = 7;
/** A place and the value there: `[0] => 3`, `[0]: 3`, `[0]	0x03	byte`, `[0]=>` and `int(3)` below it, `0 => 3`. */
const ITEM =
  /(?:\[(\d{1,9})\]|^[ \t]{0,40}(\d{1,9})(?=[ \t]{0,9}=>))[ \t]{0,20}(?:=>|[:=])?\s{0,40}(?:int\()?(-?\d{1,3}|0x[0-9a-f]{1,2})(?![\w.])/gim;
/** What may stand between two of them: the name of a type, a character, a comma. */
const LONGEST_GAP = 40;

/** Lists of YAML, and of Swift's `dump`, have a value in each line: `- 3`. */
const DASHED = /^[ \t]{0,80}-[ \t]{1,4}(\d{1,3}|0x[0-9a-f]{1,2})(?=[ \t]*\r?$)/gim;
const FEWEST_DASHED = 8;

/** Reads bytes in lines that begin with a dash, up to the first other line. */
function readDashedList(text: string): Reading[] {
  const sink = new ByteSink(64);
  let start = -1;
  let end = 0;
  for (const { 0: found, 1: value = '', index } of text.matchAll(DASHED)) {
    const follows = sink.length > 0 && text.slice(end, index).trim() === '' && Number(value) <= 0xff;
    if (!follows && sink.length >= FEWEST_DASHED) break;
    if (!follows) {
      start = index;
      sink.clear();
    }
    if (Number(value) <= 0xff) sink.push(Number(value));
    end = index + found.length;
  }
  if (sink.length < FEWEST_DASHED) return [];
  return [
    {
      kind: 'array',
      form: 'a list of numbers, one a line',
      start,
      end,
      bytes: sink.done(),
      marks: MARKS,
      slips: [],
    },
  ];
}

/** Reads bytes that are printed with their places, as PHP and debuggers print an array, or in a line each. */
export function readIndexedList(text: string): Reading[] {
  return [...readPlaces(text), ...readDashedList(text)];
}

function readPlaces(text: string): Reading[] {
  const sink = new ByteSink(64);
  let start = -1;
  let end = 0;
  let next = -1;
  for (const found of text.matchAll(ITEM)) {
    const place = Number(found[1] ?? found[2]);
    const value = Number(found[3]);
    const follows = next >= 0 && place === next && found.index - end <= LONGEST_GAP;
    if (!follows && sink.length > 0) break;
    if (place > 1 && sink.length === 0) continue;
    if (value < -128 || value > 255) break;
    if (start < 0) start = found.index;
    sink.push(value & 0xff);
    end = found.index + found[0].length;
    next = place + 1;
  }
  if (sink.length < FEWEST) return [];
  const form = 'numbers with their places in front';
  return [{ kind: 'array', form, start, end, bytes: sink.done(), marks: MARKS, slips: [] }];
}
