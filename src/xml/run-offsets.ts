import { UTF_8, type Charset } from '../wbxml/index.ts';
import type { TextContext } from './plain.ts';
import { resolveReferences } from './references.ts';
import { ROW, type Rows } from './rows.ts';
import type { Span } from './xml-map.ts';

/** Offsets within one run of text: which of its characters are which bytes. */
export interface RunOffsets {
  bytesOf(start: number, end: number): Span;
  textOf(start: number, end: number): Span;
}

/** A stretch of a run: markup that has no bytes, literal text, or a reference or mark that is one thing. */
interface Stretch {
  from: number;
  to: number;
  kind: 'markup' | 'literal' | 'atom';
  bytes: number;
}

const MARK =
  /<\?wbxml\s+bytes=["']([^"']*)["']\s*\?>|<!\[CDATA\[|\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|&[^;<&]{1,11};/g;

/**
 * Works out the offsets within the run of row `i`, by walking over its text once.
 * @param raw the text of the row
 * @returns `undefined` where the run is not carried by its own bytes (a reference to the table, a typed value)
 */
export function runOffsets(raw: string, rows: Rows, i: number, context: TextContext): RunOffsets | undefined {
  const from = rows.get('textStart', i);
  const byteStart = rows.get('byteStart', i);
  const byteEnd = rows.get('byteEnd', i);
  const crlf = /^<\?wbxml[^>]*eol="crlf"/.test(raw);
  const measure = new Measure(context.encoding, crlf);
  const parts = [...stretches(raw, measure)];
  const total = parts.reduce((sum, part) => sum + part.bytes, 0);
  const length = byteEnd - byteStart;
  const { unit } = context.encoding;
  const isInline = rows.kind(i) === ROW.text;
  if (isInline && length !== total + 1 + unit && length !== total + 1) return undefined;
  if (!isInline && length < total + 2) return undefined;
  const head = isInline ? 1 : length - total;
  return {
    bytesOf(start, end) {
      const low = head + bytesBefore(raw, parts, start - from, measure, false);
      const high = head + bytesBefore(raw, parts, end - from, measure, true);
      return { start: byteStart + low, end: byteStart + Math.max(low, high) };
    },
    textOf(start, end) {
      const low = start - byteStart - head;
      const high = end - byteStart - head;
      const at = low < 0 ? 0 : textBefore(raw, parts, low, measure, false);
      const past = high > total ? raw.length : textBefore(raw, parts, Math.max(0, high), measure, true);
      return { start: from + at, end: from + Math.max(at, past) };
    },
  };
}

function* stretches(raw: string, measure: Measure): Generator<Stretch> {
  const literal = (from: number, to: number): Stretch => ({
    from,
    to,
    kind: 'literal',
    bytes: measure.literal(raw, from, to),
  });
  const next = new RegExp(MARK);
  let from = 0;
  for (let match = next.exec(raw); match; match = next.exec(raw)) {
    const at = match.index;
    if (from < at) yield literal(from, at);
    from = at + match[0].length;
    if (match[1] !== undefined) {
      yield { from: at, to: from, kind: 'atom', bytes: match[1].replace(/\s/g, '').length / 2 };
    } else if (match[0].startsWith('&')) {
      const resolved = resolveReferences(match[0]);
      yield { from: at, to: from, kind: 'atom', bytes: resolved.ok ? measure.plain(resolved.text) : 0 };
    } else {
      yield { from: at, to: from, kind: 'markup', bytes: 0 };
      if (match[0] !== '<![CDATA[') continue;
      const close = raw.indexOf(']]>', from); // all up to there is literal, whatever it looks like
      const end = close < 0 ? raw.length : close;
      if (from < end) yield literal(from, end);
      next.lastIndex = from = end;
    }
  }
  if (from < raw.length) yield literal(from, raw.length);
}

/** How many bytes characters take. */
class Measure {
  private readonly encoding: Charset;
  private readonly crlf: boolean;

  constructor(encoding: Charset, crlf: boolean) {
    this.encoding = encoding;
    this.crlf = crlf;
  }

  /** Bytes of the literal character at `at`, whose second surrogate counts nothing. */
  unit(text: string, at: number): number {
    const unit = text.charCodeAt(at);
    if (unit === 10 && this.crlf) return 2 * this.encoding.unit;
    if (this.encoding.mib === UTF_8) return utf8Width(unit);
    if (this.encoding.unit === 2) return 2;
    return this.encoding.encode(text.charAt(at))?.length ?? 0;
  }

  /** Bytes of characters that stand for themselves, line ends included. */
  plain(text: string): number {
    if (this.encoding.mib !== UTF_8) return this.encoding.encode(text)?.length ?? 0;
    return text.length === 1 ? utf8Width(text.charCodeAt(0)) : 4; // of two units: a pair of surrogates
  }

  literal(raw: string, from: number, to: number): number {
    let sum = 0;
    for (let at = from; at < to; at++) sum += this.unit(raw, at);
    return sum;
  }
}

/** Bytes of a UTF-16 unit in UTF-8; those of a pair count for its first half. */
function utf8Width(unit: number): number {
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (unit >= 0xd800 && unit < 0xdc00) return 4;
  return unit >= 0xdc00 && unit < 0xe000 ? 0 : 3;
}

/** Bytes of everything before `offset`; within an atom those before it, or with `past` those up to its end. */
function bytesBefore(raw: string, parts: Stretch[], offset: number, measure: Measure, past: boolean): number {
  let sum = 0;
  for (const part of parts) {
    if (part.to <= offset) {
      sum += part.bytes;
      continue;
    }
    if (part.from >= offset) return sum;
    if (part.kind !== 'literal') return past ? sum + part.bytes : sum;
    for (let at = part.from; at < offset; at++) sum += measure.unit(raw, at);
    return sum;
  }
  return sum;
}

/** Text offset of the character that holds byte `count`, or with `past` of the first that begins at or after it. */
function textBefore(raw: string, parts: Stretch[], count: number, measure: Measure, past: boolean): number {
  let sum = 0;
  for (const part of parts) {
    if (part.kind === 'markup') continue;
    const size = part.bytes;
    if (sum + size <= count && !(past && sum + size === count)) {
      sum += size;
      continue;
    }
    if (part.kind === 'atom') return past && count > sum ? part.to : part.from;
    for (let at = part.from; at < part.to; at++) {
      const unit = measure.unit(raw, at);
      if (past ? sum >= count && unit > 0 : sum + unit > count) return at;
      sum += unit;
    }
    return part.to;
  }
  return raw.length;
}
