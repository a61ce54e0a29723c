import { latin1Text } from '../../text-bytes.ts';

/** A value of a tnetstring (https://tnetstrings.info): texts stay bytes. */
export type TValue = Uint8Array | number | boolean | null | TValue[] | Map<string, TValue>;

/** Real files nest half as deep. */
const DEEPEST = 24;

interface TRead {
  value: TValue;
  next: number;
}

const COLON = 58;

/** The values one behind the other from `at` to `end`; `undefined` where one of them is broken. */
function valuesIn(bytes: Uint8Array, at: number, end: number, depth: number): TValue[] | undefined {
  const values: TValue[] = [];
  for (let from = at; from < end;) {
    const read = readValue(bytes, from, end, depth);
    if (!read) return undefined;
    values.push(read.value);
    from = read.next;
  }
  return values;
}

function mapOf(values: readonly TValue[]): Map<string, TValue> | undefined {
  const map = new Map<string, TValue>();
  for (let i = 0; i + 1 < values.length; i += 2) {
    const name = values[i];
    const value = values[i + 1];
    if (!(name instanceof Uint8Array) || value === undefined) return undefined;
    map.set(latin1Text(name), value);
  }
  return map;
}

function readValue(bytes: Uint8Array, at: number, limit: number, depth: number): TRead | undefined {
  let size = 0;
  let from = at;
  for (; from < at + 10; from++) {
    const digit = (bytes[from] ?? 0) - 48;
    if (digit < 0 || digit > 9) break;
    size = size * 10 + digit;
  }
  const start = from + 1;
  const end = start + size;
  if (from === at || bytes[from] !== COLON || end + 1 > limit || depth > DEEPEST) return undefined;
  const value = valueOf(bytes, start, end, String.fromCharCode(bytes[end] ?? 0), depth);
  return value === undefined ? undefined : { value, next: end + 1 };
}

function valueOf(
  bytes: Uint8Array,
  start: number,
  end: number,
  type: string,
  depth: number,
): TValue | undefined {
  switch (type) {
    case ',':
    case ';':
      return bytes.subarray(start, end);
    case '#':
    case '^':
      return end - start > 64 ? undefined : Number(latin1Text(bytes.subarray(start, end)));
    case '!':
      return bytes[start] === 0x74;
    case '~':
      return null;
    case ']':
      return valuesIn(bytes, start, end, depth + 1);
    case '}': {
      const values = valuesIn(bytes, start, end, depth + 1);
      return values && mapOf(values);
    }
    default:
      return undefined;
  }
}

/** Reads the value that begins at `at`, and where it ends; `undefined` where none does. Linear, never deep. */
export const readTnetstring = (bytes: Uint8Array, at: number): TRead | undefined =>
  readValue(bytes, at, bytes.length, 0);
