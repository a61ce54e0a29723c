import { EQUALS, base64Digit, readBase64 } from './base64-digits.ts';
import { WORD_MARKS, isBlank, type Reading } from './reading.ts';
import { isHead, worthReading } from './stretches.ts';

/** Shorter stretches, in the middle of other text, are words. */
const FEWEST_CHARACTERS = 16;
/** The shortest of all: a header of four bytes. */
const SHORTEST = 6;

/** A stretch of base64 digits, perhaps over lines. */
interface Island {
  start: number;
  end: number;
  digits: number;
  lines: number;
  urlSafe: boolean;
  mixed: boolean;
}

const isBase64 = (unit: number): boolean => base64Digit(unit) >= 0;

/** Reads over digits and padding on one line. */
function lineEnd(text: string, at: number): { digits: number; end: number } {
  let end = at;
  while (isBase64(text.charCodeAt(end))) end++;
  const digits = end - at;
  while (text.charCodeAt(end) === EQUALS && end - at - digits < 2) end++;
  return { digits, end };
}

/** A line end, and how far the blanks behind it go; −1 where the line does not end here. */
function nextLine(text: string, at: number): number {
  let i = at;
  while (text[i] === ' ' || text[i] === '\t') i++;
  if (text[i] !== '\n' && text[i] !== '\r') return -1;
  while (isBlank(text.charCodeAt(i))) i++;
  return i;
}

function islandAt(text: string, at: number): Island {
  const first = lineEnd(text, at);
  const island: Island = {
    start: at,
    end: first.end,
    digits: first.digits,
    lines: 1,
    urlSafe: false,
    mixed: false,
  };
  const width = first.end - at;
  let last = first;
  // wrapped text: every line as wide as the first, the last one at most
  while (last.end - at > 0 && text.charCodeAt(last.end - 1) !== EQUALS) {
    const next = nextLine(text, last.end);
    if (next < 0 || next >= text.length) break;
    const line = lineEnd(text, next);
    const alone =
      line.end >= text.length || nextLine(text, line.end) >= 0 || '"\'-<'.includes(text.charAt(line.end));
    if (line.end === next || !alone || line.end - next > width) break;
    island.end = line.end;
    island.digits += line.digits;
    island.lines++;
    last = line;
    if (line.end - next < width) break;
  }
  const sample = text.slice(island.start, Math.min(island.end, island.start + 4000));
  island.urlSafe = /[-_]/.test(sample);
  island.mixed = /[A-Z]/.test(sample) && /[a-z]/.test(sample) && /[0-9+/]/.test(sample);
  return island;
}

function base64Islands(text: string): Island[] {
  const islands: Island[] = [];
  for (let at = 0; at < text.length;) {
    if (!isBase64(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const island = islandAt(text, at);
    islands.push(island);
    at = island.end;
  }
  return islands;
}

/** What stands between the lines of PEM armour; `from` and `to` are around the lines. */
function armour(
  text: string,
): { start: number; end: number; label: string; from: number; to: number } | undefined {
  const opening = /-----BEGIN ([^\n-]{1,80})-----/.exec(text);
  if (!opening) return undefined;
  const start = opening.index + opening[0].length;
  const closing = text.indexOf('-----END', start);
  const label = opening[1] ?? '';
  // armour may carry headers, closed by an empty line
  const head = /^\s*(?:[\w-]{1,60}: [^\n]*\n)+\r?\n/.exec(text.slice(start, start + 4000));
  const end = closing < 0 ? text.length : closing;
  const last = text.indexOf('\n', end);
  const outer = { from: opening.index, to: last < 0 ? text.length : last };
  return { start: start + (head?.[0].length ?? 0), end, label, ...outer };
}

/** The part of a mail whose header says that it is base64: up to an empty line or a boundary. */
function mailPart(text: string): { start: number; end: number } | undefined {
  const head = /^Content-Transfer-Encoding:[ \t]*base64[ \t]*\r?$/im.exec(text);
  const from = head ? head.index + head[0].length : -1;
  const gap = from < 0 ? null : /\n\r?\n/.exec(text.slice(from, from + 4000));
  if (!gap) return undefined;
  const start = from + gap.index + gap[0].length;
  const behind = /\n\r?\n|\n--/.exec(text.slice(start));
  return { start, end: behind ? start + behind.index : text.length };
}

/** A data URL in other text ends at a blank, a quote or a bracket. */
function urlEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !isBlank(text.charCodeAt(end)) && !'"\'<>)'.includes(text.charAt(end))) end++;
  return end;
}

function dataUrl(text: string): Reading | undefined {
  const head =
    /data:([\w.+-]{1,80}\/[\w.+-]{1,80})?((?:;[\w.+-]{1,80}(?:=[\w.+"-]{1,80})?){0,8}?);base64,/i.exec(text);
  if (!head) return undefined;
  const start = head.index + head[0].length;
  const end = urlEnd(text, start);
  const decoded = readBase64(text, start, end);
  const form = `a data URL${head[1] ? ` of ${head[1]}` : ''} in base64`;
  return {
    kind: 'data-url',
    form,
    start: head.index,
    end: decoded.end,
    bytes: decoded.bytes,
    marks: 10,
    slips: decoded.slips,
  };
}

function nameOf(island: Island): string {
  const wrapped = island.lines > 1 ? ', wrapped' : '';
  return island.urlSafe ? `base64 with - and _${wrapped}` : `base64${wrapped}`;
}

/** Text that is base64 but for a wrong character: the whole of it, up to that character. */
function readFaulty(text: string): Reading[] {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  if (end - start < FEWEST_CHARACTERS) return [];
  let digits = 0;
  let others = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (isBase64(unit)) digits++;
    else if (unit === 32 || (unit !== EQUALS && !isBlank(unit))) others++;
  }
  if (others * 20 > digits) return [];
  const read = readBase64(text, start, end);
  if (read.bytes.length < 3 || read.slips.length === 0) return [];
  return [{ kind: 'base64', form: 'base64', start, end, bytes: read.bytes, marks: 4, slips: read.slips }];
}

/**
 * Reads base64: alone, wrapped, padded or not, in either alphabet, in quotes, in PEM armour, in a data URL, or
 * as stretches inside other text. Hex digits are base64 digits too: only what the bytes mean tells them apart.
 */
export function readBase64Text(text: string): Reading[] {
  const readings: Reading[] = [];
  const url = dataUrl(text);
  if (url) readings.push(url);
  const pem = armour(text);
  if (pem) {
    const { bytes, slips } = readBase64(text, pem.start, pem.end);
    const form = `base64 in the armour of ${pem.label}`;
    readings.push({ kind: 'base64', form, start: pem.from, end: pem.to, bytes, marks: 10, slips });
  }
  const mail = mailPart(text);
  if (mail) {
    const { bytes, slips } = readBase64(text, mail.start, mail.end);
    // of one mark less than what is surely base64: XML may hold the whole mail
    readings.push({ kind: 'base64', form: 'base64 in a mail', ...mail, bytes, marks: 9, slips });
  }
  const trimmed = text.trim().length;
  const whole = (island: Island): boolean => island.end - island.start >= trimmed;
  const likely = base64Islands(text).filter((island) => island.digits >= (whole(island) ? 4 : SHORTEST));
  const begins = ({ start }: Island): boolean => text[start] === 'A'; // a first byte up to 3
  const islands = worthReading(likely, ({ digits }) => digits, begins);
  for (const island of islands) {
    const { bytes, end, slips } = readBase64(text, island.start, island.end);
    const padded = text.charCodeAt(island.end - 1) === EQUALS;
    const word = island.digits < FEWEST_CHARACTERS && !(whole(island) && (padded || island.mixed));
    const marks = word ? WORD_MARKS : (island.mixed ? 3 : 1) + (padded ? 2 : 0) + (whole(island) ? 1 : 0);
    readings.push({ kind: 'base64', form: nameOf(island), start: island.start, end, bytes, marks, slips });
  }
  const only = islands[0] !== undefined && whole(islands[0]);
  const faulty = only || url || pem || mail ? [] : readFaulty(text);
  const fault = faulty[0]?.slips[0]?.start ?? -1;
  // what stands on both sides of the fault is no reading of its own, unless it begins behind it as messages do
  return [...faulty, ...readings.filter(({ start, bytes }) => start > fault && (fault < 0 || isHead(bytes)))];
}
