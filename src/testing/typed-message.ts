import { documentTypes, type DocumentType } from '../doctypes/index.ts';
import { Random } from './random.ts';

/** What an element without elements in it, or an attribute, says; it begins at byte `at`. */
export interface Saying {
  kind: 'element' | 'attribute';
  at: number;
  text: string;
}

/** A well-made message, and what its values say. */
export interface TypedMessage {
  type: string;
  bytes: Uint8Array;
  says: Saying[];
}

const TYPES = documentTypes.filter(({ id }) => id !== 'none');
const WORDS = [
  ...['a', 'x y', '1', '$5', '$', 'a$$', '$(x', '$u', '&<>"\'', '{b}', '{cut}', ']]>', '  b', 'c  '],
  ...['http://www.', '.com/', 'true', 'a\r\nb', '\n'],
];
const ENTITIES = [0x26, 0x3c, 0x41, 0xa0, 0xe9, 0x20ac, 0x1_f600];
const NAMES = ['user', 'x1', '_v'];
const DEEPEST = 5;

/** A charset by its MIBenum: what it adds to the words, the width of a terminator, its bytes. */
interface Written {
  mib: number;
  words: readonly string[];
  unit: 1 | 2;
  encode: (text: string) => number[];
}

const units = (text: string): number[] => Array.from(text.split(''), (unit) => unit.charCodeAt(0));
const CHARSETS: readonly Written[] = [
  {
    mib: 106,
    words: ['grüße', '日本', '🙂'],
    unit: 1,
    encode: (text) => [...new TextEncoder().encode(text)],
  },
  { mib: 4, words: ['grüße', 'ñÿ'], unit: 1, encode: units },
  {
    mib: 1015,
    words: ['日本', '🙂'],
    unit: 2,
    encode: (text) => units(text).flatMap((u) => [u >> 8, u & 255]),
  },
];

/** An mb_u_int32 in `longer` bytes more than it needs. */
function number(value: number, longer = 0): number[] {
  const groups: number[] = [];
  for (let left = value; groups.length === 0 || left > 0; left = Math.floor(left / 128))
    groups.unshift(left % 128);
  for (let i = 0; i < longer && groups.length < 5; i++) groups.unshift(0);
  return groups.map((group, i) => (i < groups.length - 1 ? group | 0x80 : group));
}

/** Writes one message straight from the tables and the specification: nothing of the codec takes part. */
class Writer {
  readonly says: Saying[] = [];
  private readonly random: Random;
  private readonly type: DocumentType;
  private readonly charset: Written;
  private readonly body: number[] = [];
  private readonly table: number[] = [];
  private readonly offsets = new Map<string, number>();
  private readonly hasTable: boolean;
  private tagPage = 0;
  private attributePage = 0;

  constructor(type: DocumentType, random: Random) {
    this.random = random;
    this.type = type;
    this.charset = this.chance(2) ? (CHARSETS[0] as Written) : random.pick(CHARSETS);
    this.hasTable = this.chance(2);
  }

  /** @returns the message; `says` then has its own offsets */
  write(): Uint8Array {
    this.element(0);
    const { type, table, charset } = this;
    const isNumbered =
      type.publicId !== undefined && !(type.fpi !== undefined && this.hasTable && this.chance(4));
    const publicId = isNumbered
      ? this.number(type.publicId ?? 1)
      : [0, ...this.number(this.offset(type.fpi ?? type.id))];
    const head = [3, ...publicId, ...number(charset.mib), ...number(table.length), ...table];
    for (const saying of this.says) saying.at += head.length;
    return Uint8Array.from([...head, ...this.body]);
  }

  /** True once in `n` times. */
  private chance(n: number): boolean {
    return this.random.below(n) === 0;
  }

  private number(value: number): number[] {
    return number(value, this.chance(20) ? 1 : 0);
  }

  /** Where a string stands in the table; it is put there where it is not yet. */
  private offset(text: string): number {
    const known = this.offsets.get(text);
    if (known !== undefined) return known;
    const at = this.table.length;
    this.table.push(...this.charset.encode(text), ...this.terminator);
    this.offsets.set(text, at);
    return at;
  }

  private get terminator(): number[] {
    return this.charset.unit === 2 ? [0, 0] : [0];
  }

  private text(): string {
    const { random, charset } = this;
    return random.pick(this.chance(4) ? charset.words : WORDS) + (this.chance(3) ? random.pick(WORDS) : '');
  }

  private string(text: string): string {
    const { body, charset } = this;
    if (!this.hasTable || !this.chance(3)) body.push(0x03, ...charset.encode(text), ...this.terminator);
    else if (this.chance(5)) {
      const before = this.random.pick(NAMES);
      body.push(0x83, ...this.number(this.offset(before + text) + charset.encode(before).length));
    } else body.push(0x83, ...this.number(this.offset(text)));
    return text;
  }

  /** A string, a character, a variable or a word: what may stand in content and in a value alike. */
  private piece(attribute: string | undefined): string {
    const { body, random, type } = this;
    const kind = random.below(10);
    if (kind === 0) {
      const code = random.pick(ENTITIES);
      body.push(0x02, ...this.number(code));
      return String.fromCodePoint(code);
    }
    if (kind === 1 && type.variables) return this.variable(attribute);
    if (kind === 2 && attribute === undefined && type.extensionWords) {
      const [code, word] = random.pick(type.extensionWords);
      body.push(0x80, ...this.number(code));
      return word;
    }
    if (kind === 3 && !type.typedValues) {
      const text = this.text();
      const data = this.charset.encode(text);
      body.push(0xc3, ...this.number(data.length), ...data);
      return text;
    }
    return this.string(this.text());
  }

  private variable(attribute: string | undefined): string {
    const { body, random, type } = this;
    const name = random.pick(NAMES);
    const conversion = random.below(3);
    if (this.hasTable) body.push(0x80 + conversion, ...this.number(this.offset(name)));
    else body.push(0x40 + conversion, ...this.charset.encode(name), ...this.terminator);
    const isEscaped = attribute !== undefined && type.escapedVariables?.includes(attribute) === true;
    const form = [':escape', ':unesc', isEscaped ? ':noesc' : ''][conversion] ?? '';
    return `$(${name}${form})`;
  }

  private switchTo(page: number, space: 'tagPage' | 'attributePage'): void {
    if (page === this[space] && !this.chance(40)) return;
    this.body.push(0x00, page);
    this[space] = page;
  }

  private attribute(used: Set<string>): void {
    const { body, random, says } = this;
    const pages = (this.type.attributePages ?? []).filter(({ starts }) => starts?.length);
    let name = `own-${used.size}`;
    let text = '';
    let at = body.length;
    if (pages.length > 0 && !(this.hasTable && this.chance(10))) {
      const { page, starts = [] } = random.pick(pages);
      const [code, known, prefix = ''] = random.pick(starts);
      if (used.has(known)) return;
      this.switchTo(page, 'attributePage');
      at = body.length;
      body.push(code);
      [name, text] = [known, prefix];
    } else body.push(0x04, ...this.number(this.offset(name)));
    used.add(name);
    for (let left = random.below(4); left > 0; left--) text += this.valuePiece(name);
    says.push({ kind: 'attribute', at, text });
  }

  private valuePiece(name: string): string {
    const values = this.type.attributePages?.find(({ page }) => page === this.attributePage)?.values ?? [];
    if (values.length === 0 || this.random.below(3) > 0) return this.piece(name);
    const [code, text] = this.random.pick(values);
    this.body.push(code);
    return text;
  }

  private element(depth: number): void {
    const { body, random, type } = this;
    const hasList =
      (type.attributePages !== undefined || this.hasTable) && this.chance(type.attributePages ? 3 : 20);
    const bits = (hasList ? 0x80 : 0) | (depth === 0 || !this.chance(4) ? 0x40 : 0);
    let at = body.length;
    if (depth > 0 && this.hasTable && this.chance(20))
      body.push(0x04 | bits, ...this.number(this.offset('own')));
    else {
      const { page, tags } =
        depth === 0 ? (type.tagPages[0] ?? { page: 0, tags: [] }) : random.pick(type.tagPages);
      const root = depth === 0 ? tags.find(([, name]) => type.roots.includes(name)) : undefined;
      this.switchTo(page, 'tagPage');
      at = body.length;
      body.push((root ?? random.pick(tags))[0] | bits);
    }
    if (hasList) {
      const used = new Set<string>();
      for (let left = 1 + random.below(3); left > 0 || used.size === 0; left--) this.attribute(used);
      body.push(0x01);
    }
    if (bits & 0x40) this.content(depth, at);
  }

  /** A message of its own as data, alone or beside a string. */
  private nested(type: DocumentType): void {
    const inner = new Writer(type, this.random).write();
    if (this.chance(3)) this.string(this.text());
    this.body.push(0xc3, ...this.number(inner.length), ...inner, 0x01);
  }

  private content(depth: number, at: number): void {
    let said: string | undefined;
    const nested = TYPES.find(({ id }) => this.type.nests?.includes(id));
    if (nested && this.chance(4)) {
      this.nested(nested);
      return;
    }
    const hasElements = depth < DEEPEST && !this.chance(3);
    for (let left = this.random.below(4); left > 0; left--) {
      if (hasElements) this.element(depth + 1);
      if (!hasElements || this.chance(4)) said = (said ?? '') + this.piece(undefined);
    }
    this.body.push(0x01);
    if (!hasElements && said !== undefined) this.says.push({ kind: 'element', at, text: said });
  }
}

/** The message of a seed: of every document type, with tokens of every kind in every place they may stand in. */
export function typedMessage(seed: number): TypedMessage {
  const random = new Random(seed);
  const type = random.pick(TYPES);
  const writer = new Writer(type, random);
  const bytes = writer.write();
  return { type: type.id, bytes, says: writer.says };
}
