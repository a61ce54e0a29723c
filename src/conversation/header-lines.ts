import { HeaderCollector } from './header-collector.ts';
import { LIMITS } from './limits.ts';

/** A line that is no header, from 1, and what is wrong with it. */
export interface HeaderFault {
  line: number;
  text: string;
}

export type HeaderLines =
  { ok: true; headers: Record<string, string> | undefined } | { ok: false; fault: HeaderFault };

/** Headers as a person edits them: a line each. Line ends in a value, which no header can have, become spaces. */
export const headerText = (headers: Readonly<Record<string, string>> = {}): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}`)
    .join('\n');

const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/; // RFC 9110 §5.6.2

/**
 * Reads headers, a line each, as `Name: value`. Empty lines are passed over; a line that begins with a blank goes on
 * with the one before it; repeated names are joined by a comma (RFC 9110 §5.3), in the first spelling.
 * @returns the headers, `undefined` where there are none; or the first line that is none, or with which they are more
 *   than a conversation may hold
 */
export function headersFromText(text: string): HeaderLines {
  const headers = new HeaderCollector();
  let last: string | undefined;
  for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
    const fault = (words: string): HeaderLines => ({ ok: false, fault: { line: i + 1, text: words } });
    if (line.trim() === '') continue;
    if (/^[ \t]/.test(line) && last !== undefined) {
      if (!headers.fold(last, line.trim())) return fault(`with it ${last} is too long`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 0) return fault('it has no colon');
    const name = line.slice(0, colon).trim();
    if (!NAME.test(name) || name === '__proto__') return fault('in front of the colon stands no header name');
    const isKnown = headers.has(name);
    if (!isKnown && headers.size === LIMITS.headers) return fault(`${LIMITS.headers} headers are the most`);
    if (!headers.add(name, line.slice(colon + 1).trim())) {
      return fault(isKnown ? `with it ${name} is too long` : 'it is too long');
    }
    last = name;
  }
  return { ok: true, headers: headers.size > 0 ? headers.record() : undefined };
}
