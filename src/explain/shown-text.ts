import { grouped } from '../bytes/index.ts';
import { stringEnd, FALLBACK, type Charset } from '../wbxml/index.ts';
import type { Decoded } from '../doctypes/index.ts';

/** The beginning of a text; `whole` is false where more follows. */
export interface Head {
  text: string;
  whole: boolean;
}

/** Characters shown of a text where nothing else is asked for. */
export const SHOWN = 60;

// No charset here takes more than four bytes for a character.
const LONGEST_CHARACTER = 4;

export const charsetOfMessage = (decoded: Decoded): Charset => decoded.document.header?.encoding ?? FALLBACK;

/** The first `cap` characters of the text in bytes `start` to `end`. Looks at no more bytes than these can take. */
export function textHead(decoded: Decoded, start: number, end: number, cap = SHOWN): Head {
  const stop = Math.min(end, start + LONGEST_CHARACTER * (cap + 1));
  const text = charsetOfMessage(decoded).decode(decoded.bytes.subarray(start, stop));
  return cutTo(text, cap, stop === end);
}

/** The first `cap` characters of the string at `offset` of the string table; `undefined` outside it. */
export function tableHead(decoded: Decoded, offset: number, cap = SHOWN): Head | undefined {
  const { header } = decoded.document;
  if (!header || offset >= header.tableEnd - header.tableStart) return undefined;
  const start = header.tableStart + offset;
  const stop = Math.min(header.tableEnd, start + LONGEST_CHARACTER * (cap + 1));
  const { unit } = header.encoding;
  const past = stringEnd(decoded.bytes, start, stop, unit);
  const head = textHead(decoded, start, past < 0 ? stop : past - unit, cap);
  return past < 0 && stop < header.tableEnd ? { ...head, whole: false } : head;
}

/** The text cut to `cap` characters. */
export function cutTo(text: string, cap: number, whole: boolean): Head {
  if (text.length <= cap) return { text, whole };
  const characters = Array.from(text);
  if (characters.length <= cap) return { text, whole };
  return { text: characters.slice(0, cap).join(''), whole: false };
}

const SHORT_FORMS: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Characters that show nothing, turn the line round, or look like a space without being one. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/** The text with its unseen characters written out (`\n`, `\u200b`), so that it can stand in one line of anything. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => SHORT_FORMS[character] ?? escaped(character));
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}

/** True for text that has nothing in it but characters, line ends and tabs. */
export const isText = (text: string): boolean => !/[^\P{Cc}\t\r\n]|\ufffd/u.test(text);

/** A head in double quotes, `…` behind them where more follows. */
export const quotedHead = ({ text, whole }: Head): string =>
  `"${visible(text.replace(/["\\]/g, '\\$&'))}"${whole ? '' : ' …'}`;

/** A text in double quotes, cut to `cap` characters. */
export const quoted = (text: string, cap = SHOWN): string => quotedHead(cutTo(text, cap, true));

/** `1 byte`, `1,234 bytes`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;

/** A half-open span as it is said to a person, last byte included: `byte 7`, `bytes 12–16`. */
export function spanWords(start: number, end: number): string {
  if (end <= start) return `at byte ${start}`;
  return end - start === 1 ? `byte ${start}` : `bytes ${start}–${end - 1}`;
}
