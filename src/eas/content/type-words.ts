import type { ValueType } from './value-types.ts';

/** A length or a number, and where it ends. */
interface Bounds {
  min?: number;
  max?: number;
}

/** What an element of a type holds, as a label: “number, 0 to 2”. */
export function typeWords(type: ValueType): string {
  switch (type.kind) {
    case 'container':
      return 'other elements';
    case 'empty':
      return 'an empty tag';
    case 'text':
      return `text${behindComma(type, ' characters')}`;
    case 'words':
      return type.words.length > 6
        ? 'one of a list of words'
        : type.words.join(', ').replace(/, ([^,]+)$/, ' or $1');
    case 'boolean':
      return `0 or 1${type.mayBeEmpty ? ', empty means 1' : ''}`;
    case 'integer':
      return `number${behindComma(type, '')}${type.mayBeEmpty ? ', or empty' : ''}`;
    case 'numbers':
      return `number: ${type.numbers.join(', ')}`;
    case 'double':
      return 'decimal number';
    case 'dateTime':
      return 'date and time, 2026-01-05T09:00:00.000Z';
    case 'compactDate':
      return 'date and time, 20260105T090000Z';
    case 'timeZone':
      return 'time zone: 172 bytes as base64';
    case 'range':
      return 'first and last index, 0-99';
    case 'base64':
      return `base64${behindComma(type, ' characters')}`;
    case 'bytes':
      return 'bytes (OPAQUE)';
    default:
      return type satisfies never;
  }
}

/** What a value of a type looks like, to follow “it is”: “a number from 0 to 2”. */
export function typePhrase(type: ValueType): string {
  switch (type.kind) {
    case 'container':
      return 'a container';
    case 'empty':
      return 'a tag without content';
    case 'text':
      return `a text ${rangeOf(type, ' characters')}`.trim();
    case 'words':
      return `one of ${someOf(type.words)}`;
    case 'boolean':
      return '0 or 1';
    case 'integer':
      return `a number ${rangeOf(type, '')}`.trim();
    case 'numbers':
      return `one of the numbers ${type.numbers.join(', ')}`;
    case 'double':
      return 'a decimal number';
    case 'dateTime':
      return 'a date like 2026-01-05T09:00:00.000Z';
    case 'compactDate':
      return 'a date like 20260105T090000Z';
    case 'timeZone':
      return 'base64 of a structure of 172 bytes';
    case 'range':
      return `a range like 0-99, each number of up to ${type.digits} digits`;
    case 'base64':
      return `base64 ${rangeOf(type, ' characters')}`.trim();
    case 'bytes':
      return 'bytes';
    default:
      return type satisfies never;
  }
}

function behindComma({ min, max }: Bounds, unit: string): string {
  if (min !== undefined && max !== undefined)
    return min === max ? `, ${min}${unit}` : `, ${min} to ${max}${unit}`;
  if (max !== undefined) return `, up to ${max}${unit}`;
  return min === undefined ? '' : `, ${min}${unit} or more`;
}

function rangeOf({ min, max }: Bounds, unit: string): string {
  if (min !== undefined && max !== undefined)
    return min === max ? `of ${min}${unit}` : `from ${min} to ${max}${unit}`;
  if (max !== undefined) return `up to ${max}${unit}`;
  return min === undefined ? '' : `of ${min}${unit} or more`;
}

/** Words that may stand, at most four of them named. */
function someOf(words: readonly string[]): string {
  if (words.length > 4) return `${words.slice(0, 3).join(', ')} or ${words.length - 3} more`;
  return words.join(', ').replace(/, ([^,]+)$/, ' or $1');
}
