import type { Segment } from './link.ts';
import type { Arrival } from './stream.ts';

/** Both directions of one TCP connection, segments in the order of time. */
export interface Connection {
  a: string;
  directions: [Arrival[], Arrival[]];
}

/** Sorts segments into connections. */
export class Connections {
  readonly all: Connection[] = [];
  private readonly current = new Map<string, Connection>();

  add(segment: Segment, packet: number): void {
    const key = segment.from < segment.to ? `${segment.from} ${segment.to}` : `${segment.to} ${segment.from}`;
    let connection = this.current.get(key);
    if (!connection || this.beginsAnother(connection, segment)) {
      connection = { a: segment.from, directions: [[], []] };
      this.current.set(key, connection);
      this.all.push(connection);
    }
    connection.directions[segment.from === connection.a ? 0 : 1].push({ segment, packet });
  }

  /** A port may be used again: a SYN with another number begins a new connection. */
  private beginsAnother({ a, directions }: Connection, segment: Segment): boolean {
    if (!segment.syn || segment.ack) return false;
    const own = directions[segment.from === a ? 0 : 1];
    return own.length > 0 && own[0]?.segment.seq !== segment.seq;
  }
}
