import { fromHex } from '../bytes/index.ts';
import { GLOBAL, type Stored } from '../wbxml/index.ts';
import type { MarkWord } from './attributes.ts';
import type { ContentTarget } from './content-target.ts';
import { readStored } from './stored.ts';
import { hasTerminator } from './terminator.ts';
import { valueParts } from './value-parts.ts';

/** Writes a mark that stands for tokens of its own; false where it wrote none. */
export function writeMark(
  target: ContentTarget,
  word: MarkWord,
  value: string,
  length: MarkWord | undefined,
  from: number,
  to: number,
): boolean {
  const { out } = target;
  if (word.word === 'literal') {
    const number = stored(target, word);
    if (number) target.literal = { number, from, to, byteStart: out.length };
    return false;
  }
  target.checkLiteral();
  if (word.word === 'switch-page') {
    if (!/^\d{1,3}$/.test(value) || Number(value) > 255)
      return badWord(target, word, 'a page number, 0 to 255');
    out.byte(GLOBAL.SWITCH_PAGE);
    out.byte(Number(value));
    target.tagPage = Number(value);
    return true;
  }
  if (word.word === 'rest') {
    const bytes = fromHex(value);
    if (!bytes) return badWord(target, word, 'pairs of hex digits');
    out.raw(bytes);
    target.finished = true;
    return true;
  }
  if (!target.inside) return badWord(target, word, 'switch-page, pi, literal or rest outside the root');
  return contentToken(target, word, value, length);
}

function contentToken(
  target: ContentTarget,
  word: MarkWord,
  value: string,
  length: MarkWord | undefined,
): boolean {
  const { out } = target;
  const form = /^ext(?:-([it]))?-([012])$/.exec(word.word);
  if (form) return extension(target, word, value, form[1], Number(form[2]));
  switch (word.word) {
    case 'str-t':
    case 'entity': {
      const number = stored(target, word);
      if (!number) return false;
      out.byte(word.word === 'entity' ? GLOBAL.ENTITY : GLOBAL.STR_T);
      out.number(number.value, number.width);
      return true;
    }
    case 'opaque': {
      const bytes = fromHex(value);
      const stated = length === undefined ? undefined : stored(target, length);
      if (!bytes || (length && !stated)) return badWord(target, word, 'pairs of hex digits');
      out.byte(GLOBAL.OPAQUE);
      out.number(stated?.value ?? bytes.length, stated?.width);
      out.raw(bytes);
      return true;
    }
    case 'end':
      return endInString(target, word);
    default:
      return badWord(target, word, 'a mark this dialect knows');
  }
}

/** `end`: the string before it has no terminator, and the input ends there. */
function endInString(target: ContentTarget, word: MarkWord): boolean {
  const { rows, out, lastRun } = target;
  if (lastRun.end !== out.length || !endsInline(target, lastRun.start)) {
    return badWord(target, word, 'an inline string before it');
  }
  out.cut(out.length - target.context.encoding.unit);
  if (rows) rows.byteEnd[rows.length - 1] = out.length;
  target.finished = true;
  return false;
}

function endsInline(target: ContentTarget, from: number): boolean {
  const token = target.out.view(from)[0] ?? 0xff;
  return token === GLOBAL.STR_I || (token & 0xfc) === GLOBAL.EXT_I_0;
}

function extension(
  target: ContentTarget,
  word: MarkWord,
  value: string,
  form: string | undefined,
  which: number,
): boolean {
  const { out, context } = target;
  if (form === undefined) {
    out.byte(GLOBAL.EXT_0 + which);
    return true;
  }
  if (form === 't') {
    const number = stored(target, word);
    if (!number) return false;
    out.byte(GLOBAL.EXT_T_0 + which);
    out.number(number.value, number.width);
    return true;
  }
  const { parts, faults } = valueParts(value);
  target.problems.literalBrace(target.text, word.valueFrom, word.valueFrom + value.length);
  const marks = parts.filter((part) => part.kind === 'mark');
  const isOpen = marks.length === 1 && marks[0]?.words.join() === 'end' && parts.at(-1) === marks[0];
  if (faults[0] ?? (marks.length > 0 && !isOpen))
    return badWord(target, word, 'text, {bytes …}, or {end} at its end');
  out.byte(GLOBAL.EXT_I_0 + which);
  const from = out.length;
  for (const piece of parts.flatMap((part) => (part.kind === 'text' ? part.pieces : []))) {
    const bytes = typeof piece === 'string' ? context.encoding.encode(piece) : piece;
    if (!bytes) return badWord(target, word, `characters of ${context.encoding.name}`);
    out.raw(bytes);
  }
  if (hasTerminator(out.view(from), context.encoding.unit))
    return badWord(target, word, 'a string without NUL');
  if (isOpen) target.finished = true;
  else for (let k = 0; k < context.encoding.unit; k++) out.byte(0);
  return true;
}

function stored(target: ContentTarget, word: MarkWord): Stored | undefined {
  const number = readStored(word.value ?? '');
  if (!number) badWord(target, word, 'a number, with /width where it is written longer');
  return number;
}

export function badWord(target: ContentTarget, word: MarkWord, expected: string): false {
  const found = word.value === undefined ? word.word : `${word.word}="${word.value.slice(0, 40)}"`;
  target.problems.error('bad-mark', word.from, word.to, expected, found);
  return false;
}
