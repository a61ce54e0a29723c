import type { ValueType } from '../eas/index.ts';
import type { Scene } from './rule.ts';
import { elementText, listed, nameOf } from './scene.ts';
import type { Fault } from './walk/fault.ts';

const SHOWN = 40;
/** Longer texts are not counted to the last character. */
const COUNTED = 100_000;

type ValueMisfit = Extract<Fault, { kind: 'value' }>;

/** “Importance is “3”. It is a number from 0 to 2.” */
export function misfit(scene: Scene, { token, element, parent }: ValueMisfit): string {
  const text = elementText(scene, token);
  const characters = [...text.slice(0, COUNTED)];
  const long = characters.length > SHOWN;
  const shown = `“${characters.slice(0, SHOWN).join('')}${long ? '…' : ''}”${long ? ` (${text.length > COUNTED ? 'over ' : ''}${characters.length} characters)` : ''}`;
  return `${nameOf(scene, element, parent.element)} is ${shown}. It is ${expectation(element.value)}.`;
}

/** What a value of a type looks like, to follow “it is”. */
export function expectation(type: ValueType): string {
  switch (type.kind) {
    case 'container':
      return 'a container';
    case 'empty':
      return 'a tag without content';
    case 'text':
      return `a text ${bounds(type, ' characters')}`;
    case 'words':
      return `one of ${listed(type.words, 'or')}`;
    case 'boolean':
      return '0 or 1';
    case 'integer':
      return `a number ${bounds(type, '')}`.trim();
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
      return 'base64';
    case 'bytes':
      return 'bytes';
    default:
      return type satisfies never;
  }
}

function bounds({ min, max }: { min?: number; max?: number }, unit: string): string {
  if (min !== undefined && max !== undefined)
    return min === max ? `of ${min}${unit}` : `from ${min} to ${max}${unit}`;
  if (max !== undefined) return `up to ${max}${unit}`;
  return min === undefined ? '' : `of ${min}${unit} or more`;
}
