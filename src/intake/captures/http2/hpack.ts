import { latin1Text } from '../../text-bytes.ts';
import { fromHuffman } from './huffman.ts';
import { STATIC_TABLE, type Field } from './static-table.ts';

/** What a table holds unless its writer says another size, and the largest that is followed here; in bytes. */
const TABLE_SIZE = 4096;
const LARGEST_TABLE = 1024 * 1024;
/** What an entry counts beside its name and value (RFC 7541 §4.1). */
const ENTRY = 32;
/** Fields of one header that are kept. */
const MOST_FIELDS = 2000;

/** What one header block says. */
export interface HeaderBlock {
  fields: Field[];
  /** Fields whose name or value was told before the first block that was read. */
  unknown: number;
  /** Whether it is no header block from some byte on; `fields` are those before. */
  broken: boolean;
}

/** An integer (§5.1), and the offset behind it. */
interface Whole {
  value: number;
  next: number;
}

/** Reads an integer whose first `bits` bits end the byte at `at`; up to 2³², `undefined` past that or past the end. */
function wholeAt(bytes: Uint8Array, at: number, bits: number): Whole | undefined {
  const most = 2 ** bits - 1;
  let value = (bytes[at] ?? 0) & most;
  if (at >= bytes.length) return undefined;
  if (value < most) return { value, next: at + 1 };
  for (let next = at + 1, unit = 1; unit < 2 ** 32; next++, unit *= 128) {
    const byte = bytes[next];
    if (byte === undefined) return undefined;
    value += (byte & 0x7f) * unit;
    if (byte < 0x80) return { value, next: next + 1 };
  }
  return undefined;
}

/** Reads a string (§5.2). */
function textAt(bytes: Uint8Array, at: number): { text: string; next: number } | undefined {
  const length = wholeAt(bytes, at, 7);
  if (!length || length.value > bytes.length - length.next) return undefined;
  const next = length.next + length.value;
  const own = bytes.subarray(length.next, next);
  const text = (bytes[at] ?? 0) & 0x80 ? fromHuffman(own) : latin1Text(own);
  return text === undefined ? undefined : { text, next };
}

/** An entry of a table; without a name where that was told before the first block that was read. */
type Entry = readonly [name: string | undefined, value: string];

const sizeOf = ([name = '', value]: Entry): number => name.length + value.length + ENTRY;

/** What was told in full before and has a number since (§2.3.2). */
class DynamicTable {
  private limit = TABLE_SIZE;
  private size = 0;
  /** Oldest first; those before `from` have been put out. */
  private entries: Entry[] = [];
  private from = 0;

  /** @param index 1 is the newest */
  at(index: number): Entry | undefined {
    const place = this.entries.length - index;
    return place < this.from ? undefined : this.entries[place];
  }

  add(entry: Entry): void {
    this.entries.push(entry);
    this.size += sizeOf(entry);
    this.shrinkTo(this.limit);
  }

  limitTo(size: number): void {
    this.limit = size;
    this.shrinkTo(size);
  }

  forget(): void {
    this.shrinkTo(0);
  }

  private shrinkTo(limit: number): void {
    while (this.size > limit) this.size -= sizeOf(this.entries[this.from++] ?? ['', '']);
    if (this.from * 2 <= this.entries.length) return;
    this.entries = this.entries.slice(this.from);
    this.from = 0;
  }
}

/**
 * Reads the header blocks of one direction of a connection, in their order (HPACK, RFC 7541). One that begins in the
 * middle of a connection does not know what the table held: such fields are counted, never guessed.
 */
export class HeaderReader {
  private readonly table = new DynamicTable();

  /** Blocks were lost: what was told by then is counted from elsewhere now. */
  forget(): void {
    this.table.forget();
  }

  /** Never throws; linear in the block. */
  read(block: Uint8Array): HeaderBlock {
    const made: HeaderBlock = { fields: [], unknown: 0, broken: false };
    for (let at = 0; at < block.length;) {
      const next = this.step(block, at, made);
      if (next === undefined) return { ...made, broken: true };
      at = next;
    }
    return made;
  }

  /** Reads one representation (§6); the offset behind it, `undefined` where it is none. */
  private step(block: Uint8Array, at: number, made: HeaderBlock): number | undefined {
    const first = block[at] ?? 0;
    const isIndexed = first >= 0x80;
    const isSize = first >> 5 === 1;
    const isKept = first >> 6 === 1;
    const number = wholeAt(block, at, isIndexed ? 7 : isKept ? 6 : isSize ? 5 : 4);
    if (!number) return undefined;
    const { value: index, next } = number;
    if (isIndexed) {
      if (index === 0) return undefined;
      put(made, this.entry(index));
      return next;
    }
    if (isSize) {
      if (index > LARGEST_TABLE) return undefined;
      this.table.limitTo(index);
      return next;
    }
    const named = index === 0 ? textAt(block, next) : undefined;
    const value = index === 0 && !named ? undefined : textAt(block, named?.next ?? next);
    if (!value) return undefined;
    const entry: Entry = [named?.text ?? this.entry(index)?.[0], value.text];
    put(made, entry);
    if (isKept) this.table.add(entry);
    return value.next;
  }

  private entry(index: number): Entry | undefined {
    return STATIC_TABLE[index - 1] ?? this.table.at(index - STATIC_TABLE.length);
  }
}

function put(made: HeaderBlock, entry: Entry | undefined): void {
  const [name, value = ''] = entry ?? [];
  if (name === undefined) made.unknown++;
  else if (made.fields.length < MOST_FIELDS) made.fields.push([name, value]);
}
