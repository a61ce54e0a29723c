import { lookUp } from '../../bytes/index.ts';
import { wordsOf } from '../../eas/index.ts';
import { ENUMERATIONS, FLAGS, SAME_VALUES } from './enumerations.ts';

/** A value an element may have, and what it stands for. */
export interface ListedValue {
  value: string;
  meaning: string;
}

const NO_YES = { 0: 'no', 1: 'yes' };

/** The values of an element that stand for something, in order; none where its values are free. @param key `Page:Name` */
export function listedValues(key: string): ListedValue[] {
  const same = lookUp(SAME_VALUES, key) ?? key;
  const list = wordsOf(same) ?? lookUp(ENUMERATIONS, same) ?? (FLAGS.has(key) ? NO_YES : {});
  return Object.entries(list).map(([value, meaning]) => ({ value, meaning }));
}
