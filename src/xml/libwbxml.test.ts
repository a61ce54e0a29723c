import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { toBase64 } from '../bytes/index.ts';
import { decode, stringSpan, vocabularyOf, type Document } from '../doctypes/index.ts';
import { corpusFolder, corpusMessages } from '../testing/corpus.ts';
import { KIND } from '../wbxml/index.ts';

const NAMELESS_ROOT = 'the root has no name, and it takes FolderHierarchy for the namespace of page 0';

/**
 * Messages of which libwbxml makes something else than we do, each looked at. Its own names (`Reply-To`,
 * `HomeCity` …) are no deviations: the vocabulary has them as other names of the same token.
 */
const DEVIATIONS: Readonly<Record<string, string>> = {
  'captures/sogo-2.5/076-Sync-request.malformed.wbxml': NAMELESS_ROOT,
  'captures/sogo-12.1/097-Sync-request.malformed.wbxml': NAMELESS_ROOT,
  'captures/sogo-14.1/099-Sync-request.malformed.wbxml': NAMELESS_ROOT,
  'captures/zpush-2.5/076-Sync-request.malformed.wbxml': NAMELESS_ROOT,
  'captures/zpush-12.1/116-Sync-request.malformed.wbxml': NAMELESS_ROOT,
  'captures/zpush-14.1/119-Sync-request.malformed.wbxml': NAMELESS_ROOT,
  'captures/sogo-14.1/164-SendMail-request.wbxml':
    'Mime is sent as STR_I; it gives base64, as if it were OPAQUE',
  'captures/zpush-14.0/174-SendMail-request.wbxml':
    'Mime is sent as STR_I; it gives base64, as if it were OPAQUE',
};

/** A tag that no table has: libwbxml says only that. */
const NAMELESS = 'unknown';

/** What an element holds in order: `2:14` for a tag that opens, `/` for its end, texts between. */
type Item = string | { texts: string[] };

// libwbxml copies control characters and bytes that are no UTF-8 into its XML, which then is none: both sides
// get U+FFFD for them. And an XML parser makes LF of every line end.
const normal = (text: string): string => text.replace(NOT_XML, '\ufffd').replace(/\r\n?/g, '\n');
const CONTROLS = Array.from({ length: 32 }, (_, code) => code).filter((code) => ![9, 10, 13].includes(code));
const NOT_XML = new RegExp(`[${String.fromCharCode(...CONTROLS, 0xfffe, 0xffff)}]`, 'g');

function add(items: Item[], texts: string[]): void {
  const last = items.at(-1);
  if (typeof last !== 'object') items.push({ texts });
  else
    items[items.length - 1] = { texts: last.texts.flatMap((before) => texts.map((text) => before + text)) };
}

/** What libwbxml says, by page and code through our vocabulary. */
function theirs(xml: string): Item[] {
  const vocabulary = vocabularyOf('activesync');
  const items: Item[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, uri }) => {
    const page = vocabulary?.namespacePage(uri) ?? -1;
    const code = vocabulary?.tagCode(page, local);
    if (local === 'unknown') items.push(NAMELESS);
    else items.push(code === undefined ? `${uri}${local}` : `${page}:${code}`);
  });
  parser.on('closetag', () => items.push('/'));
  parser.on('text', (text) => add(items, [text]));
  parser.on('cdata', (text) => add(items, [text]));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(normal(xml)).close();
  return items;
}

/** What we say. An OPAQUE is its text or, as libwbxml has it in some elements, base64. */
function ours(document: Document): Item[] {
  const { tokens } = document;
  const { bytes } = tokens;
  const items: Item[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const kind = tokens.kind(i);
    if (kind === KIND.tag) {
      items.push(tokens.at(i).name === undefined ? NAMELESS : `${tokens.page(i)}:${tokens.tagCode(i)}`);
      if (!tokens.hasContent(i)) items.push('/');
    } else if (kind === KIND.end) items.push('/');
    else if (kind === KIND.strI) {
      const { start, end } = stringSpan(document, i);
      add(items, [normal(Buffer.from(bytes.subarray(start, end)).toString())]);
    } else if (kind === KIND.opaque) {
      const content = bytes.subarray(tokens.end(i) - opaqueLength(document, i), tokens.end(i));
      add(items, [normal(Buffer.from(content).toString()), toBase64(content)]);
    }
  }
  return items;
}

function opaqueLength({ tokens }: Document, i: number): number {
  const size = tokens.end(i) - tokens.start(i) - 1;
  for (let width = 1; width <= 5; width++) {
    const last = tokens.bytes[tokens.start(i) + width] ?? 0;
    if (last < 0x80) return size - width;
  }
  return 0;
}

/** Where the two differ first, in words; `undefined` where they agree. */
function difference(mine: readonly Item[], other: readonly Item[]): string | undefined {
  const kept = (items: readonly Item[]) =>
    items.filter((item) => typeof item === 'string' || item.texts.some((text) => text !== ''));
  const [a, b] = [kept(mine), kept(other)];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [left, right] = [a[i], b[i]];
    const same =
      typeof left === 'object' && typeof right === 'object'
        ? left.texts.some((text) => right.texts.includes(text))
        : left === right;
    if (!same)
      return `item ${i}: ours ${JSON.stringify(left)?.slice(0, 300)}, theirs ${JSON.stringify(right)?.slice(0, 300)}`;
  }
  return undefined;
}

describe('what libwbxml makes of the recorded messages', () => {
  const pairs = corpusMessages()
    .filter(({ name }) => !name.startsWith('public') || name.includes('/activesync/'))
    .map(({ name, bytes }) => ({
      name,
      bytes,
      path: join(corpusFolder ?? '', name.replace(/\.wbxml$/, '.libwbxml.xml')),
    }))
    .filter(({ path }) => existsSync(path));

  test(`agrees with ours by page and token in ${pairs.length} ActiveSync messages`, () => {
    const found: Record<string, string> = {};
    for (const { name, bytes, path } of pairs) {
      const decoded = decode(bytes, { doctype: 'activesync' });
      const different = difference(ours(decoded.document), theirs(readFileSync(path, 'utf8')));
      if (different !== undefined) found[name] = different;
    }
    const unknown = Object.entries(found).filter(([name]) => !(name in DEVIATIONS));
    expect(unknown).toEqual([]);
    // A deviation that is none any more must leave the list.
    const named = pairs.filter(({ name }) => name in DEVIATIONS).map(({ name }) => name);
    expect(Object.keys(found).sort()).toEqual(named.sort());
    if (corpusFolder) expect(pairs.length).toBeGreaterThan(1400);
  });
});
