import { readHexDump } from '../../hex-dump.ts';
import type { Reading } from '../../reading.ts';
import { Catch, type Capture } from '../catch.ts';
import { ipSegment, type Segment } from '../packets/link.ts';
import { talkOfSegments } from '../packets/packet-talk.ts';

/** Frames of one paste that are read. */
const MOST_FRAMES = 2000;
/** Where the IP header may begin: behind the headers of the links that are in use, tagged or not. */
const DEEPEST_IP = 48;

const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** Whether the sum over an IPv4 header is right; a card that fills it in later leaves 0. */
function checks(bytes: Uint8Array, at: number, header: number): boolean {
  if (u16(bytes, at + 10) === 0) return true;
  let sum = 0;
  for (let i = 0; i < header; i += 2) sum += u16(bytes, at + i);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return sum === 0xffff;
}

/** Whether an IP packet with TCP inside begins at `at`, by its own lengths. */
function isIp(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at] ?? 0;
  const left = bytes.length - at;
  if (first >> 4 === 4) {
    const header = (first & 15) * 4;
    const total = u16(bytes, at + 2);
    return (
      header >= 20 &&
      total >= header + 20 &&
      total <= left &&
      bytes[at + 9] === 6 &&
      checks(bytes, at, header)
    );
  }
  return (
    first >> 4 === 6 && bytes[at + 6] === 6 && u16(bytes, at + 4) >= 20 && 40 + u16(bytes, at + 4) <= left
  );
}

/** The TCP segment in a frame whose link is not known: the IP header is looked for. */
function segmentIn(frame: Uint8Array): Segment | undefined {
  for (let at = 0; at <= DEEPEST_IP; at++) {
    const segment = isIp(frame, at) ? ipSegment(frame, at) : undefined;
    if (segment && typeof segment !== 'string') return segment;
  }
  return undefined;
}

/** The HTTP in frames whose links are not known; `undefined` where there is none. */
export function readFrames(frames: readonly Uint8Array[], size: number): Capture | undefined {
  const segments = frames.flatMap((frame, packet) => {
    const segment = segmentIn(frame);
    return segment ? [{ segment, packet }] : [];
  });
  if (segments.length === 0) return undefined;
  const caught = new Catch();
  talkOfSegments(caught, segments, size);
  if (caught.exchanges.length === 0) return undefined;
  const form = frames.length === 1 ? 'a network frame' : `${frames.length} network frames`;
  return { kind: 'frames', form, caught };
}

/** A dump may fit several units; what the text vouches for most is taken. */
function bestOf(readings: readonly Reading[]): Uint8Array[] {
  const best = new Map<number, Reading>();
  for (const reading of readings) {
    const known = best.get(reading.start);
    if (reading.kind === 'hex-dump' && (!known || reading.marks > known.marks))
      best.set(reading.start, reading);
  }
  return [...best.values()].map(({ bytes }) => bytes);
}

/** Frames that tcpdump, Wireshark or tshark printed as dumps, one behind the other. */
export function readFrameDumps(text: string): Capture | undefined {
  if (!/^[ \t]*(?:0x)?0{3,8}:?[ \t]/m.test(text)) return undefined;
  const frames = bestOf(readHexDump(text, MOST_FRAMES));
  return frames.length === 0 ? undefined : readFrames(frames, text.length);
}
