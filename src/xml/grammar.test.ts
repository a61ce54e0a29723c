import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { anyDocument } from '../testing/any-document.ts';
import { bytesToXml, readXml } from './index.ts';

const DOCUMENT = readFileSync(join(import.meta.dirname, '../../docs/xml-text.md'), 'utf8');

interface Row {
  what: string;
  cells: string[];
  frame: { bytes: string; text: string; charset: number | undefined };
}

/** The rows of every table with these columns, each with the frame that was stated last. */
function rowsWith(columns: string): Row[] {
  const rows: Row[] = [];
  let frame: Row['frame'] = { bytes: '…', text: '…', charset: undefined };
  let inTable = false;
  const lines = DOCUMENT.split('\n');
  lines.forEach((line, i) => {
    if (line.startsWith('```frame')) {
      const charset = /charset=(\d+)/.exec(line)?.[1];
      frame = {
        bytes: lines[i + 1] ?? '',
        text: lines[i + 2] ?? '',
        charset: charset === undefined ? undefined : Number(charset),
      };
    }
    if (line === `| ${columns} |`) inTable = true;
    else if (!line.startsWith('|')) inTable = false;
    else if (inTable && !line.startsWith('|---')) {
      const [what = '', ...cells] = line.slice(2, -2).split(' | ');
      rows.push({ what, cells: cells.map(unquoted), frame });
    }
  });
  return rows;
}

/** What stands in a code span. */
const unquoted = (cell: string): string => /^`(.*)`$/.exec(cell.trim())?.[1] ?? cell.trim();
const withLines = (text: string): string => text.replaceAll('⏎', '\n');
const bytesOf = (hex: string): Uint8Array => {
  const bytes = fromHex(hex);
  if (!bytes) throw new Error(`no hex in the document: ${hex}`);
  return bytes;
};

const examples = rowsWith('what | bytes | text').map(({ what, cells: [hex = '', text = ''], frame }) => ({
  what,
  bytes: toHex(bytesOf(frame.bytes.replace('…', hex)), ' '),
  text: withLines(frame.text).replace('…', () => withLines(text)),
  charset: frame.charset,
}));

describe('every example of docs/xml-text.md, both ways', () => {
  test.each(examples)('$what: $bytes', ({ bytes, text, charset }) => {
    expect(bytesToXml(bytesOf(bytes), { charset })).toBe(text);
    const read = readXml(text);
    expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(toHex(read.bytes ?? bytesOf('ff'), ' ')).toBe(bytes);
  });

  test('there are about as many as there are token forms', () => {
    expect(examples.length).toBeGreaterThan(120);
  });
});

describe('every other spelling of docs/xml-text.md', () => {
  test.each(rowsWith('what | text | bytes'))('$what', ({ cells: [text = '', hex = ''] }) => {
    expect(toHex(readXml(withLines(text)).bytes ?? bytesOf('ff'), ' ')).toBe(hex);
  });
});

describe('every problem of docs/xml-text.md', () => {
  test.each(rowsWith('code | text | at'))('$what $cells', ({ what, cells: [text = '', at = ''] }) => {
    const { problems, bytes } = readXml(withLines(text));
    const [start, end] = at.split('–').map(Number);
    expect(problems).toContainEqual(expect.objectContaining({ code: unquoted(what), start, end }));
    const isNotice = ['`dropped`', '`assumed-type`', '`literal-brace`'].includes(what);
    expect(bytes !== undefined).toBe(isNotice);
  });

  const byteRows = rowsWith('code | severity | bytes | at');
  test.each(byteRows)('$what $cells', ({ what, cells: [severity, hex = '', at = ''] }) => {
    const [start, end] = at.split('–').map(Number);
    const { problems } = decode(bytesOf(hex));
    expect(problems).toContainEqual(expect.objectContaining({ code: unquoted(what), severity, start, end }));
  });
});

/** The words of every mark in a text: `cut`, `{cut}` in values; header words with their `=`. */
function marksIn(text: string): string[] {
  const found: string[] = [];
  for (const mark of text.matchAll(/<\?wbxml ((?:[^?]|\?(?!>))*)\?>/g)) {
    const body = mark[1] ?? '';
    for (const word of body.matchAll(/(?:^|\s)([a-z][a-z0-9-]*)(?:="[^"]*")?/g)) {
      if (!body.startsWith('pi ') || word[1] === 'pi') found.push(word[1] ?? '');
    }
    for (const brace of body.matchAll(/\{([^}]*)\}/g)) found.push(braceWord(brace[1] ?? ''));
  }
  for (const tag of text.matchAll(/<[a-z][^<>\s]*(\s[^<>]*)>/gi)) {
    for (const brace of (tag[1] ?? '').matchAll(/\{([^}]*)\}/g)) found.push(braceWord(brace[1] ?? ''));
  }
  return found.map((word) => word.replace(/(ext(?:-[it])?)-[012]/, '$1-n'));
}

/** `{start 0x05}` as `{start`; a value token by its number as `{0x`. */
const braceWord = (body: string): string => `{${(body.split(' ')[0] ?? '').replace(/^0x..$/, '0x')}`;

test('every mark that the printer makes of any document has a row', () => {
  const documented = new Set(examples.flatMap(({ text }) => marksIn(text)));
  const printed = new Set<string>();
  fc.assert(
    fc.property(anyDocument, (bytes) => {
      const words = marksIn(bytesToXml(bytes));
      for (const word of words) printed.add(word);
      expect(words.filter((word) => !documented.has(word))).toEqual([]);
    }),
    { numRuns: 4000 },
  );
  // … and what was tried is nearly all there is, so that the test means something.
  const untried = [...documented].filter((word) => !printed.has(word));
  expect(untried.sort()).toEqual(['encoding']); // only a caller who knows the transport's charset gets it
});
