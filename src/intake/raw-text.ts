import { count, keptBefore, slip, type Reading, type Slip } from './reading.ts';
import { hasControls, latin1Bytes, textBytes } from './text-bytes.ts';

const REPLACEMENT = '\ufffd';

/** Characters that something on the way put in place of bytes it could not read as text. */
export function lostCharacters(text: string, start: number, end: number): Slip[] {
  const first = text.indexOf(REPLACEMENT, start);
  if (first < 0 || first >= end) return [];
  let lost = 0;
  for (let at = first; at >= 0 && at < end; at = text.indexOf(REPLACEMENT, at + 1)) lost++;
  const found = `${count(lost, 'character')} U+FFFD, put in place of bytes that are no text`;
  const assumed = `${keptBefore(textBytes(text.slice(start, first)).length)}; paste hex or base64, or drop the file`;
  return [slip('lost-characters', 'error', first, first + 1, 'the bytes themselves', found, assumed)];
}

/**
 * Reads pasted text that is the bytes themselves: as UTF-8, or each character as one byte where that differs;
 * with and without a line end behind them.
 */
export function readRawText(text: string): Reading[] {
  if (!hasControls(text, 4096)) return [];
  const readings: Reading[] = [];
  const add = (bytes: Uint8Array | undefined, end: number, form: string, marks: number): void => {
    if (!bytes) return;
    const slips = lostCharacters(text, 0, end);
    readings.push({ kind: 'binary', form, start: 0, end, bytes, marks, slips });
  };
  const line = text.replace(/\r?\n$/, '');
  const ends = line.length < text.length ? [text.length, line.length] : [text.length];
  for (const end of ends) {
    const part = text.slice(0, end);
    const behind = end < text.length ? ', without the line end behind them' : '';
    add(textBytes(part), end, `the characters themselves${behind}`, 5);
    if (/[\u0080-\u00ff]/.test(part))
      add(latin1Bytes(part), end, `the characters themselves, one byte each${behind}`, 4);
  }
  return readings;
}
