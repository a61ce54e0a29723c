import { sameBytes } from '../bytes/index.ts';
import { firstWithBytes } from '../conversation/index.ts';
import { carried, withoutJoined } from './carried/carried.ts';
import { isLabelled } from './labels.ts';
import { lineColumn, severalMessages, toCandidate, type Places } from './candidates.ts';
import { fileText, mayBeText } from './file-text.ts';
import { readFileCapture, readTextCapture, readTextFrames, readWithin } from './captures/index.ts';
import { readForms } from './forms.ts';
import { readOwnExport } from './own/own-export.ts';
import { unprefixed } from './line-prefix.ts';
import { htmlUnescaped } from './html-escaped.ts';
import { readHttp, type Source } from './http-message.ts';
import { openParts } from './multipart-parts.ts';
import { isFair, isGood, rank, score, type Ranked } from './rank.ts';
import { lostCharacters, readRawText } from './raw-text.ts';
import { WORD_MARKS, count, slip, type Reading } from './reading.ts';
import { recognise } from './recognise.ts';
import { withSidesTold } from './sides-told.ts';
import { latin1Text, textBytes } from './text-bytes.ts';
import type { Candidate } from './types.ts';
import { UNPACK_FAULTS, unpack } from './unpack.ts';
import { readXmlText } from './xml-text.ts';

/** Characters up to which a text is read with every letter typed: to read a longer one holds up the next letter. */
export const AS_TYPED = 200_000;
/** Most candidates that are offered. */
const MOST_CANDIDATES = 8;
/** A reading that decodes as nothing must be most of the paste, or its form must be plain, to be offered. */
const MOST_OF_IT = 0.5;
const PLAIN_FORM = 7;

/** What packed bytes hold, as a further reading. */
function unpacked(reading: Reading): Reading[] {
  const made = reading.messages || reading.xml ? undefined : unpack(reading.bytes);
  if (!made || made.bytes.length === 0) return [];
  const { start, end } = reading;
  const found = made.fault && UNPACK_FAULTS[made.fault];
  const assumed = `${count(made.bytes.length, 'byte')} unpacked before it; nothing invented`;
  const slips = found
    ? [slip('bad-packing', 'error', start, end, `whole ${made.name} data`, found, assumed)]
    : [];
  const form = `${reading.form}, unpacked from ${made.name}`;
  return [{ ...reading, kind: 'unpacked', form, bytes: made.bytes, slips: [...reading.slips, ...slips] }];
}

/** The WBXML part of a multipart answer, as a further reading. */
function opened(reading: Reading): Reading[] {
  const made = reading.messages || reading.xml ? undefined : openParts(reading.bytes);
  if (!made) return [];
  const { bytes, around, words } = made;
  return [{ ...reading, form: `${reading.form}, ${words}`, bytes, around }];
}

/** What was carried stands before what carried it, unless that is itself a good message. */
function carriedFirst(all: readonly Ranked[]): Ranked[] {
  const behind = all.findIndex(({ score }) => !isGood(score));
  const [good, others] = behind < 0 ? [all, []] : [all.slice(0, behind), all.slice(behind)];
  const isCarried = ({ reading }: Ranked): boolean => reading.kind === 'carried';
  return [...good, ...others.filter(isCarried), ...others.filter((one) => !isCarried(one))];
}

/** Text that is XML is so by its looks; it has no bytes yet that could be decoded. */
const XML_QUALITY = 0.8;

function ranked(readings: readonly Reading[]): Ranked[] {
  const bytes = readings.filter((reading) => !reading.xml || reading.messages);
  const xml = readings.filter((reading) => reading.xml && !reading.messages);
  const packed = bytes.flatMap((reading) => [reading, ...unpacked(reading)]);
  const read = packed.flatMap((reading) => [reading, ...opened(reading), ...carried(reading)]);
  const all = carriedFirst(rank(withoutJoined(read)));
  const asXml = xml.map((reading): Ranked => ({ reading, score: { quality: XML_QUALITY, says: '' } }));
  const better = all.findIndex(({ score, reading }) => !isGood(score) && reading.marks < 10);
  const at = better < 0 ? all.length : better;
  return [...all.slice(0, at), ...asXml, ...all.slice(at)];
}

/** Whether `a` reads what `b` reads too or less of it, vouched for less, and decodes no better; not two texts of XML. */
const isCoveredBy = (a: Ranked, b: Ranked): boolean =>
  !(a.reading.xml && b.reading.xml) &&
  a.reading.start >= b.reading.start &&
  a.reading.end <= b.reading.end &&
  a.reading.marks < b.reading.marks &&
  a.score.quality <= b.score.quality;

/** Drops what says nothing new: pieces of a better reading, the same bytes by another name, and readings that decode far worse than the best. */
function worthOffering(all: readonly Ranked[], places: Places): Ranked[] {
  const trimmed = Math.max(1, places.text.trim().length);
  const best = all[0];
  const clear = best !== undefined && (isFair(best.score) || best.reading.xml !== undefined);
  const offered: Ranked[] = [];
  for (const one of all) {
    const { reading, score } = one;
    const { start, end, marks } = reading;
    const holds =
      (end - start) / trimmed >= MOST_OF_IT || marks >= PLAIN_FORM || isLabelled(places.text, start);
    if (reading.bytes.length === 0 && !reading.messages && !reading.xml) continue;
    if (!reading.xml && !reading.messages && !isFair(score) && (clear || !holds)) continue;
    if (!isGood(score) && (marks === WORD_MARKS || offered.some((other) => isCoveredBy(one, other))))
      continue;
    const known = offered.some(
      (other) => !other.reading.xml && sameBytes(other.reading.bytes, reading.bytes),
    );
    if (known && !reading.xml) continue;
    offered.push(one);
    if (offered.length === MOST_CANDIDATES) break;
  }
  return offered;
}

/** What text without bytes in it is. */
function textCandidate(text: string): Candidate {
  const known = recognise(textBytes(text.slice(0, 4096)));
  const what = known && known.kind !== 'text' ? known.text : 'it is plain text';
  return {
    kind: 'text',
    why: `Nothing in this text stands for bytes: ${what}.`,
    conversation: { format: 1, title: 'Pasted text', exchanges: [] },
    sideKnown: false,
    problems: [],
  };
}

/** How bytes begin that may be an HTTP message; `HEAD` of them are looked at. */
const HEAD = 100;
const HTTP_FIRST = /^\s*(?:[<>] ?)?(?:HTTP\/|[A-Z]{3,16} )/;
/** Readings whose insides are looked into, where none decodes by itself. */
const MOST_OPENED = 3;

/** Problems of what is inside a reading stand at the reading: its own offsets are not those of the paste. */
function placedAt(candidate: Candidate, { start, end }: Reading, { text, toByte }: Places): Candidate {
  const span = toByte ? { start: toByte(start), end: toByte(end) } : { start, end };
  const place = { ...lineColumn(text, start), ...span };
  return { ...candidate, problems: candidate.problems.map((problem) => ({ ...problem, ...place })) };
}

/** Whether a reading takes the offsets of a plain form, or its text column, for bytes. */
const isMisread = (one: Reading, best: Reading | undefined): boolean =>
  best !== undefined &&
  best.marks >= PLAIN_FORM &&
  one.marks < best.marks &&
  one.start < best.end &&
  best.start < one.end;

/** What is inside bytes that do not decode: frames of a network, a message in the middle. */
function within(all: readonly Ranked[], places: Places): Candidate[] {
  if (all.some(({ score, reading }) => isFair(score) || reading.xml || reading.messages)) return [];
  const frames = all.some(({ reading }) => reading.kind === 'hex-dump')
    ? readTextFrames(places.text, places)
    : [];
  if (frames.length > 0) return frames;
  const opened = all
    .filter(({ reading }) => reading.marks > WORD_MARKS && reading.kind !== 'unpacked')
    .filter(({ reading }) => !isMisread(reading, all[0]?.reading))
    .slice(0, MOST_OPENED);
  for (const { reading } of opened) {
    const found = withinText(reading) ?? readWithin(reading.bytes, reading.form);
    if (found.length > 0) return found.map((one) => placedAt(one, reading, places));
  }
  return [];
}

/** What is inside bytes that are text themselves: HTTP, or a part of a mail that was encoded as a whole. */
function withinText({ bytes, form }: Reading): Candidate[] | undefined {
  if (HTTP_FIRST.test(latin1Text(bytes.subarray(0, HEAD)))) {
    const text = latin1Text(bytes);
    const http = readHttp(text, 'bytes', readForms);
    if (http.length > 0) return offer(http, { text });
  }
  const known = recognise(bytes)?.kind;
  if (known !== 'mime' && known !== 'multipart') return undefined;
  const text = latin1Text(bytes);
  const parts = ranked(readForms(text)).filter(({ score }) => isFair(score));
  const named = parts.map(({ reading, score }) => ({
    score,
    reading: { ...reading, form: `${reading.form}, in a mail, in ${form}` },
  }));
  return named.length > 0
    ? worthOffering(named, { text }).map((one) => toCandidate(one, { text }))
    : undefined;
}

function offer(readings: readonly Reading[], places: Places): Candidate[] {
  const all = ranked(readings);
  const inside = within(all, places);
  const offered = worthOffering(all, places);
  const candidates = offered.map((one) => toCandidate(one, places));
  const several = severalMessages(all, places);
  if (several) candidates.unshift(several);
  return [...inside, ...candidates].slice(0, MOST_CANDIDATES);
}

/** Text in another shape, with the places it had. */
interface Reshaped {
  text: string;
  from(at: number): number;
}

/** Reads a text in another shape; `undefined` where nothing in it stands for bytes. */
function readReshaped(
  shown: Reshaped,
  source: Source,
  { toByte = (at) => at }: Places,
): Candidate[] | undefined {
  const found = readPlainText(shown.text, source, {
    text: shown.text,
    toByte: (at) => toByte(shown.from(at)),
  });
  return found.some(({ kind }) => kind !== 'text') ? found : undefined;
}

const PREFIXES = 'What stands in front of each line was passed over.';

/**
 * What was copied from the source of a page is read as the page shows it, and XML in the lines of a log without what the
 * log put in front of them. Logs that are known by their lines are read as they are.
 */
function readText(text: string, source: Source, places: Places): Candidate[] {
  const shown = htmlUnescaped(text);
  const escaped = shown && readReshaped(shown, source, places);
  if (escaped) return escaped;
  const plain = readPlainText(text, source, places);
  const bare = plain[0]?.kind === 'xml' || plain[0]?.kind === 'text' ? unprefixed(text) : undefined;
  const found = bare && readReshaped(bare, source, places);
  return found?.map((one) => ({ ...one, why: `${one.why} ${PREFIXES}` })) ?? plain;
}

function readPlainText(text: string, source: Source, places: Places): Candidate[] {
  if (text.trim() === '') return [];
  const own = readOwnExport(text);
  if (own) return [own];
  const captured = readTextCapture(text, places);
  // beside a command there may be what it printed
  if (captured[0] && captured[0].kind !== 'curl') return captured;
  const http = readHttp(text, source, readForms);
  // an HTTP message has been read as a whole; its parts are no further readings, unless it is a head alone
  const forms = http.some(({ bytes }) => bytes.length > 0) ? [] : [...readForms(text), ...readXmlText(text)];
  const raw = source === 'text' ? readRawText(text) : [];
  const readings = [...http, ...forms, ...raw].map((reading) => {
    const literal = source === 'text' && (reading.kind === 'escaped' || reading.kind === 'http');
    if (!literal) return reading;
    return { ...reading, slips: [...reading.slips, ...lostCharacters(text, reading.start, reading.end)] };
  });
  const candidates = offer(readings, places);
  const all =
    hasBody(captured) || !hasGoodBody(candidates)
      ? [...captured, ...candidates]
      : [...candidates, ...captured];
  return all.length > 0 ? all.slice(0, MOST_CANDIDATES) : [textCandidate(text)];
}

const firstBody = ([first]: readonly Candidate[]): Uint8Array | undefined =>
  first && firstWithBytes(first.conversation)?.message.bytes;
const hasBody = (candidates: readonly Candidate[]): boolean => firstBody(candidates) !== undefined;
const hasGoodBody = (candidates: readonly Candidate[]): boolean =>
  isGood(score(firstBody(candidates) ?? new Uint8Array(0)));

/** Bytes of a file: WBXML itself, something packed, an HTTP message as it was sent, or text of some form. */
function readFile(bytes: Uint8Array): Candidate[] {
  if (bytes.length === 0) return [];
  const captured = readFileCapture(bytes);
  if (captured.length > 0) return captured;
  const file: Reading = {
    kind: 'binary',
    form: 'the bytes themselves',
    start: 0,
    end: bytes.length,
    bytes,
    marks: 6,
    slips: [],
  };
  if (HTTP_FIRST.test(latin1Text(bytes.subarray(0, HEAD)))) {
    const text = latin1Text(bytes);
    const http = readHttp(text, 'bytes', readForms);
    if (http.length > 0) return offer([...http, { ...file, marks: 1 }], { text, toByte: (at) => at });
  }
  // Read as they are they are no text with lines: to make one of 25 MB takes longer than to decode them.
  const asBytes: Places = { text: '', toByte: (at) => at };
  if (!mayBeText(bytes)) return offer([file], asBytes);
  const { text: written, toByte, said } = fileText(bytes);
  const found = readText(written, 'bytes', { text: written, toByte })
    .filter(({ kind }) => kind !== 'text')
    .map((one) => (said === undefined ? one : { ...one, why: `${one.why} ${said}` }));
  return [...found, ...(found.length === 0 ? offer([file], asBytes) : [])];
}

/**
 * Reads whatever was pasted or dropped.
 * @param input pasted text, or the bytes of a file
 * @returns every reading that makes sense, best first; readings decode as WBXML before those that do not, then the
 *   form decides. Empty for empty input. Never throws; time is linear in the input.
 */
export function readPaste(input: string | Uint8Array): Candidate[] {
  const found = typeof input === 'string' ? readText(input, 'text', { text: input }) : readFile(input);
  return found.map(withSidesTold);
}
