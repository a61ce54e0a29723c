import { decode, type Decoded } from '../doctypes/index.ts';
import { GLOBAL, KIND, mayBeginWbxml } from '../wbxml/index.ts';
import { count, type Reading } from './reading.ts';
import { recognise } from './recognise.ts';

/** How well bytes read as WBXML. */
export interface Score {
  /** 0 (not at all) to 1 (to the end, every code known). */
  quality: number;
  /** Goes on where a sentence says how many bytes there are: ', read as ActiveSync to the end'. */
  says: string;
  /** Name of the root element, where the vocabulary has one. */
  root?: string;
}

/** A reading and how its bytes decode. */
export interface Ranked {
  reading: Reading;
  score: Score;
}

/** Reads to the end and nearly all of it is known. */
const GOOD = 0.9;
/** Reads for the most part: a message cut off, or of a type without names here. */
const FAIR = 0.4;
/** Inputs from this size on are decoded only where they begin like WBXML. */
const LARGE = 256 * 1024;
/** How many large readings are decoded at all. */
const MOST_LARGE = 3;

/** What remains of the quality after each kind of problem. */
const ERROR = 0.6;
const NO_TYPE = 0.6;
const NO_VERSION = 0.2;
const NO_CHARSET = 0.7;
const NO_ROOT = 0.3;
const NO_NAMES = 0.15;

export const isGood = (score: Score): boolean => score.quality >= GOOD;
export const isFair = (score: Score): boolean => score.quality >= FAIR;

/** The part of the tags that has a name. */
function knownPart(decoded: Decoded, problems: readonly { code: string }[]): number {
  let tags = 0;
  const { tokens } = decoded;
  for (let i = 0; i < tokens.length; i++) if (tokens.kind(i) === KIND.tag) tags++;
  const unknown = problems.filter((problem) => problem.code.startsWith('unknown-')).length;
  return tags === 0 ? NO_ROOT : Math.max(NO_NAMES, 1 - unknown / tags);
}

function rootOf(decoded: Decoded): string | undefined {
  const { tokens } = decoded;
  for (let i = 0; i < tokens.length; i++) if (tokens.kind(i) === KIND.tag) return tokens.at(i).name;
  return undefined;
}

/** A token and the longest length of what follows it: in front of a text that is cut off. */
const BEFORE_TEXT = 6;

/** How much of the bytes was read in front of an error: all of it, where they end inside a text. */
function readUpTo(bytes: Uint8Array, error: { code: string; start: number }): number {
  const rest = bytes.subarray(error.start + (bytes[error.start] === GLOBAL.STR_I ? 1 : BEFORE_TEXT));
  const isText = !rest.some((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13);
  return error.code === 'truncated' && isText ? bytes.length : error.start;
}

/** What bytes are when they are not WBXML, for a sentence. */
function notWbxml(bytes: Uint8Array): string {
  const known = recognise(bytes);
  return known ? `, not WBXML: ${known.text}` : ', not WBXML';
}

/** Decodes the bytes, of what type the transport says, and judges the result. Never throws; time is linear. */
export function score(bytes: Uint8Array, mediaType?: string): Score {
  if (bytes.length === 0) return { quality: 0, says: '' };
  const decoded = decode(bytes, { mediaType });
  if (!decoded.document.header) return { quality: 0, says: notWbxml(bytes) };
  const { problems } = decoded;
  const has = (code: string): boolean => problems.some((problem) => problem.code === code);
  const error = problems.find((problem) => problem.severity === 'error');
  const readPart = error ? readUpTo(bytes, error) / bytes.length : 1;
  const noType = decoded.doctype.id === 'none';
  let quality = readPart * (noType ? 1 : knownPart(decoded, problems));
  if (error) quality *= ERROR;
  if (noType) quality *= NO_TYPE;
  if (has('unknown-version')) quality *= NO_VERSION;
  if (has('unknown-charset')) quality *= NO_CHARSET;
  const root = rootOf(decoded);
  const type = noType ? 'WBXML of a type without names here' : decoded.vocabulary.type.title;
  const named = { quality, ...(root !== undefined && { root }) };
  if (quality < 0.1) return { ...named, says: notWbxml(bytes) };
  if (error) return { ...named, says: `, read as ${type} up to byte ${error.start}` };
  const unnamed = problems.filter((problem) => problem.code.startsWith('unknown-')).length;
  const but = unnamed > 0 ? `, with ${count(unnamed, 'unknown code')}` : '';
  return { ...named, says: `, read as ${type} to the end${but}` };
}

/** In which of three classes a reading is; within a class the form itself decides before small differences. */
const bucket = ({ quality }: Score): number => (quality >= GOOD ? 2 : quality >= FAIR ? 1 : 0);

/** A reading that lost bytes is never good; what it read before may well be fair. */
const SLIP = 0.7;
const afterSlip = (quality: number): number =>
  quality < FAIR ? quality * SLIP : FAIR + (quality - FAIR) * SLIP;

function judge(reading: Reading, decoded: { large: number }): Score {
  const { bytes } = reading;
  if (bytes.length >= LARGE) {
    if (!mayBeginWbxml(bytes[0]) || decoded.large >= MOST_LARGE) return { quality: 0, says: notWbxml(bytes) };
    decoded.large++;
  }
  const judged = score(bytes, reading.mediaType);
  const lost = reading.slips.some((one) => one.severity === 'error');
  return lost ? { ...judged, quality: afterSlip(judged.quality) } : judged;
}

/** A form that the text vouches for this much is not read in pieces. */
const PLAIN_FORM = 7;

/** Whether `a` only reads a piece of what `b` reads in a plain form: a row of a dump, an escape of a string. */
function isPieceOf(a: Ranked, b: Ranked): boolean {
  const { start, end, marks } = b.reading;
  if (a.reading.start < start || a.reading.end > end || marks < PLAIN_FORM || a.reading.marks >= marks)
    return false;
  const part = (a.reading.end - a.reading.start) / (end - start);
  return part < 1 && (!isGood(a.score) || (part < 0.5 && isFair(b.score)));
}

/** Readings in front of one that are looked at for what it is a piece of, beside the one that reaches farthest. */
const MOST_AROUND = 100;

/** Leaves out pieces of a plain form. Dumps and lists stand side by side: what is around a piece begins close before it. */
function withoutPieces(all: readonly Ranked[]): Ranked[] {
  const plain = all
    .filter(({ reading }) => reading.marks >= PLAIN_FORM)
    .sort((a, b) => a.reading.start - b.reading.start);
  /** Of those up to a place the one that reaches farthest. */
  const farthest: Ranked[] = [];
  for (const one of plain) {
    const before = farthest.at(-1);
    farthest.push(before && before.reading.end >= one.reading.end ? before : one);
  }
  return all.filter((one) => {
    const { start, end } = one.reading;
    const last = countUpTo(plain, start) - 1;
    const around = farthest[last];
    if (around && isPieceOf(one, around)) return false;
    for (let i = last; i >= 0 && i > last - MOST_AROUND; i--) {
      if ((farthest[i] as Ranked).reading.end < end) break;
      if (isPieceOf(one, plain[i] as Ranked)) return false;
    }
    return true;
  });
}

/** How many readings, sorted by their start, begin at `start` or before it. */
export function countUpTo(sorted: readonly Ranked[], start: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as Ranked).reading.start <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Orders readings, best first: by how well the bytes decode, then by how much the text vouches for the form, then
 * by length. Equal readings keep their order. Readings of pieces of a plain form are left out.
 */
export function rank(readings: readonly Reading[]): Ranked[] {
  const decoded = { large: 0 };
  const byMarks = [...readings].sort((a, b) => b.marks - a.marks);
  const all = byMarks.map((reading) => ({ reading, score: judge(reading, decoded) }));
  const ranked = withoutPieces(all);
  return ranked.sort(
    (a, b) =>
      bucket(b.score) - bucket(a.score) ||
      b.reading.marks - a.reading.marks ||
      b.score.quality - a.score.quality ||
      b.reading.bytes.length - a.reading.bytes.length,
  );
}
