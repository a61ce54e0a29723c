import { fromHex } from '../../../bytes/index.ts';
import { dumpRows, type Row } from '../../dump-rows.ts';
import { ByteSink } from '../../reading.ts';
import { Catch, type Capture } from '../catch.ts';
import { packetOf, type Stream } from '../packets/stream.ts';
import { talkOfStreams } from '../packets/packet-talk.ts';

/** Columns of a row behind its indent: an offset of 8 digits, 16 bytes, and only then the text. */
const BYTES_FROM = 8;
const BYTES_TO = 61;
const MOST_BYTES = 16;

/** One direction while it is read. */
interface Direction {
  sink: ByteSink;
  offsets: number[];
  rows: number[];
}

/** The bytes of a row; `undefined` where it is not of this form. */
function bytesOf(text: string, { start, cells }: Row, indent: number): Uint8Array | undefined {
  const from = start + indent;
  const own = cells.filter((cell) => cell.start >= from + BYTES_FROM && cell.end <= from + BYTES_TO);
  return fromHex(
    own
      .slice(0, MOST_BYTES)
      .map((cell) => text.slice(cell.start, cell.end))
      .join(''),
  );
}

function toStream({ sink, offsets, rows }: Direction): Stream {
  const packetAt = (offset: number): number => packetOf(offsets, rows, offset);
  const runs = sink.length > 0 ? [{ bytes: sink.done(), lostBehind: 0, packetAt }] : [];
  return { runs, differs: false, ended: true };
}

/**
 * Reads a connection as Wireshark follows it in hex: rows of one direction at the start of the line, rows of the
 * other indented, the offsets of each going on where they left off. `undefined` where the text is none.
 */
export function readFollowed(text: string): Capture | undefined {
  const directions: [Direction, Direction] = [
    { sink: new ByteSink(1024), offsets: [], rows: [] },
    { sink: new ByteSink(1024), offsets: [], rows: [] },
  ];
  for (const [i, row] of dumpRows(text).entries()) {
    const indent = /^[ \t]*/.exec(text.slice(row.start, row.start + 20))?.[0].length ?? 0;
    const direction = directions[indent === 0 ? 0 : 1];
    // a row that does not go on where its direction stands belongs to another form
    if (row.offset.length !== 8 || Number.parseInt(row.offset, 16) !== direction.sink.length)
      return undefined;
    const bytes = bytesOf(text, row, indent);
    if (!bytes) return undefined;
    direction.offsets.push(direction.sink.length);
    direction.rows.push(i);
    direction.sink.append(bytes);
  }
  const caught = new Catch();
  talkOfStreams(caught, [[toStream(directions[0]), toStream(directions[1])]], text.length);
  if (caught.exchanges.length === 0) return undefined;
  return { kind: 'frames', form: 'a connection followed in hex', caught };
}
