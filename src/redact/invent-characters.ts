/** Draws whole numbers from 0 to `below` − 1; the same seed draws the same ones. */
export type Draw = (below: number) => number;

/** A row of numbers that looks like chance and is none (mulberry32). */
export function drawFrom(seed: number): Draw {
  let state = Math.imul(seed + 1, 0x9e37_79b1) | 0;
  return (below) => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const CONSONANTS = 'bdfghklmnprstvz';
const VOWELS = 'aeiou';

/** Code points from which a character of the same script and the same width in UTF-8 is taken. */
const SCRIPTS: readonly (readonly [from: number, to: number, first: number, last: number])[] = [
  [0xc0, 0xde, 0xc8, 0xcf],
  [0xdf, 0xff, 0xe8, 0xef],
  [0x100, 0x24f, 0x161, 0x17e],
  [0x370, 0x3ff, 0x3b1, 0x3c9],
  [0x400, 0x52f, 0x430, 0x44f],
  [0x590, 0x5ff, 0x5d0, 0x5ea],
  [0x600, 0x6ff, 0x628, 0x63a],
  [0x250, 0x7ff, 0x430, 0x44f],
  [0x3040, 0x309f, 0x3041, 0x3096],
  [0x30a0, 0x30ff, 0x30a1, 0x30f6],
  [0xac00, 0xd7a3, 0xac00, 0xd7a3],
  [0x800, 0xffff, 0x4e00, 0x8fff],
  [0x1f000, 0x1faff, 0x1f600, 0x1f64f],
  [0x1_0000, 0x10_ffff, 0x2_0000, 0x2_8000],
];

/** A letter of ASCII in the case of `unit`: consonants and vowels by turns, so that words can be spoken. */
export function letterLike(unit: number, at: number, draw: Draw): string {
  const letters = at % 2 === 0 ? CONSONANTS : VOWELS;
  const letter = letters.charAt(draw(letters.length));
  return unit < 0x61 ? letter.toUpperCase() : letter;
}

/** A character beyond ASCII of the same script and as many bytes in UTF-8; marks and signs stay. */
export function characterLike(character: string, draw: Draw): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0xc0 || (code >= 0x300 && code <= 0x36f)) return character;
  const script = SCRIPTS.find(([from, to]) => code >= from && code <= to);
  if (!script) return character;
  const [, , first, last] = script;
  return String.fromCodePoint(first + draw(last - first + 1));
}
