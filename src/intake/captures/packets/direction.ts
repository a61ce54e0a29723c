import { ByteSink } from '../../reading.ts';
import { packetOf, type Stream } from './stream.ts';

/** One direction of a connection while it is read piece by piece. */
export class Direction {
  private readonly sink = new ByteSink(1024);
  private readonly offsets: number[] = [];
  private readonly pieces: number[] = [];

  /** Bytes so far. */
  get length(): number {
    return this.sink.length;
  }

  /** @param piece its number among those of both directions, in time */
  add(bytes: Uint8Array, piece: number): void {
    this.offsets.push(this.sink.length);
    this.pieces.push(piece);
    this.sink.append(bytes);
  }

  toStream(): Stream {
    const packetAt = (offset: number): number => packetOf(this.offsets, this.pieces, offset);
    const runs = this.length > 0 ? [{ bytes: this.sink.done(), lostBehind: 0, packetAt }] : [];
    return { runs, differs: false, ended: true };
  }
}
