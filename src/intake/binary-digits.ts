import { ByteSink, type Reading } from './reading.ts';

/** Fewer bytes may be numbers of 0 and 1. */
const FEWEST = 4;
const MARKS = 8;
/** Longer lines are cut: nobody writes them by hand. */
const LONGEST_LINE = 100_000;
/** Groups of eight digits, blanks or commas between, an offset in front; what stands behind is their text. */
const LINE =
  /^[ \t]*(?:[0-9a-f]{4,16}:[ \t]*)?((?:(?:0b)?[01]{8}(?:[ \t,_]{1,4}|(?=[01]{8}|0b|\r?$)))+)(?:[ \t][^\n]*)?\r?$/i;

/** The bytes of digits 0 and 1; other characters stand between. */
function bytesOf(digits: string, sink: ByteSink): void {
  const bits = digits.replace(/0b/gi, '').replace(/[^01]/g, '');
  for (let at = 0; at < bits.length; at += 8) sink.push(Number.parseInt(bits.slice(at, at + 8), 2));
}

/** Reads bytes written as binary digits, eight each: alone, in lines, or as `xxd -b` prints them. */
export function readBinaryDigits(text: string): Reading[] {
  if (!/[01]{8}/.test(text.slice(0, LONGEST_LINE))) return [];
  const sink = new ByteSink(64);
  let start = -1;
  let end = 0;
  for (let at = 0; at < text.length;) {
    const stop = text.indexOf('\n', at);
    const next = stop < 0 ? text.length : stop;
    const digits = next - at > LONGEST_LINE ? undefined : LINE.exec(text.slice(at, next))?.[1];
    if (digits !== undefined) {
      if (start < 0) start = at;
      end = next;
      bytesOf(digits, sink);
    } else if (start >= 0) break;
    at = next + 1;
  }
  if (sink.length < FEWEST) return [];
  const form = 'binary digits, eight to a byte';
  return [{ kind: 'bits', form, start, end, bytes: sink.done(), marks: MARKS, slips: [] }];
}
