import { ByteSink } from '../../reading.ts';
import type { Segment } from './link.ts';

/** A segment and the number of its packet, in the order of time. */
export interface Arrival {
  segment: Segment;
  packet: number;
}

/** Bytes of one direction without a gap inside. */
export interface Run {
  bytes: Uint8Array;
  /** Bytes lost between this run and the next. 0 behind the last one, and where nobody knows. */
  lostBehind: number;
  /** The number of the packet that brought the byte at an offset. */
  packetAt(offset: number): number;
}

/** One direction of a connection, put together. */
export interface Stream {
  runs: Run[];
  /** Whether bytes that came twice were not the same both times. */
  differs: boolean;
  /** Whether the end of the direction was seen. */
  ended: boolean;
}

/** The difference of two sequence numbers, which count on from 0 behind 2³² − 1. */
const distance = (seq: number, from: number): number => (seq - from) | 0;

interface Piece {
  at: number;
  data: Uint8Array;
  packet: number;
}

/** The segments with data by their place in the stream, in order; those that came first go first. */
function inPlace(arrivals: readonly Arrival[]): { pieces: Piece[]; start: number | undefined } {
  const first = arrivals.find(({ segment }) => segment.syn) ?? arrivals[0];
  const pieces: Piece[] = [];
  if (!first) return { pieces, start: undefined };
  let near = first.segment.seq;
  let place = 0;
  const start = first.segment.syn ? 1 : undefined;
  for (const { segment, packet } of arrivals) {
    place += distance(segment.seq, near); // step by step, so that a stream may be longer than 2³¹ bytes
    near = segment.seq;
    if (segment.data.length > 0)
      pieces.push({ at: place + (segment.syn ? 1 : 0), data: segment.data, packet });
  }
  pieces.sort((a, b) => a.at - b.at || a.packet - b.packet);
  return { pieces, start };
}

/** Whether `data`, from its byte `from` on, is what the run ends with as far as both go. */
function agrees(run: Uint8Array, at: number, data: Uint8Array): boolean {
  const length = Math.min(data.length, run.length - at);
  for (let i = 0; i < length; i++) if (run[at + i] !== data[i]) return false;
  return true;
}

/** Puts the pieces of one direction together: out of order, repeated, overlapping; gaps part it into runs. */
export function assemble(arrivals: readonly Arrival[]): Stream {
  const { pieces, start } = inPlace(arrivals);
  const stream: Stream = { runs: [], differs: false, ended: arrivals.some(({ segment }) => segment.fin) };
  let open: { sink: ByteSink; from: number; offsets: number[]; packets: number[] } | undefined;
  const close = (lostBehind: number): void => {
    if (!open) return;
    const { offsets, packets } = open;
    stream.runs.push({
      bytes: open.sink.done(),
      lostBehind,
      packetAt: (offset) => packetOf(offsets, packets, offset),
    });
    open = undefined;
  };
  for (const piece of pieces) {
    // one byte before the next is how a connection is kept alive; it is no data
    if (start !== undefined && piece.at + piece.data.length <= start) continue;
    if (!open && start !== undefined && stream.runs.length === 0 && piece.at > start) {
      const none = new Uint8Array(0);
      stream.runs.push({ bytes: none, lostBehind: piece.at - start, packetAt: () => piece.packet });
    }
    const end: number = open ? open.from + open.sink.length : piece.at;
    if (open && piece.at > end) close(piece.at - end);
    open ??= { sink: new ByteSink(piece.data.length), from: piece.at, offsets: [], packets: [] };
    const known = open.from + open.sink.length - piece.at;
    if (known > 0 && piece.data.length > 1)
      stream.differs ||= !agrees(open.sink.view(), piece.at - open.from, piece.data);
    if (known >= piece.data.length) continue;
    open.offsets.push(open.sink.length);
    open.packets.push(piece.packet);
    open.sink.append(piece.data.subarray(known));
  }
  close(0);
  return stream;
}

/** The packet of the last piece that begins at or before an offset. */
export function packetOf(offsets: readonly number[], packets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return packets[low] ?? 0;
}
