import { isGzip } from '../../bytes/index.ts';
import { fileText, mayBeText } from '../file-text.ts';
import type { Candidate } from '../types.ts';
import { unpack } from '../unpack.ts';
import { captureCandidates, type CapturePlaces } from './candidates.ts';
import type { Capture } from './catch.ts';
import { readCurl } from './curl/curl.ts';
import { readCurlTrace } from './curl/trace.ts';
import { readDissected } from './frames/dissected.ts';
import { readFollowedPieces } from './frames/followed-pieces.ts';
import { readFrameDumps, readFrames } from './frames/frames.ts';
import { readFollowed } from './frames/followed.ts';
import { findInside } from './frames/inside.ts';
import { readAccessLog } from './logs/access-log.ts';
import { readDumpioLog } from './logs/dumpio-log.ts';
import { readExchangeLog } from './logs/exchange-log.ts';
import { readLabelledXml } from './logs/labelled-xml.ts';
import { readMitmdumpLog } from './logs/mitmdump-log.ts';
import { readPythonLog } from './logs/python-log.ts';
import { readSogoLog } from './logs/sogo-log.ts';
import { readTbsyncLog } from './logs/tbsync-log.ts';
import { readWireLog } from './logs/wire-log.ts';
import { readZimbraLog } from './logs/zimbra-log.ts';
import { readZpushLog } from './logs/zpush-log.ts';
import { readPackets } from './packets/packet-talk.ts';
import { readBurp } from './web/burp.ts';
import { readCharles, readCharlesZip } from './web/charles.ts';
import { readHar } from './web/har.ts';
import { readFlows } from './web/mitmproxy.ts';
import { readSaz } from './web/saz.ts';

/** Captures that are text. A new one is a line here and a file beside. */
const TEXTS: readonly ((text: string) => Capture | undefined)[] = [
  readHar,
  readCharles,
  readBurp,
  readDissected,
  readFollowedPieces,
  readZpushLog,
  readSogoLog,
  readExchangeLog,
  readZimbraLog,
  readTbsyncLog,
  readDumpioLog,
  readMitmdumpLog,
  readPythonLog,
  readWireLog,
  readAccessLog,
  readLabelledXml,
  readCurlTrace,
  readCurl,
];
/** Captures that are bytes. */
const FILES: readonly ((bytes: Uint8Array) => Capture | undefined)[] = [
  readPackets,
  readSaz,
  readCharlesZip,
  readFlows,
];

function first<T>(readers: readonly ((input: T) => Capture | undefined)[], input: T): Capture | undefined {
  for (const read of readers) {
    const capture = read(input);
    if (capture) return capture;
  }
  return undefined;
}

/** Text read as a record of traffic: candidates, best first; none where it is no such record. Linear, never throws. */
export function readTextCapture(text: string, places: CapturePlaces): Candidate[] {
  const capture = first(TEXTS, text);
  return capture ? captureCandidates(capture, places) : [];
}

/** Problems that have no place of their own in what was given: they stand for all of it. */
const placedAtAll = (candidate: Candidate, size: number): Candidate => ({
  ...candidate,
  problems: candidate.problems.map((one) => ({ ...one, start: 0, end: size, line: 1, column: 1 })),
});

/** Where a capture holds no HTTP and nothing encrypted, a message may still be in it, carried by another protocol. */
function orInside(captured: Candidate[], bytes: Uint8Array): Candidate[] {
  const [first] = captured;
  if (!first || first.conversation.exchanges.length > 0) return captured;
  if (first.problems.some(({ code }) => code === 'encrypted')) return captured;
  return [...captured, ...findInside(bytes, `a file of ${bytes.length} bytes`)];
}

/** The bytes of a file, packed with gzip or not, read as a record of traffic; none where it is no such record. */
export function readFileCapture(bytes: Uint8Array): Candidate[] {
  const capture = first(FILES, bytes);
  if (capture) return orInside(captureCandidates(capture, {}), bytes);
  const unpacked = isGzip(bytes) ? unpack(bytes)?.bytes : undefined;
  if (!unpacked) return [];
  const inside = first(FILES, unpacked);
  if (!inside && !mayBeText(unpacked)) return [];
  const { text } = fileText(inside ? new Uint8Array(0) : unpacked);
  const found = inside ? captureCandidates(inside, {}) : readTextCapture(text, { text });
  return found.map((one) => placedAtAll(one, bytes.length));
}

/** Network frames or the two directions of a connection in a text of dumps; none where there are none with HTTP in them. */
export function readTextFrames(text: string, places: CapturePlaces): Candidate[] {
  const capture = readFollowed(text) ?? readFrameDumps(text);
  return capture ? captureCandidates(capture, places) : [];
}

/**
 * What bytes hold that do not decode themselves: a whole capture, a frame, or a message somewhere in their middle.
 * @param form what the bytes are, for a sentence
 */
export function readWithin(bytes: Uint8Array, form: string): Candidate[] {
  const capture = first(FILES, bytes) ?? readFrames([bytes], bytes.length);
  return capture ? captureCandidates(capture, {}) : findInside(bytes, form);
}
