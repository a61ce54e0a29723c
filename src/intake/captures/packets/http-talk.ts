import { LIMITS, type Side } from '../../../conversation/index.ts';
import { readWire, type WireMessage } from '../wire.ts';
import type { Run, Stream } from './stream.ts';

/** A message and the number of the packet its first byte came in. */
export interface Placed {
  wire: WireMessage;
  packet: number;
}

/** An exchange of a connection. */
export interface Turn {
  packet: number;
  request?: Placed;
  response?: Placed;
}

/** What a connection says: its first exchanges, as many as a conversation holds, and the number of the others. */
export interface Turns {
  turns: Turn[];
  leftOut: number;
}

/** The messages of one side in one direction, within what a conversation holds. */
class Messages {
  readonly all: Placed[] = [];
  leftOut = 0;
  /** The last of them; `undefined` where it is of the other side, or was left out. */
  last: Placed | undefined;
  private readonly side: Side;

  constructor(side: Side) {
    this.side = side;
  }

  add(wire: WireMessage, packet: number): void {
    this.last = undefined;
    if (wire.side !== this.side) return;
    if (this.all.length < LIMITS.exchanges) this.all.push((this.last = { wire, packet }));
    else this.leftOut++;
  }
}

/** Reads the messages of one direction. */
function messagesIn(stream: Stream, side: Side, methodFor: (packet: number) => string | undefined): Messages {
  const placed = new Messages(side);
  let owed = 0;
  let lost = 0;
  for (const run of stream.runs) {
    // the end of a body whose middle was lost is passed over
    const rest = owed >= lost ? Math.min(owed - lost, run.bytes.length) : 0;
    const behind = Math.max(0, owed - lost - run.bytes.length);
    const isLast = run === stream.runs.at(-1);
    owed = behind > 0 ? behind : readRun(run, rest, isLast, placed, methodFor);
    lost = run.lostBehind;
    if (lost > 0) tellLoss(placed.last, owed, lost);
  }
  return placed;
}

function readRun(
  run: Run,
  from: number,
  isLast: boolean,
  placed: Messages,
  methodFor: (packet: number) => string | undefined,
): number {
  return readWire(run.bytes, from, isLast, {
    methodFor: (start) => methodFor(run.packetAt(start)),
    message: (wire) => placed.add(wire, run.packetAt(wire.start)),
  });
}

/** A message that is cut where the capture lost packets says how much was lost. */
function tellLoss(last: Placed | undefined, owed: number, lost: number): void {
  const cut = last?.wire.cut;
  if (!cut || !/captured|chunks are not|headers are not/.test(cut.why)) return;
  const behind = owed > lost ? `; ${owed - lost} bytes behind it were passed over` : '';
  cut.why = `${lost} bytes behind are missing from the capture${behind}`;
}

/** Exchanges of a connection: a response answers the first request before it that has no answer yet. */
export function turnsOf(client: Stream, server: Stream): Turns {
  const requests = messagesIn(client, 'request', () => undefined);
  const turns = requests.all.map((request): Turn => ({ packet: request.packet, request }));
  const asked = [...turns];
  let next = 0;
  const waiting = (packet: number): Turn | undefined => {
    const turn = asked[next];
    return turn && turn.packet <= packet ? turn : undefined;
  };
  let counted = 0; // methods are asked for while reading, before the messages are paired
  const responses = messagesIn(server, 'response', (packet) => {
    const turn = asked[counted];
    if (!turn || turn.packet > packet) return undefined;
    counted++;
    return turn.request?.wire.http.method;
  });
  for (const response of responses.all) {
    const turn = waiting(response.packet);
    if (turn) {
      turn.response = response;
      next++;
    } else {
      turns.push({ packet: response.packet, response });
    }
  }
  // an answer past the limit is of a request past it
  return { turns, leftOut: Math.max(requests.leftOut, responses.leftOut) };
}
