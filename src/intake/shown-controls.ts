import { ByteSink, type Reading } from './reading.ts';
import { textBytes } from './text-bytes.ts';

/** How the first bytes of a message look: a version, and a public identifier that is unknown. */
const BEGIN =
  /(?:\^[@A-C]|<0[0-3]>|[\u2400-\u2403]|&#x?0?[0-3];)(?:\^A|<01>|\u2401|&#x?0?1;|\^D|<04>|\u2404|&#x?0?4;)/i;
/** One control character, or a byte that is no text; else a character stands for itself. */
const SHOWN =
  /\^([@A-Z[\\\]^_?])|<([0-9a-f]{2})>|([\u2400-\u241f\u2421])|&#(?:x([0-9a-f]{1,4})|(\d{1,5}));|(M-)/iy;
const HIGH = 0x80;
const DELETE = 0x7f;
/** Control characters that a text needs to be taken for it. */
const FEWEST = 4;

/** The code of what was found; `undefined` for a mark that says the next byte is 128 higher. */
function codeOf([, caret, hex, picture, reference, decimal]: RegExpExecArray): number | undefined {
  if (caret !== undefined) return caret === '?' ? DELETE : caret.toUpperCase().charCodeAt(0) ^ 0x40;
  if (hex !== undefined) return Number.parseInt(hex, 16);
  if (picture !== undefined) return picture === '\u2421' ? DELETE : picture.charCodeAt(0) - 0x2400;
  if (reference !== undefined) return Number.parseInt(reference, 16);
  return decimal === undefined ? undefined : Number(decimal);
}

function put(sink: ByteSink, code: number, isHigh: boolean, isByte: boolean): void {
  if (isHigh) sink.push((code & 0x7f) | HIGH);
  else if (code < HIGH || (isByte && code <= 0xff)) sink.push(code);
  else sink.append(textBytes(String.fromCodePoint(code)));
}

/**
 * Reads bytes as terminals and editors show them: `^C^Aj^@` of `cat -v` and vim, `<03><01>j<00>` of less, pictures of
 * control characters, references of HTML. Up to the end of the text or an empty line.
 */
export function readShownControls(text: string): Reading[] {
  const start = text.search(BEGIN);
  if (start < 0) return [];
  const sink = new ByteSink(256);
  let controls = 0;
  let isHigh = false;
  const gap = /\n\r?\n/.exec(text.slice(start));
  const end = gap ? start + gap.index : text.trimEnd().length;
  for (let at = start; at < end;) {
    SHOWN.lastIndex = at;
    const found = SHOWN.exec(text);
    if (found && found[6] !== undefined) {
      isHigh = true;
      at = SHOWN.lastIndex;
      continue;
    }
    const code = found ? codeOf(found) : undefined;
    if (found && code !== undefined) {
      put(sink, code, isHigh, found[2] !== undefined || found[4] !== undefined || found[5] !== undefined);
      controls++;
      at = SHOWN.lastIndex;
    } else {
      const own = text.codePointAt(at) ?? 0;
      put(sink, own, isHigh, false);
      at += own > 0xffff ? 2 : 1;
    }
    isHigh = false;
  }
  if (controls < FEWEST) return [];
  const form = 'text with its control characters shown';
  return [{ kind: 'escaped', form, start, end, bytes: sink.done(), marks: 5, slips: [] }];
}
