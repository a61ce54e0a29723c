type Range = readonly [first: number, last: number];

const escape = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;
const ranges = (list: readonly Range[]): string => list.map(([a, b]) => `${escape(a)}-${escape(b)}`).join('');

/** Units no XML document may hold, not even as a reference. */
const forbidden: readonly Range[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0xfffe, 0xffff],
];
const LONE_SURROGATE = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';

/**
 * Units that a reader cannot see or that an editor takes for something else: C1 controls, zero-width
 * characters, separators of lines and paragraphs, bidi controls, the byte-order mark.
 */
const invisible: readonly Range[] = [
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
];

const NOT_XML = new RegExp(`[${ranges(forbidden)}]|${LONE_SURROGATE}`);
/** Matches every run of characters that no XML document may hold. A lone surrogate is one. */
export const EVERY_NOT_XML = new RegExp(`(?:${NOT_XML.source})+`, 'g');
const MAYBE_NOT_XML = new RegExp(`[${ranges(forbidden)}\\ud800-\\udfff]`);

/** True where the text holds a character that no XML document may hold. */
export const hasForbidden = (text: string): boolean => MAYBE_NOT_XML.test(text) && NOT_XML.test(text);
/** The first character that no XML document may hold, in words. */
export function forbiddenWords(text: string): string {
  const [first = ''] = NOT_XML.exec(text) ?? [];
  const code = `U+${first.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (first >= '\ufffe') return `${code}, which is no character`;
  return first < ' ' ? `the control character ${code}` : `half of a surrogate pair, ${code}`;
}

/** Matches a unit that is written as a reference so that it can be seen. */
export const EVERY_INVISIBLE = new RegExp(`[${ranges(invisible)}]`, 'g');
/**
 * What text beyond ASCII cannot hold as it is, by units. Meant for text decoded from UTF-8: a lone surrogate
 * cannot come from there, and U+FFFD may stand for foreign bytes.
 */
export const unusualRanges: readonly Range[] = [
  ...[...forbidden, ...invisible].filter(([first]) => first >= 0x7f),
  [0xfffd, 0xfffd],
];
/** Matches a unit of `unusualRanges`. */
export const UNUSUAL = new RegExp(`[${ranges(unusualRanges)}]`);
/** 1 for each unit of `unusualRanges`. */
export const UNUSUAL_UNITS = new Uint8Array(0x1_0000);
for (const [first, last] of unusualRanges) UNUSUAL_UNITS.fill(1, first, last + 1);

const SPACE = 32;

/** True for the four characters XML calls white space. */
export const isWhiteUnit = (unit: number): boolean =>
  unit === SPACE || unit === 10 || unit === 9 || unit === 13;

/** True for text of white space only; also for none. */
export function isWhite(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isWhiteUnit(text.charCodeAt(i))) return false;
  return true;
}

/** A character as a reference: hexadecimal above Latin-1, decimal below, as people write them. */
export function reference(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `&#${code};` : `&#x${code.toString(16)};`;
}

/** A name without a colon that every XML parser takes. ASCII only: what else a vocabulary needs is a mark. */
export const isPlainName = (text: string): boolean => /^[A-Za-z_][A-Za-z0-9_.-]{0,127}$/.test(text);
