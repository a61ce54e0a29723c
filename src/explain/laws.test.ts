import fc from 'fast-check';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decode, type Decoded } from '../doctypes/index.ts';
import { cellName } from './cell-name.ts';
import { explain } from './explain.ts';
import { explanationLines } from './explanation-lines.ts';
import { listingRows } from './listing.ts';
import { listingText } from './listing-text.ts';
import { tokenMeaning } from './token-meaning.ts';
import { partsOf } from './token-parts.ts';

const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}]+$/u;

/** Bytes that begin like a message and go on with much of what the format has a meaning for. */
const message = fc
  .tuple(
    fc.constantFrom(
      [3, 1, 0x6a, 0],
      [2, 5, 0x6a, 0],
      [1, 0x12, 4, 4, 0x61, 0x62, 0, 0x63],
      [3, 0, 0, 0x6a, 2, 0x61, 0],
      [0, 1, 0],
      [3, 1, 0x87, 0x77, 0],
    ),
    fc.array(
      fc.oneof(
        fc.constantFrom(0x00, 0x01, 0x02, 0x03, 0x04, 0x40, 0x43, 0x44, 0x80, 0x83, 0x84, 0xc0, 0xc3, 0xc4),
        fc.constantFrom(0x45, 0x4b, 0x5c, 0x4f, 0x52, 0x4e, 0xc5, 0x85, 0x05, 0x0a, 0x0c, 0x86, 0x11),
        fc.integer({ min: 0, max: 255 }),
      ),
      { maxLength: 60, size: 'max' },
    ),
    fc.constantFrom(undefined, 'activesync', 'si-1.0', 'none'),
  )
  .map(([header, body, doctype]) =>
    decode(Uint8Array.from([...header, ...body]), doctype === undefined ? {} : { doctype }),
  );
const anyBytes = fc.uint8Array({ maxLength: 80, size: 'max' }).map((bytes) => decode(bytes));
const input = fc.oneof(message, anyBytes);

/** Parts of each token, and rows, follow one another without gap from 0 to the end. */
function expectPartition(decoded: Decoded): void {
  let at = 0;
  for (let i = 0; i < decoded.tokens.length; i++) {
    for (const part of partsOf(decoded, i)) {
      if (part.start !== at || part.end <= part.start)
        throw new Error(`part ${part.name} of token ${i} at ${part.start}`);
      at = part.end;
    }
    if (at !== decoded.tokens.end(i)) throw new Error(`parts of token ${i} end at ${at}`);
  }
  expect(at).toBe(decoded.bytes.length);
  const listing = listingRows(decoded);
  let row = 0;
  let offset = 0;
  for (; row < listing.length; row++) {
    const { start, end, shown, more, meaning, hex, token } = listing.row(row);
    if (start !== offset || shown + more !== end - start) throw new Error(`row ${row} at ${start}`);
    if (!ONE_LINE.test(meaning) || hex.length !== shown * 3 - 1) throw new Error(`row ${row}: ${meaning}`);
    if (listing.rowOfToken(token) !== row || listing.rowOfOffset(end - 1) !== row)
      throw new Error(`row of ${token}`);
    offset = end;
  }
  expect(offset).toBe(decoded.bytes.length);
}

/** A byte has a name, a role and an explanation whose spans hold it. */
function expectExplained(decoded: Decoded, offset: number): void {
  const explanation = explain(decoded, offset);
  const { start, end, part, bits, fields, summary, source } = explanation;
  const holds = start <= part.start && part.start <= offset && offset < part.end && part.end <= end;
  if (!holds) throw new Error(`byte ${offset} is not in ${start}-${end}`);
  if (fields.length > 0 && fields.map((field) => field.bits).join('') !== bits.replace(' ', '')) {
    throw new Error(`the fields of byte ${offset} are not its bits`);
  }
  const lines = explanationLines(explanation).flatMap(({ label, text }) => [label, text]);
  for (const text of [
    summary,
    source,
    part.text,
    cellName(decoded, offset),
    ...explanation.notes,
    ...lines,
  ]) {
    if (!ONE_LINE.test(text)) throw new Error(`byte ${offset}: ${JSON.stringify(text)}`);
  }
}

describe('any bytes', () => {
  test('parts and rows are partitions, and each has words', () => {
    fc.assert(fc.property(input, expectPartition), { numRuns: 1_500 });
  });

  test('every byte has an explanation that holds it', () => {
    const explained = (decoded: Decoded) => {
      for (let offset = 0; offset < decoded.bytes.length; offset++) expectExplained(decoded, offset);
    };
    fc.assert(fc.property(input, explained), { numRuns: 400 });
  });

  test('any offset, in or out, is answered', () => {
    fc.assert(
      fc.property(input, fc.oneof(fc.integer(), fc.double()), (decoded, offset) => {
        const { start, end, summary } = explain(decoded, offset);
        expect(summary).not.toBe('');
        expect(end <= decoded.bytes.length && start <= end).toBe(true);
        expect(cellName(decoded, offset)).not.toBe('');
      }),
    );
  });

  test('the text has a line for each row, with its offset', () => {
    fc.assert(
      fc.property(input, (decoded) => {
        const listing = listingRows(decoded);
        const lines = listingText(listing).split('\n').slice(0, -1);
        const offsets = lines.map((line) => parseInt(line, 10));
        const rows = Array.from({ length: listing.length }, (_, i) => listing.row(i).start);
        expect(offsets).toEqual(listing.length === 0 ? [NaN] : rows);
      }),
    );
  });

  test('with all bytes, the text holds every byte of the input', () => {
    fc.assert(
      fc.property(input, (decoded) => {
        const text = listingText(listingRows(decoded), { allBytes: true });
        const hex = text
          .split('\n')
          .map((line) => /^\d+ {2}((?:[0-9a-f]{2} )*[0-9a-f]{2})(?: {2}|$)/.exec(line)?.[1] ?? '');
        const bytes = hex.filter((part) => part !== '').flatMap((part) => part.split(' '));
        expect(bytes.map((byte) => parseInt(byte, 16))).toEqual(Array.from(decoded.bytes));
      }),
    );
  });
});

const CORPUS = '../shared/corpus';
/** Files up to this size have every byte explained; of larger ones the ends of each token. */
const SMALL = 256;

test('recorded messages: every token has a meaning, every byte or token end an explanation', () => {
  if (!existsSync(CORPUS)) {
    console.log(`${CORPUS} is not there: no recorded message was looked at`);
    return;
  }
  const files = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.wbxml'),
  );
  let bytes = 0;
  for (const file of files) {
    const decoded = decode(new Uint8Array(readFileSync(`${CORPUS}/${file}`)));
    expectPartition(decoded);
    const { tokens } = decoded;
    if (decoded.bytes.length <= SMALL) {
      for (let offset = 0; offset < decoded.bytes.length; offset++) expectExplained(decoded, offset);
      bytes += decoded.bytes.length;
      continue;
    }
    // A stride that is odd meets tags, strings and ENDs in turn.
    for (let i = 0; i < tokens.length; i += 31) {
      expect(tokenMeaning(decoded, i)).toMatch(ONE_LINE);
      expectExplained(decoded, tokens.start(i));
      expectExplained(decoded, tokens.end(i) - 1);
      bytes += 2;
    }
  }
  console.log(`${files.length} recorded messages, ${bytes} bytes explained`);
  expect(files.length).toBeGreaterThan(1_000);
});
