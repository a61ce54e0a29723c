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
 * @returns the headers, `undefined` where there are none; or the first line that is none
 */
export function headersFromText(text: string): HeaderLines {
  const found = new Map<string, { name: string; value: string }>();
  let last: { value: string } | undefined;
  for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
    const fault = (words: string): HeaderLines => ({ ok: false, fault: { line: i + 1, text: words } });
    if (line.trim() === '') continue;
    if (/^[ \t]/.test(line) && last) {
      last.value += ` ${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 0) return fault('it has no colon');
    const name = line.slice(0, colon).trim();
    const value = line.slice(colon + 1).trim();
    if (!NAME.test(name) || name === '__proto__') return fault('in front of the colon stands no header name');
    if (name.length > LIMITS.headerName || value.length > LIMITS.headerValue) return fault('it is too long');
    const known = found.get(name.toLowerCase());
    if (known) known.value += `, ${value}`;
    else found.set(name.toLowerCase(), { name, value });
    last = found.get(name.toLowerCase());
  }
  if (found.size > LIMITS.headers) {
    return { ok: false, fault: { line: LIMITS.headers + 1, text: `${LIMITS.headers} headers are the most` } };
  }
  if (found.size === 0) return { ok: true, headers: undefined };
  return {
    ok: true,
    headers: Object.fromEntries([...found.values()].map(({ name, value }) => [name, value])),
  };
}
