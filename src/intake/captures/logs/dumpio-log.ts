import { unescapedBytes } from '../../escaped-text.ts';
import { Catch, type Capture } from '../catch.ts';
import { Direction } from '../packets/direction.ts';
import { talkOfStreams } from '../packets/packet-talk.ts';
import type { Stream } from '../packets/stream.ts';
import { logLines } from './log-lines.ts';

/** `dumpio_in (data-HEAP): POST / HTTP/1.1\r\n`; the line that tells the size is no data, and comes before. */
const DATA = /mod_dumpio(?:\.c\(\d{1,5}\))?:.{0,200}?\bdumpio_(in|out) \(data-[A-Z]{1,20}\): /;
const SIZE = /^(\d{1,12}) bytes$/;
const CLIENT = /\[(?:remote|client) ([^\]\s]{1,80})\]/;
const PROCESS = /\[pid (\d{1,10})(?::tid \d{1,20})?\]/;

/**
 * One direction as the log tells it: it says how many bytes a piece has, and prints them in one line or more, but each
 * only up to its first NUL.
 */
class Told {
  private readonly runs: { direction: Direction; lost: number }[] = [];
  private size: number | undefined;
  private printed = 0;

  /** A piece of so many bytes begins. */
  begin(size: number): void {
    this.end();
    this.size = size;
  }

  data(bytes: Uint8Array, piece: number): void {
    const last = this.runs.at(-1);
    const run = last && last.lost === 0 ? last : { direction: new Direction(), lost: 0 };
    if (run !== last) this.runs.push(run);
    run.direction.add(bytes, piece);
    this.printed += bytes.length;
  }

  toStream(): Stream {
    this.end();
    const runs = this.runs.flatMap(({ direction, lost }) =>
      direction.toStream().runs.map((run) => ({ ...run, lostBehind: lost })),
    );
    return { runs, differs: false, ended: true };
  }

  private end(): void {
    const run = this.runs.at(-1);
    if (run && this.size !== undefined) run.lost = Math.max(0, this.size - this.printed);
    this.size = undefined;
    this.printed = 0;
  }
}

/** The two directions of a connection. */
interface Talk {
  in: Told;
  out: Told;
}

/**
 * Reads what Apache's mod_dumpio writes into an error log: pieces of what came in and went out, as they were sent,
 * escaped. `undefined` where the text holds none, or no HTTP.
 */
export function readDumpioLog(text: string): Capture | undefined {
  if (!text.includes('dumpio_')) return undefined;
  const talks = new Map<string, Talk>();
  let piece = 0;
  for (const { start, end, head } of logLines(text)) {
    const found = DATA.exec(head);
    if (!found) continue;
    const data = text.slice(start + found.index + found[0].length, end);
    const key = `${PROCESS.exec(head)?.[1] ?? ''} ${CLIENT.exec(head)?.[1] ?? ''}`;
    const talk = talks.get(key) ?? { in: new Told(), out: new Told() };
    talks.set(key, talk);
    const told = found[1] === 'in' ? talk.in : talk.out;
    const size = SIZE.exec(data)?.[1];
    if (size === undefined) told.data(unescapedBytes(data).bytes, piece++);
    else told.begin(Number(size));
  }
  if (piece === 0) return undefined;
  const caught = new Catch();
  const streams = [...talks.values()].map((talk): readonly [Stream, Stream] => [
    talk.in.toStream(),
    talk.out.toStream(),
  ]);
  talkOfStreams(caught, streams, text.length);
  if (caught.exchanges.length === 0) return undefined;
  return { kind: 'server-log', form: 'a log of Apache’s mod_dumpio', caught };
}
