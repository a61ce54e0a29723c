import { hexDigit } from '../bytes/index.ts';
import { ByteSink, type Reading } from './reading.ts';

/** How it begins: the version of WBXML, which no printer can show, and what follows it. */
const BEGIN = /=0[0-3](?:=[0-9A-F]{2}|[ -<>-~])/i;
/** Escapes that a text needs to be taken for it. */
const FEWEST = 4;
/** A line that goes on in the next: its end stands for nothing. */
const GOES_ON = /=[ \t]{0,80}\r?\n/y;

/** Reads quoted-printable (RFC 2045 §6.7), as mails carry bytes that are nearly text, from the first that may begin WBXML. */
export function readQuotedPrintable(text: string): Reading[] {
  const start = text.search(BEGIN);
  if (start < 0) return [];
  const sink = new ByteSink(256);
  let escapes = 0;
  let end = start;
  for (let at = start; at < text.length;) {
    const unit = text.charCodeAt(at);
    if (text[at] !== '=') {
      if (unit < 0x20 || unit > 0x7e) break; // a line that ends ends the bytes
      sink.push(unit);
      end = ++at;
      continue;
    }
    const high = hexDigit(text.charCodeAt(at + 1));
    const low = hexDigit(text.charCodeAt(at + 2));
    if (high >= 0 && low >= 0) {
      sink.push(high * 16 + low);
      escapes++;
      end = at += 3;
      continue;
    }
    GOES_ON.lastIndex = at;
    if (!GOES_ON.test(text)) break;
    at = GOES_ON.lastIndex;
  }
  if (escapes < FEWEST) return [];
  const marks = escapes * 12 > end - start ? 8 : 5;
  return [{ kind: 'escaped', form: 'quoted-printable', start, end, bytes: sink.done(), marks, slips: [] }];
}
