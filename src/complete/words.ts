import type { ElementModel, ValueType } from '../eas/index.ts';

/** How often an element may stand in its parent, in words. */
export function countWords({ min, max }: Pick<ElementModel, 'min' | 'max'>): string {
  if (max === Infinity) return min > 0 ? 'once or more' : 'any number';
  if (min === max) return max === 1 ? 'once' : `${max} times`;
  if (min > 0) return `${min} to ${max} times`;
  return max === 1 ? 'at most once' : `up to ${max} times`;
}

/** What an element of a type holds, in words. */
export function typeWords(type: ValueType): string {
  switch (type.kind) {
    case 'container':
      return 'other elements';
    case 'empty':
      return 'an empty tag';
    case 'text':
      return `text${bounds(type, ' characters')}`;
    case 'words':
      return type.words.length > 6
        ? 'one of a list of words'
        : type.words.join(', ').replace(/, ([^,]+)$/, ' or $1');
    case 'boolean':
      return `0 or 1${type.mayBeEmpty ? ', empty means 1' : ''}`;
    case 'integer':
      return `number${bounds(type, '')}${type.mayBeEmpty ? ', or empty' : ''}`;
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
      return 'base64';
    case 'bytes':
      return 'bytes (OPAQUE)';
    default:
      return type satisfies never;
  }
}

function bounds({ min, max }: { min?: number; max?: number }, unit: string): string {
  if (min !== undefined && max !== undefined)
    return min === max ? `, ${min}${unit}` : `, ${min} to ${max}${unit}`;
  if (max !== undefined) return `, up to ${max}${unit}`;
  return min === undefined ? '' : `, ${min}${unit} or more`;
}
