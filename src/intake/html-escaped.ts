import { referencedCharacter } from '../xml/index.ts';

/** Text in which HTML's references are undone. */
export interface Unescaped {
  text: string;
  /** Where a character of it stood. */
  from(at: number): number;
}

const REFERENCE = /&(#?\w{1,8});/g;

/**
 * Undoes the references of a text that was copied from the source of a page, where a tag begins with `&lt;`. Trackers of
 * bugs and mails keep what people write like that. `undefined` for other text: in XML itself they belong to it.
 */
export function htmlUnescaped(text: string): Unescaped | undefined {
  if (!/&lt;[?!A-Za-z_]/i.test(text) || /<[?!/A-Za-z_]/.test(text)) return undefined;
  const ends: number[] = [];
  const shifts: number[] = [];
  let shift = 0;
  const plain = text.replace(REFERENCE, (all: string, name: string, at: number) => {
    const made = /^nbsp$/i.test(name) ? ' ' : referencedCharacter(name.toLowerCase());
    if (made === undefined) return all;
    ends.push(at - shift + made.length);
    shift += all.length - made.length;
    shifts.push(shift);
    return made;
  });
  const from = (at: number): number => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ends[middle] as number) <= at) low = middle + 1;
      else high = middle;
    }
    return at + (shifts[low - 1] ?? 0);
  };
  return { text: plain, from };
}
