import { fromHex } from '../../../bytes/index.ts';
import { dumpRows, type Row } from '../../dump-rows.ts';
import { Catch, type Capture } from '../catch.ts';
import { Direction } from '../packets/direction.ts';
import { talkOfStreams } from '../packets/packet-talk.ts';

/** Columns of a row behind its indent: an offset of 8 digits, 16 bytes, and only then the text. */
const BYTES_FROM = 8;
const BYTES_TO = 61;
const MOST_BYTES = 16;

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

/**
 * Reads a connection as Wireshark follows it in hex: rows of one direction at the start of the line, rows of the
 * other indented, the offsets of each going on where they left off. `undefined` where the text is none.
 */
export function readFollowed(text: string): Capture | undefined {
  const directions = [new Direction(), new Direction()] as const;
  for (const [i, row] of dumpRows(text).entries()) {
    const indent = /^[ \t]*/.exec(text.slice(row.start, row.start + 20))?.[0].length ?? 0;
    const direction = directions[indent === 0 ? 0 : 1];
    // a row that does not go on where its direction stands belongs to another form
    if (row.offset.length !== 8 || Number.parseInt(row.offset, 16) !== direction.length) return undefined;
    const bytes = bytesOf(text, row, indent);
    if (!bytes) return undefined;
    direction.add(bytes, i);
  }
  const caught = new Catch();
  talkOfStreams(caught, [[directions[0].toStream(), directions[1].toStream()]], text.length);
  if (caught.exchanges.length === 0) return undefined;
  return { kind: 'frames', form: 'a connection followed in hex', caught };
}
