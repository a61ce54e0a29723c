import { lookUp } from '../bytes/index.ts';

/** The text of `raw` with its references resolved, or what is wrong with the first bad one. */
export type Resolved = { ok: true; text: string } | { ok: false; at: number; end: number; found: string };

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  // no XML, but those of WML, and pasted mail and HTML bring them along; each is a character like any other
  nbsp: '\u00a0',
  shy: '\u00ad',
};

const NOT_AMP = /&(?!amp;)/;
/** Longest name of a reference, in UTF-16 units: a number may begin with zeros. */
const LONGEST_NAME = 40;

/**
 * Resolves character references and the predefined entities; a text without `&` comes back as it is.
 * `at` and `end` of a fault are offsets in `raw`.
 */
export function resolveReferences(raw: string): Resolved {
  let at = raw.indexOf('&');
  if (at < 0) return { ok: true, text: raw };
  // Mail bodies are full of &lt;, &gt; and &amp; and of nothing else; the last last, or `&amp;lt;` would become `<`.
  const angled = raw.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  if (!NOT_AMP.test(angled)) return { ok: true, text: angled.replaceAll('&amp;', '&') };
  let text = '';
  let from = 0;
  while (at >= 0) {
    const end = raw.indexOf(';', at);
    const name = end < 0 || end - at > LONGEST_NAME ? undefined : raw.slice(at + 1, end);
    const character = name === undefined ? undefined : referencedCharacter(name);
    if (character === undefined) {
      const stop = name === undefined ? at + 1 : end + 1;
      return { ok: false, at, end: stop, found: raw.slice(at, Math.min(stop, at + 12)) };
    }
    text += raw.slice(from, at) + character;
    from = end + 1;
    at = raw.indexOf('&', from);
  }
  return { ok: true, text: text + raw.slice(from) };
}

/** The character that `&name;` stands for; `name` may be `#65` or `#x41`. `undefined` where it stands for none. */
export function referencedCharacter(name: string): string | undefined {
  const named = lookUp(NAMED, name);
  if (named !== undefined) return named;
  const digits = /^#(?:x0*([0-9a-f]{1,6})|0*([0-9]{1,7}))$/i.exec(name);
  if (!digits) return undefined;
  const code = digits[1] === undefined ? Number(digits[2]) : parseInt(digits[1], 16);
  if (code === 0 || code > 0x10_ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return String.fromCodePoint(code);
}
