import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { decode, tableString, type Decoded } from '../doctypes/index.ts';
import { corpusFolder, corpusMessages } from '../testing/corpus.ts';
import { bytesToXml, xmlToBytes } from './index.ts';

const NESTED = 'the XML names the form in which the nested document stands there as text';
const REFERRED = 'the documents of 1.1 say Referred…, not Preferred…';
const SECONDS = 'the six bytes of a date have seconds';
const PRIVATE = 'an example of the specification with a vocabulary of its own under public id 1';
/** Fixtures of which we make something else than the XML beside them, each looked at. */
const DEVIATIONS: Readonly<Record<string, string>> = {
  'public/libwbxml/airsync/airsync-003-search_response_from_exchange.wbxml': 'the token is called Timezone',
  'public/libwbxml/syncml/syncml-003.wbxml': NESTED,
  'public/libwbxml/syncml/syncml-004.wbxml': NESTED,
  'public/wbxml-stream/syncml11/syncml-003.wbxml': NESTED,
  'public/wbxml-stream/syncml12/syncml_with_ddf-001.wbxml': NESTED,
  'public/libwbxml/wv/wv-024.wbxml': 'the XML writes the number in hex',
  'public/libwbxml/wv/wv-040.wbxml': REFERRED,
  'public/wbxml-stream/wv/wv-040.wbxml': REFERRED,
  'public/libwbxml/wv/wv-106-datetime.wbxml': SECONDS,
  'public/wbxml-stream/wv/wv-106-datetime.wbxml': SECONDS,
  'public/wbxml-stream/spec-examples/example1-10/example1-wbxml10.wbxml': PRIVATE,
  'public/wbxml-stream/spec-examples/example2-11/example2-wbxml11.wbxml': PRIVATE,
};

/** Marks inside an attribute's value: a reference into the string table stands for its string. */
function withoutMarks(value: string, { bytes, document: { header } }: Decoded): string {
  const resolved = value.replace(/\{str-t (\d+)\}/g, (_, offset: string) =>
    header ? (tableString(bytes, header, Number(offset)) ?? '') : '',
  );
  return resolved.replace(/\{[^}]*\}/g, '');
}

/** An XML text as lines: tags with their attributes, and texts with white space made one. */
function shape(xml: string, own?: Decoded): string[] {
  const lines: string[] = [];
  let text = '';
  const flush = () => {
    const plain = text.replace(/\s+/g, ' ').trim();
    if (plain !== '') lines.push(plain);
    text = '';
  };
  const parser = new SaxesParser({ xmlns: false, fragment: false });
  const local = (name: string) => (own ? name.replace(/^page-\d+:/, '') : name).replace(/^[\w-]*:/, '');
  parser.on('opentag', ({ name, attributes }) => {
    flush();
    const said = Object.entries(attributes)
      .filter(([attribute]) => !attribute.startsWith('xmlns'))
      .map(
        ([attribute, value]) =>
          `${local(attribute)}=${(own ? withoutMarks(value, own) : value).replace(/\s+/g, ' ').trim()}`,
      );
    lines.push(`<${[local(name), ...said.sort()].join(' ')}>`);
  });
  parser.on('closetag', () => {
    flush();
    lines.push('/');
  });
  parser.on('processinginstruction', ({ target, body }) => {
    const hex = target === 'wbxml' ? /^opaque="([0-9a-f\s]+)"/.exec(body)?.[1] : undefined;
    if (hex === undefined) return;
    // A nested document stands as a document in the other's text.
    const nested = decode(fromHex(hex) ?? new Uint8Array());
    if (nested.document.header && nested.problems.length === 0)
      lines.push(...shape(bytesToXml(nested.bytes), nested));
    else text += hex;
  });
  parser.on('text', (part) => (text += part));
  parser.on('cdata', (part) => (text += part));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return lines;
}

function firstDifference(mine: readonly string[], other: readonly string[]): string | undefined {
  for (let i = 0; i < Math.max(mine.length, other.length); i++) {
    if (mine[i] !== other[i]) return `line ${i}: ours ${mine[i] ?? 'ends'}, theirs ${other[i] ?? 'ends'}`;
  }
  return undefined;
}

describe('fixtures with the XML they stand for', () => {
  const pairs = corpusMessages()
    .filter(({ name }) => name.startsWith('public'))
    .map(({ name, bytes }) => ({
      name,
      bytes,
      path: join(corpusFolder ?? '', name.replace(/\.wbxml$/, '.xml')),
    }))
    .filter(({ path }) => existsSync(path));

  test(`${pairs.length} of them read as they should`, () => {
    const found: Record<string, string> = {};
    for (const { name, bytes, path } of pairs) {
      const xml = readFileSync(path, 'utf8');
      let different: string | undefined;
      try {
        different = firstDifference(shape(bytesToXml(bytes), decode(bytes)), shape(xml));
      } catch (error) {
        different = `no XML: ${String(error)}`;
      }
      if (different !== undefined) found[name] = different;
      expect(xmlToBytes(bytesToXml(bytes)), name).toEqual(bytes);
    }
    const unknown = Object.entries(found).filter(([name]) => !(name in DEVIATIONS));
    expect(unknown).toEqual([]);
    // A deviation that is none any more must leave the list.
    const named = pairs.filter(({ name }) => name in DEVIATIONS).map(({ name }) => name);
    expect(Object.keys(found).sort()).toEqual(named.sort());
    if (corpusFolder) expect(pairs.length).toBeGreaterThan(200);
  });
});
