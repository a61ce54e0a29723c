import { versionsOf, type VersionSet } from '../versions.ts';

/**
 * What a tag's content may be. Numbers, dates and texts are all sent as strings; only `bytes` is OPAQUE.
 * `mayBeEmpty`: no text at all is right too, with a meaning of its own.
 * @see MS-ASDTYPE §2
 */
export type ValueType =
  | { readonly kind: 'container' }
  /** A tag without content: its presence is the message. */
  | { readonly kind: 'empty' }
  /** Length in characters. */
  | { readonly kind: 'text'; readonly min?: number; readonly max?: number }
  | WordsType
  | { readonly kind: 'boolean'; readonly mayBeEmpty?: true }
  | IntegerType
  | { readonly kind: 'numbers'; readonly numbers: readonly number[] }
  | { readonly kind: 'double' }
  /** yyyy-mm-ddThh:mm:ss.mmmZ */
  | { readonly kind: 'dateTime' }
  /** yyyymmddThhmmssZ */
  | { readonly kind: 'compactDate' }
  /** Base64 of a structure of 172 bytes. */
  | { readonly kind: 'timeZone' }
  /** First and last index, as `0-99`; each of so many digits at most. */
  | { readonly kind: 'range'; readonly digits: number }
  /** `max`: characters, as it is written. */
  | { readonly kind: 'base64'; readonly max?: number }
  | { readonly kind: 'bytes' };

interface WordsType {
  readonly kind: 'words';
  readonly words: readonly string[];
  /** The protocol versions of words that not every version has: `'14.0-16.1'`. */
  readonly versions?: Readonly<Record<string, string>>;
}

interface IntegerType {
  readonly kind: 'integer';
  readonly min?: number;
  readonly max?: number;
  readonly mayBeEmpty?: true;
  /** Set where the specification says that a number outside the range counts as one inside: which. */
  readonly clamped?: string;
  /** Set where the other side answers a number outside the range with the nearest it takes: where that is said. */
  readonly negotiated?: string;
}

export const CONTAINER: ValueType = { kind: 'container' };
export const EMPTY: ValueType = { kind: 'empty' };
export const TEXT: ValueType = { kind: 'text' };
export const BOOLEAN: ValueType = { kind: 'boolean' };
/** A boolean whose empty form means 1. */
export const SWITCH: ValueType = { kind: 'boolean', mayBeEmpty: true };
export const DOUBLE: ValueType = { kind: 'double' };
export const DATE_TIME: ValueType = { kind: 'dateTime' };
export const COMPACT_DATE: ValueType = { kind: 'compactDate' };
export const TIME_ZONE: ValueType = { kind: 'timeZone' };
export const BASE64: ValueType = { kind: 'base64' };
/** Base64 of at most so many characters. */
export const base64 = (max: number): ValueType => ({ kind: 'base64', max });
export const BYTES: ValueType = { kind: 'bytes' };

/** A text of `min` to `max` characters. */
export const text = (min: number, max?: number): ValueType => ({
  kind: 'text',
  min,
  ...(max !== undefined && { max }),
});

/** An integer from `min` to `max`, both included; without bounds any. */
export const integer = (min?: number, max?: number): IntegerType => ({
  kind: 'integer',
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
});

export const INTEGER = integer();
/** xs:unsignedByte, xs:unsignedShort, xs:unsignedInt of the schemas. */
export const BYTE = integer(0, 0xff);
export const SHORT = integer(0, 0xffff);
export const UNSIGNED = integer(0, 0xffff_ffff);
/** A number that is 0 or 1. */
export const FLAG = integer(0, 1);

/** One of these words, exactly so written. */
export const words = (...list: string[]): WordsType => ({ kind: 'words', words: list });
/** The words of a type that stand in one of these versions. */
export const wordsIn = ({ words: list, versions = {} }: WordsType, set: VersionSet): string[] =>
  list.filter((word) => (versionsOf(versions[word] ?? '') & set) !== 0);
/** One of these numbers. */
export const numbers = (...list: number[]): ValueType => ({ kind: 'numbers', numbers: list });
/** First and last index of what is asked for or given. */
export const range = (digits: number): ValueType => ({ kind: 'range', digits });
