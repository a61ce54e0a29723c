import { decode } from '../doctypes/index.ts';
import { mayBeginWbxml } from '../wbxml/index.ts';
import { base64Bytes, base64Like, fromBinary, textOfBinary, toBinary, utf8Binary } from './binary.ts';
import { isHtml, replaceHtml } from './html.ts';
import { KEEP_NOTHING, KEEP_SHORT, type Invention, type Keep } from './invention.ts';
import { replaceMachines } from './machines.ts';
import { isMime, replaceMime, type MimeParts } from './mime.ts';

/** Kinds that programs compare: what is short in them stays. */
const COMPARED = new Set(['id', 'key', 'other', 'server']);
/** Kinds whose text may be a whole mail or page. */
const BODIES = new Set(['text', 'other']);
/** Kinds that are bytes in base64. */
const PACKED = new Set(['picture', 'certificate']);
/** Kinds in which the addresses of machines stand. */
const MACHINES = new Set(['server', 'other']);
/** What a file is, by its name. */
const ENDING = /\.[a-z]\w{1,3}$/i;
const DATE = /^\d{4}-?\d\d-?\d\d(?:T[\d:.]+Z?)?$/;
const DEGREES = /^-?\d{1,3}(?:\.\d+)?$/;
/** Shorter base64 may as well be a word. */
const BASE64 = /^(?=.{24})[A-Za-z0-9+/\s]+={0,2}\s*$/;

/** Replaces what a WBXML document in the middle of something else holds. */
export type Nested = (bytes: Uint8Array) => Uint8Array;

/** Puts invented values in the place of those of a field, byte for byte as long. */
export class Values {
  private readonly invention: Invention;
  private readonly nested: Nested;
  private readonly parts: MimeParts;

  constructor(invention: Invention, nested: Nested) {
    this.invention = invention;
    this.nested = nested;
    this.parts = {
      text: (binary) => this.words(binary, KEEP_NOTHING),
      html: (binary) => this.html(binary),
      bytes: (binary) => this.data(binary, 'text'),
    };
  }

  /** A value of a kind. Has as many characters, and as many bytes in UTF-8. */
  text(text: string, kind: string): string {
    const replaced = textOfBinary(this.binary(utf8Binary(text), kind));
    return replaced ?? this.invention.text(text);
  }

  /** The same for the bytes of a value, a character each. */
  binary(binary: string, kind: string): string {
    if (binary === '') return binary;
    if (DATE.test(binary) && (kind === 'birthday' || kind === 'id')) return this.invention.date(binary);
    if (kind === 'place' && DEGREES.test(binary)) return degrees(binary);
    if (PACKED.has(kind) || (kind !== 'key' && BASE64.test(binary) && !/^\w+$/.test(binary.trim()))) {
      const packed = base64Bytes(binary);
      if (packed) return base64Like(fromBinary(this.data(toBinary(packed), kind)), binary);
    }
    if (BODIES.has(kind) && isMime(binary)) return replaceMime(binary, this.parts);
    if (BODIES.has(kind) && isHtml(binary)) return this.html(binary);
    const ending = kind === 'file' ? (ENDING.exec(binary)?.[0] ?? '') : '';
    if (ending !== '') return this.words(binary.slice(0, -ending.length), KEEP_NOTHING) + ending;
    if (MACHINES.has(kind)) return this.over(binary, (text) => replaceMachines(text, this.invention));
    return this.words(binary, COMPARED.has(kind) ? KEEP_SHORT : KEEP_NOTHING);
  }

  /** Bytes of which nobody said that they are a text: WBXML, a text all the same, or just bytes. */
  data(binary: string, kind: string): string {
    const bytes = fromBinary(binary);
    if (isWbxml(bytes)) return toBinary(this.nested(bytes));
    const isText = !/[\0-\x08\x0e-\x1f]/.test(binary) && textOfBinary(binary) !== undefined; // eslint-disable-line no-control-regex -- bytes
    return isText ? this.binary(binary, BODIES.has(kind) ? kind : 'text') : this.invention.bytes(binary);
  }

  /** Bytes that could not be read: what looks like text in them is replaced, four characters or more. */
  unread(binary: string): string {
    return binary.replace(/[\x20-\x7e\x80-\xff]{4,}/g, (run) => this.words(run, KEEP_NOTHING));
  }

  private html(binary: string): string {
    return this.over(binary, (text) => replaceHtml(text, this.invention));
  }

  private words(binary: string, keep: Keep): string {
    return this.over(binary, (text) => this.invention.text(text, keep));
  }

  /** Works on the text that bytes are; on each byte as a character where they are none in UTF-8. */
  private over(binary: string, replace: (text: string) => string): string {
    const text = textOfBinary(binary);
    if (text !== undefined) return utf8Binary(replace(text));
    // a letter of Latin-1 is replaced by one of Latin-1
    return replace(binary).slice(0, binary.length);
  }
}

/** Degrees that are still some: north of the one pole and south of the other. */
const degrees = (text: string): string =>
  text.replace(/^(-?)(\d{1,3})(.*)$/, (_, sign: string, whole: string, rest: string) => {
    const digits = whole.length === 3 ? `10${whole.charAt(2)}` : whole.length === 2 ? '10' : '1';
    return sign + digits + rest.replace(/\d/g, (digit) => String((Number(digit) * 7 + 3) % 10));
  });

/** True where bytes are a whole WBXML document. */
function isWbxml(bytes: Uint8Array): boolean {
  if (bytes.length < 5 || !mayBeginWbxml(bytes[0]) || (bytes[1] ?? 0) > 0x10) return false;
  return decode(bytes).problems.every(({ severity }) => severity !== 'error');
}
