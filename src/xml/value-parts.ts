import { fromHex } from '../bytes/index.ts';
import { forbiddenWords, hasForbidden } from './characters.ts';
import type { Piece } from './pieces.ts';
import { resolveReferences } from './references.ts';

/** A mark in braces, as its words: `{str-t 5}` is `['str-t', '5']`. Offsets are in the raw value. */
export interface ValueMark {
  kind: 'mark';
  words: string[];
  at: number;
  end: number;
}

/** Text of a value between two marks; `bytes` marks are pieces of it. Offsets are in the raw value. */
export interface ValueText {
  kind: 'text';
  pieces: Piece[];
  /** The text with literal `$(` still to be told from a reference to it; only where there are no bytes. */
  raw: string;
  at: number;
  end: number;
}

export type ValuePart = ValueMark | ValueText;
export interface ValueFault {
  at: number;
  end: number;
  expected: string;
  found: string;
}

/** What begins a mark behind its brace; of anything else the brace is a literal one, as other software writes it. */
const MARK =
  /\s*(?:cut|str-[it]|opaque|entity|ext(?:-[it])?-[012]|switch-page|start|literal|none|rest|end|bytes|0x[0-9a-fA-F]{2})(?=[\s}]|$)/y;

function isMark(raw: string, open: number): boolean {
  MARK.lastIndex = open + 1;
  return MARK.test(raw);
}

/** Where the text from `at` on ends: at a mark, or with the value. */
function textEnd(raw: string, at: number): number {
  let open = raw.indexOf('{', at);
  while (open >= 0 && !isMark(raw, open)) open = raw.indexOf('{', open + 1);
  return open < 0 ? raw.length : open;
}

/**
 * Takes a raw attribute value (or the value of a mark) apart into text and marks in braces. A literal line
 * end or tab is a space, as XML normalises it; a reference to one is itself. Braces around anything else are text:
 * see `literalBrace`.
 */
export function valueParts(raw: string): { parts: ValuePart[]; faults: ValueFault[] } {
  const parts: ValuePart[] = [];
  const faults: ValueFault[] = [];
  const text = (at: number): ValueText => {
    const last = parts.at(-1);
    if (last?.kind === 'text') return last;
    const made: ValueText = { kind: 'text', pieces: [], raw: '', at, end: at };
    parts.push(made);
    return made;
  };
  for (let at = 0; at < raw.length;) {
    const end = textEnd(raw, at);
    if (end > at) {
      addText(text(at), raw.slice(at, end), at, faults);
      at = end;
      continue;
    }
    const close = raw.indexOf('}', at);
    if (close < 0) {
      faults.push({
        at,
        end: raw.length,
        expected: 'a closing brace, or &#123; for a literal one',
        found: raw.slice(at, at + 12),
      });
      break;
    }
    const words = raw
      .slice(at + 1, close)
      .trim()
      .split(/\s+/);
    const bytes = words[0] === 'bytes' ? fromHex(words.slice(1).join('')) : undefined;
    if (bytes) {
      const target = text(at);
      target.pieces.push(bytes);
      target.end = close + 1;
    } else parts.push({ kind: 'mark', words, at, end: close + 1 });
    at = close + 1;
  }
  return { parts, faults };
}

function addText(into: ValueText, raw: string, at: number, faults: ValueFault[]): void {
  const normal = raw.replace(/\r\n|[\t\n\r]/g, ' ');
  const resolved = resolveReferences(normal);
  into.end = at + raw.length;
  into.raw += normal;
  if (!resolved.ok) {
    const asItStands = resolveReferences(raw); // the same fault, where line ends have their own length
    const fault = asItStands.ok ? resolved : asItStands;
    faults.push({
      at: at + fault.at,
      end: at + fault.end,
      expected: 'a reference such as &amp; or &#13;',
      found: resolved.found,
    });
    return;
  }
  if (hasForbidden(resolved.text)) {
    faults.push({
      at,
      end: at + raw.length,
      expected: 'characters XML allows',
      found: forbiddenWords(resolved.text),
    });
    return;
  }
  if (resolved.text !== '') into.pieces.push(resolved.text);
}

/** The first literal brace of a raw value, or −1: a reference would have said that it is meant. */
export function literalBrace(raw: string): number {
  for (let at = raw.indexOf('{'); at >= 0; at = raw.indexOf('{', at + 1)) if (!isMark(raw, at)) return at;
  return -1;
}
