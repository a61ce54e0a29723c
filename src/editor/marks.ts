import { words as said } from '#words/editor.ts';
import type { Mark, MarkWord } from './mark-at.ts';

type Meaning = string | ((value?: string) => string);

const meanings: Record<string, Meaning> = said.marks;

/**
 * What a mark means, a sentence for each of its words, each with the word in front: `str-t: A reference …`.
 */
export function explainMark({ words }: Mark): string[] {
  const told = words[0]?.name === 'pi' ? words.slice(0, 1) : words; // what follows `pi` is the instruction itself
  return told.map((word) => `${word.name}: ${meaningOf(word)}${widthOf(word)}`);
}

function meaningOf({ name, value }: MarkWord): string {
  const meaning = Object.hasOwn(meanings, name) ? meanings[name] : undefined;
  if (typeof meaning === 'function') return meaning(value);
  return meaning ?? extensionOf(name) ?? valueTokenOf(name) ?? said.noMark;
}

function extensionOf(name: string): string | undefined {
  const [, form = '', digit] = /^ext-(?:([ti])-)?([0-2])$/.exec(name) ?? [];
  if (digit === undefined) return undefined;
  const code = ({ t: 0x80, i: 0x40, '': 0xc0 }[form] ?? 0) + Number(digit);
  const what = form === 't' || form === 'i' ? said.extensions[form] : said.extensions.alone;
  const token = `EXT_${form === '' ? '' : `${form.toUpperCase()}_`}${digit}, ${code.toString(16)}`;
  return said.extension(Number(digit), what, token);
}

const valueTokenOf = (name: string): string | undefined =>
  /^0x[\da-f]{2}$/i.test(name) ? said.valueToken : undefined;

/** Numbers that are written longer than need be say so: `5/2` is 5 in two bytes. */
function widthOf({ value }: MarkWord): string {
  const [, width] = /^#?\d*\/([1-5])$/.exec(value ?? '') ?? [];
  return width === undefined ? '' : said.wideNumber(width);
}
