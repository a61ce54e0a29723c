import type { ValueType } from '../eas/index.ts';

/** A type as the table of facts gives it. */
export interface SchemaType {
  type?: string | undefined;
  values?: string[];
  minLength?: number;
  maxLength?: number;
  length?: number;
  minValue?: number;
  maxValue?: number;
  format?: string;
  pattern?: string;
  emptyAllowed?: boolean;
}

/** What a tag says of the form of its text, which holds wherever it stands; a place has bounds of its own. */
export const formOf = ({ format, pattern, emptyAllowed }: SchemaType): SchemaType => ({
  ...(format !== undefined && { format }),
  ...(pattern !== undefined && { pattern }),
  ...(emptyAllowed !== undefined && { emptyAllowed }),
});

const bounds = (min: number | undefined, max: number | undefined): string =>
  min === undefined && max === undefined ? '' : ` ${min ?? ''}..${max ?? ''}`;

/** A type of the facts in the words of `told`. */
export function wordsOf({ type, values, format, pattern, emptyAllowed, ...more }: SchemaType): string {
  if (format !== undefined) return format;
  const empty = emptyAllowed ? ' or empty' : '';
  const digits = /\{1,(\d)\}/.exec(pattern ?? '')?.[1];
  if (digits !== undefined) return `range ${digits}`;
  switch (type) {
    case 'string':
      if (values) return `words ${values.toSorted().join(' ')}`;
      return `text${bounds(more.minLength || undefined, more.maxLength)}`;
    case 'int':
    case 'integer':
    case 'unsignedByte':
    case 'unsignedShort':
    case 'unsignedInt': {
      if (values)
        return `numbers ${values
          .map(Number)
          .sort((a, b) => a - b)
          .join(' ')}`;
      const most = {
        unsignedByte: 0xff,
        unsignedShort: 0xffff,
        unsignedInt: 0xffff_ffff,
        integer: undefined,
        int: undefined,
      }[type];
      const least = most === undefined ? undefined : 0;
      return `integer${bounds(more.minValue ?? least, more.maxValue ?? most)}${empty}`;
    }
    case 'base64Binary':
      return 'base64';
    case 'opaque':
      return 'bytes';
    default:
      return `${type ?? 'none'}${empty}`;
  }
}

/** A type of the models in the same words. */
export function told(value: ValueType): string {
  const empty = 'mayBeEmpty' in value && value.mayBeEmpty ? ' or empty' : '';
  switch (value.kind) {
    case 'text':
      return `text${bounds(value.min || undefined, value.max)}`;
    case 'words':
      return `words ${value.words.toSorted().join(' ')}`;
    case 'numbers':
      return `numbers ${value.numbers.join(' ')}`;
    case 'integer':
      return `integer${bounds(value.min, value.max)}${empty}`;
    case 'compactDate':
      return 'compactDateTime';
    case 'range':
      return `range ${value.digits}`;
    default:
      return `${value.kind}${empty}`;
  }
}
