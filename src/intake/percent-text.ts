import { hexDigit } from '../bytes/index.ts';
import { ByteSink, isBlank, keptBefore, shown, slip, type Reading, type Slip } from './reading.ts';
import { textBytes } from './text-bytes.ts';

const PERCENT = 37;
const PLUS = 43;

interface Percent {
  bytes: Uint8Array;
  end: number;
  escapes: number;
  slips: Slip[];
}

/** Reads from `at` to the first blank, quote or angle bracket; other characters stand for themselves. */
function readPercent(text: string, at: number, plusIsBlank: boolean): Percent {
  const sink = new ByteSink(64);
  let escapes = 0;
  let end = at;
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    if (isBlank(unit) || unit === 0x22 || unit === 0x27 || unit === 0x3c || unit === 0x3e) break;
    if (unit === PERCENT) {
      const high = hexDigit(text.charCodeAt(end + 1));
      const low = hexDigit(text.charCodeAt(end + 2));
      if (high < 0 || low < 0) {
        const wrong = end + (high < 0 ? 1 : 2);
        const stop = Math.min(text.length, wrong + 1);
        const expected = 'two hex digits behind %';
        const assumed = keptBefore(sink.length);
        const bad = slip(
          'bad-escape',
          'error',
          Math.min(wrong, stop),
          stop,
          expected,
          shown(text, wrong),
          assumed,
        );
        return { bytes: sink.done(), end: stop, escapes, slips: [bad] };
      }
      sink.push(high * 16 + low);
      escapes++;
      end += 3;
    } else if (unit < 0x80) {
      sink.push(unit === PLUS && plusIsBlank ? 0x20 : unit);
      end++;
    } else {
      const from = end;
      while (text.charCodeAt(end) >= 0x80 && !isBlank(text.charCodeAt(end))) end++;
      sink.append(textBytes(text.slice(from, end)));
    }
  }
  return { bytes: sink.done(), end, escapes, slips: [] };
}

/** Where the data URL that the first escape, at `first`, stands in begins, and its body. */
function dataUrlAround(text: string, first: number): { from: number; body: number } | undefined {
  const from = Math.max(0, first - 300);
  const head = /data:[^,\s"'<>]{0,200},(?=[^,\s"'<>]*$)/i.exec(text.slice(from, first));
  if (!head || /;base64,$/i.test(head[0])) return undefined;
  const begins = from + head.index;
  return { from: begins, body: begins + head[0].length };
}

/**
 * Reads percent-encoded bytes from the first escape on, or from the comma of a data URL. A plus stands for itself;
 * where there is one, the reading as a blank is offered too.
 */
export function readPercentText(text: string): Reading[] {
  const first = text.search(/%[0-9a-f]/i);
  if (first < 0) return [];
  const url = dataUrlAround(text, first);
  const start = url?.body ?? first;
  const plain = readPercent(text, start, false);
  if (plain.escapes < 2) return [];
  const fromUrl = url !== undefined;
  const kind = fromUrl ? 'data-url' : 'percent';
  const form = fromUrl ? 'a data URL, percent-encoded' : 'percent-encoded bytes';
  const reading: Reading = {
    kind,
    form,
    start: url?.from ?? start,
    end: plain.end,
    bytes: plain.bytes,
    marks: plain.escapes * 3 * 4 > plain.end - start ? 8 : 5,
    slips: plain.slips,
  };
  if (!text.slice(start, plain.end).includes('+')) return [reading];
  const spaced = readPercent(text, start, true);
  return [
    reading,
    { ...reading, form: `${form}, + as a space`, bytes: spaced.bytes, marks: reading.marks - 1 },
  ];
}
