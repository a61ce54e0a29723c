import { LIMITS } from '../../../conversation/index.ts';
import { ByteSink } from '../../reading.ts';
import type { Run, Stream } from '../packets/stream.ts';
import { FLAG, FRAME, PREFACE, beginsWithFrames, frameAt, ownPayload, type Frame } from './frames.ts';
import { HeaderReader } from './hpack.ts';
import { sideOf } from './http.ts';
import type { Field } from './static-table.ts';

/** What one direction of a connection says in one stream: a message. */
export interface Half {
  /** Absent where its header is not there. */
  fields?: Field[];
  /** Absent where no byte of its body is there. */
  data?: ByteSink;
  /** The number of the packet that its first frame came in. */
  packet: number;
  ended: boolean;
  /** Why it is not all there, where that is known by now. */
  cut?: string;
}

/** A header that goes over several frames. */
interface OpenBlock {
  stream: number;
  /** What its frames before the last one brought; most headers have one alone. */
  sink?: ByteSink;
  /** Whether it is the header of a message; else of one that the server only promises. */
  isOwn: boolean;
}

const hasPreface = ({ bytes }: Run): boolean =>
  PREFACE.length <= bytes.length && [...PREFACE].every((unit, i) => bytes[i] === unit.charCodeAt(0));

/** Whether a direction is in HTTP/2, also where it was captured from its middle on. */
export function isHttp2({ runs }: Stream): boolean {
  const first = runs.find(({ bytes }) => bytes.length > 0);
  return first !== undefined && (hasPreface(first) || beginsWithFrames(first.bytes));
}

/**
 * Reads one direction of a connection: its frames, put together by stream. Linear, never throws. Of streams past those
 * that a conversation holds only the number is kept: a frame of nine bytes may begin one.
 */
export class DirectionReader {
  readonly halves = new Map<number, Half>();
  /** Streams that this direction put an end to. */
  readonly reset = new Set<number>();
  /** Streams past the limit. */
  leftOut = 0;
  private lastLeftOut = 0;
  /** Fields of headers that were told before what was captured. */
  unknown = 0;
  /** Whether it asks. */
  asks = false;
  /** Those that are neither ended nor cut. */
  private readonly unfinished = new Set<Half>();
  private readonly headers = new HeaderReader();
  private open: OpenBlock | undefined;

  constructor({ runs }: Stream) {
    /** Where the first frame of a run begins; `undefined` where that is not known. */
    let from: number | undefined = runs[0] && hasPreface(runs[0]) ? PREFACE.length : 0;
    this.asks = from > 0;
    for (const run of runs) {
      const at = from ?? (beginsWithFrames(run.bytes) ? 0 : run.bytes.length);
      const end = this.readRun(run, at);
      from = end === undefined || end < run.lostBehind ? undefined : end - run.lostBehind;
      if (run.lostBehind > 0) this.tellLoss(run.lostBehind);
    }
  }

  /** @returns bytes of the last frame that lie behind the run; `undefined` where its header breaks off */
  private readRun(run: Run, from: number): number | undefined {
    let at = from;
    while (at < run.bytes.length) {
      const frame = frameAt(run.bytes, at);
      if (!frame) return undefined;
      this.take(frame, run.packetAt(at));
      at = frame.next;
    }
    return at - run.bytes.length;
  }

  private tellLoss(lost: number): void {
    for (const half of this.unfinished) half.cut = `${lost} bytes behind are missing from the capture`;
    this.unfinished.clear();
    this.headers.forget();
    this.open = undefined;
  }

  private take(frame: Frame, packet: number): void {
    const { type, flags, stream } = frame;
    if (type === FRAME.reset) {
      if (this.reset.size < LIMITS.exchanges) this.reset.add(stream);
    } else if (type === FRAME.data || type === FRAME.headers) {
      const half = this.halfOf(stream, packet);
      if (type === FRAME.headers) this.open = { stream, isOwn: true };
      else if (half && half.cut === undefined) addData(half, ownPayload(frame));
      if (half && frame.missing === 0 && flags & FLAG.endStream) {
        half.ended = true;
        this.unfinished.delete(half);
      }
    } else if (type === FRAME.promise) this.open = { stream, isOwn: false };
    if (type === FRAME.headers || type === FRAME.promise || type === FRAME.continuation)
      this.takeBlock(frame);
  }

  private takeBlock(frame: Frame): void {
    const { open } = this;
    const own = ownPayload(frame);
    if (open?.stream !== frame.stream || !own || frame.missing > 0) {
      this.headers.forget(); // what it would have added to the table is not there
      this.open = undefined;
      return;
    }
    const piece = frame.type === FRAME.promise ? own.subarray(4) : own;
    const isLast = (frame.flags & FLAG.endHeaders) !== 0;
    if (!isLast || open.sink) (open.sink ??= new ByteSink(piece.length)).append(piece);
    if (!isLast) return;
    this.open = undefined;
    const { fields, unknown, broken } = this.headers.read(open.sink?.view() ?? piece);
    this.unknown += unknown;
    if (broken) this.headers.forget();
    const half = this.halves.get(open.stream);
    const isInterim = fields.some(([name, value]) => name === ':status' && value.startsWith('1'));
    if (!half || half.fields || !open.isOwn || isInterim) return;
    half.fields = fields;
    if (sideOf(fields) === 'request') this.asks = true;
  }

  /** The message of a stream; `undefined` where there is no room for one more. */
  private halfOf(stream: number, packet: number): Half | undefined {
    const known = this.halves.get(stream);
    if (known) return known;
    if (this.halves.size >= LIMITS.exchanges) {
      // numbers of streams only rise: a lower one was counted before
      if (stream > this.lastLeftOut) this.leftOut++;
      this.lastLeftOut = Math.max(this.lastLeftOut, stream);
      return undefined;
    }
    const half: Half = { packet, ended: false };
    this.halves.set(stream, half);
    this.unfinished.add(half);
    return half;
  }
}

function addData(half: Half, bytes: Uint8Array | undefined): void {
  if (bytes && bytes.length > 0) (half.data ??= new ByteSink(bytes.length)).append(bytes);
}
