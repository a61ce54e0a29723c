import { lookUp } from '../bytes/index.ts';
import type { MarkWord } from './attributes.ts';

/** What may stand behind the first word of a mark in content; behind any other word nothing may. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  opaque: ['length', 'eol'],
  cut: ['eol'],
  'str-i': ['eol'],
};

/** The first option of a mark that says nothing there, or stands there twice, and what is expected in its place. */
export function foreignOption(
  first: MarkWord,
  options: readonly MarkWord[],
): { option: MarkWord; expected: string } | undefined {
  const known = lookUp(OPTIONS, first.word) ?? [];
  const names = options.map(({ word }) => word);
  const option = options.find(({ word }, i) => !known.includes(word) || names.indexOf(word) < i);
  return (
    option && {
      option,
      expected: known.length > 0 ? `${known.join(' or ')}, once` : `nothing behind ${first.word}`,
    }
  );
}

/** How many words at most stand behind the first of a mark in an attribute's value; the others take any number. */
const ARGUMENTS: Readonly<Record<string, number>> = {
  'switch-page': 1,
  start: 1,
  literal: 1,
  'str-t': 1,
  'str-i': 0,
  cut: 0,
  entity: 1,
  opaque: 2,
  end: 0,
  none: 0,
};

/** True where more words stand behind the first than it takes. */
export function hasForeignArgument([first = '', ...rest]: readonly string[]): boolean {
  const most =
    /^0x/i.test(first) || /^ext-\d$/.test(first) ? 0 : /^ext-t/.test(first) ? 1 : lookUp(ARGUMENTS, first);
  return most !== undefined && rest.length > most;
}
