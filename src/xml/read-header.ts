import { ByteWriter, fromHex, mbUint32Width } from '../bytes/index.ts';
import {
  documentTypes,
  typeOfFpi,
  vocabularyOf,
  type DocumentType,
  type Vocabulary,
} from '../doctypes/index.ts';
import { FALLBACK, UTF_8, charsetOf, type Charset, type Stored } from '../wbxml/index.ts';
import { markWords, type MarkWord } from './attributes.ts';
import type { TextProblems } from './problems.ts';
import { ROW, type Rows } from './rows.ts';
import { ITEM, Scanner } from './scanner.ts';
import { readStored } from './stored.ts';
import { StringTable } from './string-table.ts';
import { valueParts } from './value-parts.ts';

/** What stands before the root decides how everything else is read. */
export interface ReadHeader {
  vocabulary: Vocabulary;
  encoding: Charset;
  table: StringTable;
  /** `space="text"`: white space inside the root is text. */
  whiteIsText: boolean;
  /** Where the content begins. */
  bodyFrom: number;
  /** The whole input, where the text is one `bytes` mark. */
  whole?: Uint8Array;
}

interface Fields {
  type?: string;
  version?: number;
  publicId?: Stored & { index: boolean };
  charset?: Stored;
  given?: number;
  tableWidth?: number;
  whiteIsText: boolean;
}

interface RawString {
  pieces: (string | Uint8Array)[];
  open: boolean;
  word: MarkWord;
}

const HEADER_WORDS = new Set([
  'type',
  'version',
  'publicid',
  'charset',
  'strtbl',
  'space',
  'encoding',
  'string',
  'bytes',
]);

/** The type with that root whose version stands in a DOCTYPE of another maker (`WML 1.1`, `wml_1.1.xml`, `wml12.dtd`), else the newest. */
function typeLike(root: string, doctype: string): DocumentType | undefined {
  const types = documentTypes.filter(({ roots }) => roots.includes(root));
  const isNamed = ({ id }: DocumentType): boolean => {
    const [, major, minor] = /(\d)\.(\d)$/.exec(id) ?? [];
    return major !== undefined && new RegExp(`${major}[._]?${minor ?? ''}(?!\\d)`).test(doctype);
  };
  return types.find(isNamed) ?? types[0];
}

/** Reads all that may stand before the root and writes the header's bytes. */
export function readHeader(
  text: string,
  doctype: string | undefined,
  out: ByteWriter,
  rows: Rows | undefined,
  problems: TextProblems,
): ReadHeader {
  const reader = new HeaderReader(text, rows, problems);
  reader.scan();
  return reader.finish(doctype, out);
}

class HeaderReader {
  private readonly text: string;
  private readonly rows: Rows | undefined;
  private readonly problems: TextProblems;
  private readonly fields: Fields = { whiteIsText: false };
  private readonly strings: RawString[] = [];
  private whole: Uint8Array | undefined;
  /** Id of the type that a DOCTYPE names, or the type that its root and its version are like. */
  private named: string | undefined;
  private assumed: DocumentType | undefined;
  private assumedFrom = 0;
  private bodyFrom = 0;
  private root = '';
  private rootTag = '';

  constructor(text: string, rows: Rows | undefined, problems: TextProblems) {
    this.text = text;
    this.rows = rows;
    this.problems = problems;
  }

  scan(): void {
    const { text } = this;
    this.bodyFrom = text.startsWith('\ufeff') ? 1 : 0; // the byte-order mark of a file
    const scanner = new Scanner(text, this.bodyFrom);
    let inHeader = true;
    while (scanner.next()) {
      const { kind, from, to } = scanner;
      if (kind === ITEM.open || kind === ITEM.empty) {
        this.root = text.slice(scanner.nameFrom, scanner.nameTo);
        this.rootTag = text.slice(from, to);
        return;
      }
      if (!inHeader) continue;
      if (kind === ITEM.text && /^\s*$/.test(text.slice(from, to))) this.bodyFrom = to;
      else if (kind === ITEM.comment) this.drop('comment', from, to);
      else if (kind === ITEM.doctype) this.readDoctype(from, to);
      else if (kind === ITEM.pi && this.readPi(scanner)) this.bodyFrom = to;
      else inHeader = false;
    }
  }

  private drop(what: string, from: number, to: number): void {
    this.problems.warn(
      'dropped',
      from,
      to,
      'what WBXML can carry',
      `a ${what}`,
      'it is left out of the bytes',
    );
    this.bodyFrom = to;
  }

  private readDoctype(from: number, to: number): void {
    const text = this.text.slice(from, to);
    const parts = /^<!DOCTYPE\s+([^\s>]+)(?:\s+PUBLIC\s+["']([^"']*)["'])?/.exec(text);
    const [, root = '', name = ''] = parts ?? [];
    const like = typeOfFpi(name) ?? typeLike(root, text);
    // ActiveSync needs no word: it is what a text is read as that says nothing
    const isSure = typeOfFpi(name) !== undefined || like?.id === 'activesync';
    this.named = isSure ? like?.id : undefined;
    this.assumed = isSure ? undefined : like;
    if (this.assumed) this.assumedFrom = from;
    this.bodyFrom = to;
  }

  /** True where the PI belongs to the header. */
  private readPi(scanner: Scanner): boolean {
    const { text } = this;
    const { from, to, nameTo, bodyTo } = scanner;
    const name = text.slice(scanner.nameFrom, nameTo);
    if (name === 'xml') return true;
    if (name !== 'wbxml') {
      this.drop('processing instruction', from, to);
      return true;
    }
    const { words, bad } = markWords(text, nameTo, bodyTo);
    if (!HEADER_WORDS.has(words[0]?.word ?? '')) return false;
    if (bad >= 0) this.problems.error('bad-mark', bad, bodyTo, 'word="value"', text.slice(bad, bad + 20));
    for (const word of words) this.readWord(word);
    this.rows?.add(ROW.header, from, to, 0, 0, -1);
    return true;
  }

  private readWord(word: MarkWord): void {
    const { fields } = this;
    const value = word.value ?? '';
    switch (word.word) {
      case 'type':
        if (vocabularyOf(value)) fields.type = value;
        else this.bad(word, documentTypes.map((type) => type.id).join(', '));
        return;
      case 'version': {
        const parts = /^(\d{1,2})\.(\d{1,2})$/.exec(value);
        const [major, minor] = [Number(parts?.[1]), Number(parts?.[2])];
        if (parts && major >= 1 && major <= 16 && minor <= 15) fields.version = (major - 1) * 16 + minor;
        else this.bad(word, 'a version, 1.0 to 16.15');
        return;
      }
      case 'publicid': {
        const stored = readStored(value.replace(/^#/, ''));
        if (stored) fields.publicId = { ...stored, index: value.startsWith('#') };
        else this.bad(word, 'a number, or # and an offset of the string table');
        return;
      }
      case 'charset':
      case 'encoding': {
        const stored = readStored(value);
        if (!stored) this.bad(word, 'a MIBenum');
        else if (word.word === 'charset') fields.charset = stored;
        else fields.given = stored.value;
        return;
      }
      case 'strtbl': {
        const width = /^\/([1-5])$/.exec(value);
        if (width) fields.tableWidth = Number(width[1]);
        else this.bad(word, '/ and a width of 1 to 5 bytes');
        return;
      }
      case 'space':
        if (value === 'text') fields.whiteIsText = true;
        else this.bad(word, 'space="text"');
        return;
      case 'string':
        this.readString(word, value);
        return;
      case 'bytes': {
        const bytes = fromHex(value);
        if (bytes) this.whole = bytes;
        else this.bad(word, 'pairs of hex digits');
        return;
      }
      default:
        this.bad(word, 'a word of the header');
    }
  }

  private readString(word: MarkWord, value: string): void {
    const { parts, faults } = valueParts(value);
    this.problems.literalBrace(this.text, word.valueFrom, word.valueFrom + value.length);
    const [fault] = faults;
    if (fault) {
      const at = word.valueFrom + fault.at;
      this.problems.error('bad-mark', at, word.valueFrom + fault.end, fault.expected, fault.found);
    }
    const pieces = parts.flatMap((part) => (part.kind === 'text' ? part.pieces : []));
    const marks = parts.filter((part) => part.kind === 'mark');
    const open = marks.length === 1 && marks[0]?.words.join(' ') === 'end' && parts.at(-1) === marks[0];
    if (marks.length > 0 && !open) this.bad(word, 'text, {bytes …}, or {end} at its end');
    this.strings.push({ pieces, open, word });
  }

  private bad(word: MarkWord, expected: string): void {
    const found = word.value === undefined ? word.word : `${word.word}="${word.value.slice(0, 40)}"`;
    this.problems.error('bad-mark', word.from, word.to, expected, found);
  }

  finish(asked: string | undefined, out: ByteWriter): ReadHeader {
    const { fields, bodyFrom } = this;
    const vocabulary = this.vocabulary(asked);
    const version = fields.version ?? 3;
    const encoding = this.encoding(version);
    const table = new StringTable(this.tableBytes(encoding), encoding);
    const result = { vocabulary, encoding, table, whiteIsText: fields.whiteIsText, bodyFrom };
    if (this.whole) return { ...result, whole: this.whole };
    out.byte(version);
    const publicId = fields.publicId ?? {
      value: vocabulary.type.publicId ?? 1,
      width: undefined,
      index: false,
    };
    if (publicId.index) out.byte(0);
    out.number(publicId.value, publicId.width);
    const charset = fields.charset ?? { value: UTF_8, width: 1 };
    if (version !== 0) out.number(charset.value, charset.width);
    const tableWidth = Math.max(fields.tableWidth ?? 1, mbUint32Width(table.bytes.length));
    out.number(table.bytes.length, tableWidth);
    out.raw(table.bytes);
    const { rows } = this;
    for (let i = 0; rows && i < rows.length; i++) rows.byteEnd[i] = out.length;
    return result;
  }

  private vocabulary(asked: string | undefined): Vocabulary {
    const byId = (id: string) => vocabularyOf(id) as Vocabulary;
    if (this.fields.type !== undefined) return byId(this.fields.type);
    if (asked !== undefined && vocabularyOf(asked)) return byId(asked);
    if (this.named !== undefined) return byId(this.named);
    if (this.assumed) return this.assume(this.assumed, 'the DOCTYPE');
    const eas = byId('activesync');
    if (this.root === '' || this.root.includes(':') || eas.tagsNamed(this.root).length > 0) return eas;
    const types = documentTypes.filter(({ roots }) => roots.includes(this.root));
    // the version is in the namespace, else the newest
    const byRoot =
      types.find(({ tagPages: [page] }) => this.rootTag.includes(page?.namespace ?? '\0')) ?? types[0];
    return byRoot ? this.assume(byRoot, `the root ${this.root}`) : eas;
  }

  private assume({ id, title }: DocumentType, found: string): Vocabulary {
    const at = this.assumedFrom;
    const expected = `a type mark such as <?wbxml type="${id}"?>`;
    this.problems.warn('assumed-type', at, at, expected, found, `read as ${title}`);
    return vocabularyOf(id) as Vocabulary;
  }

  private encoding(version: number): Charset {
    const { charset, given } = this.fields;
    const stated = version === 0 ? 0 : (charset?.value ?? UTF_8);
    return charsetOf(stated === 0 ? (given ?? UTF_8) : stated) ?? FALLBACK;
  }

  private tableBytes(encoding: Charset): Uint8Array {
    const out = new ByteWriter();
    this.strings.forEach(({ pieces, open, word }, i) => {
      for (const piece of pieces) {
        const bytes = typeof piece === 'string' ? encoding.encode(piece) : piece;
        if (bytes) out.raw(bytes);
        else
          this.problems.error(
            'not-in-charset',
            word.from,
            word.to,
            `characters of ${encoding.name}`,
            'others',
          );
      }
      if (open && i < this.strings.length - 1) this.bad(word, '{end} only on the last string');
      if (!open) for (let k = 0; k < encoding.unit; k++) out.byte(0);
    });
    return out.take();
  }
}
