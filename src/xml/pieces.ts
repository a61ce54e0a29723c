import { toHex, sameBytes } from '../bytes/index.ts';
import { utf8Length } from '../doctypes/index.ts';
import { UTF_8, type Charset } from '../wbxml/index.ts';
import { EVERY_NOT_XML, hasForbidden } from './characters.ts';

/** A string taken apart: text that reads back exactly, and bytes that are no text. Never two alike in a row. */
export type Piece = string | Uint8Array;

/**
 * Takes the bytes of a string apart, so that encoding the text pieces and putting all together gives the
 * same bytes. Characters that no XML document may hold are bytes.
 */
export function splitPieces(bytes: Uint8Array, encoding: Charset): Piece[] {
  const joined = new Joiner();
  for (const piece of encoding.mib === UTF_8 ? splitUtf8(bytes, encoding) : splitOther(bytes, encoding)) {
    if (typeof piece !== 'string' || !hasForbidden(piece)) joined.add(piece);
    else for (const part of splitForbidden(piece, encoding)) joined.add(part);
  }
  return joined.done();
}

/** How many bytes of the pieces are no text. */
export function foreignBytes(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? 0 : piece.length), 0);
}

/** The hex digits of foreign bytes as they stand in marks. */
export const foreignHex = (bytes: Uint8Array): string => toHex(bytes);

/** Puts neighbours of a kind together, each run at once: one by one would copy the run for every byte. */
class Joiner {
  private readonly pieces: Piece[] = [];
  private text = '';
  private run: Uint8Array[] = [];

  add(piece: Piece): void {
    if (piece.length === 0) return;
    if (typeof piece === 'string') {
      this.endRun();
      this.text += piece;
    } else {
      this.endText();
      this.run.push(piece);
    }
  }

  done(): Piece[] {
    this.endText();
    this.endRun();
    return this.pieces;
  }

  private endText(): void {
    if (this.text !== '') this.pieces.push(this.text);
    this.text = '';
  }

  private endRun(): void {
    const [only] = this.run;
    if (!only) return;
    if (this.run.length === 1) this.pieces.push(only);
    else {
      const joined = new Uint8Array(this.run.reduce((sum, part) => sum + part.length, 0));
      let at = 0;
      for (const part of this.run) {
        joined.set(part, at);
        at += part.length;
      }
      this.pieces.push(joined);
    }
    this.run = [];
  }
}

function* splitUtf8(bytes: Uint8Array, encoding: Charset): Generator<Piece> {
  let from = 0;
  for (let i = 0; i < bytes.length;) {
    const length = utf8Length(bytes, i, bytes.length);
    if (length > 0) {
      i += length;
      continue;
    }
    if (from < i) yield encoding.decode(bytes.subarray(from, i));
    let bad = i + 1;
    while (bad < bytes.length && utf8Length(bytes, bad, bytes.length) === 0) bad++;
    yield bytes.subarray(i, bad);
    from = i = bad;
  }
  if (from < bytes.length) yield encoding.decode(bytes.subarray(from));
}

/** Character by character: the shortest code that reads as one character and is written the same again. */
function* splitOther(bytes: Uint8Array, encoding: Charset): Generator<Piece> {
  const whole = encoding.decode(bytes);
  if (sameBytes(encoding.encode(whole), bytes)) {
    yield whole;
    return;
  }
  let text = '';
  for (let i = 0; i < bytes.length;) {
    const length = characterLength(bytes, i, encoding);
    if (length > 0) text += encoding.decode(bytes.subarray(i, i + length));
    else {
      if (text) yield text;
      text = '';
      yield bytes.subarray(i, i + encoding.unit);
    }
    i += length || encoding.unit;
  }
  if (text) yield text;
}

function characterLength(bytes: Uint8Array, i: number, encoding: Charset): number {
  for (let length = encoding.unit; length <= 4 && i + length <= bytes.length; length++) {
    const code = bytes.subarray(i, i + length);
    const text = encoding.decode(code);
    if (text.includes('\ufffd') || [...text].length !== 1) continue;
    if (sameBytes(encoding.encode(text), code)) return length;
  }
  return 0;
}

function* splitForbidden(text: string, encoding: Charset): Generator<Piece> {
  let from = 0;
  for (const match of text.matchAll(EVERY_NOT_XML)) {
    if (from < match.index) yield text.slice(from, match.index);
    const code = encoding.encode(match[0]);
    yield code ?? match[0];
    from = match.index + match[0].length;
  }
  if (from < text.length) yield text.slice(from);
}
