import type { Side } from '../../../conversation/index.ts';
import { ByteSink } from '../../reading.ts';
import { missingBody } from '../body.ts';
import { placeOf, type Catch } from '../catch.ts';
import { messageOf } from '../messages.ts';
import type { DissectedFrame } from './dissected-frames.ts';
import { httpOf, sideOf } from './http.ts';
import type { Field } from './static-table.ts';

/** The frames of a packet, and between whom it went. */
export interface DissectedFrames {
  /** Tells connections apart. */
  connection: string;
  from: string;
  frames: readonly DissectedFrame[];
}

/** A message while its frames are read. */
interface Half {
  fields?: readonly Field[];
  body: ByteSink;
  missing: number;
  /** `undefined` as long as no frame tells whether it is the last. */
  ended: boolean | undefined;
}

/** A stream of a connection: an exchange. */
interface OpenStream {
  request?: Half;
  response?: Half;
  /** Whoever asked. */
  asker?: string;
  reset: boolean;
}

/** Whose message a frame is of: by its header, by whoever sent it, else by what came before. */
function halfOf(open: OpenStream, frame: DissectedFrame, from: string): Half {
  const told = sideOf(frame.fields);
  if (told === 'request' && from !== '') open.asker = from;
  const bySender = open.asker === undefined ? undefined : open.asker === from ? 'request' : 'response';
  const byTurn: Side = open.request && !open.response ? 'request' : 'response';
  return (open[told ?? bySender ?? byTurn] ??= { body: new ByteSink(0), missing: 0, ended: undefined });
}

function take(open: OpenStream, frame: DissectedFrame, from: string): void {
  if (frame.reset) open.reset = true;
  if (frame.fields.length === 0 && !frame.data && frame.missing === 0 && !frame.ended) return;
  const half = halfOf(open, frame, from);
  const isInterim = frame.fields.some(([name, value]) => name === ':status' && value.startsWith('1'));
  if (frame.fields.length > 0 && !isInterim) half.fields ??= frame.fields;
  if (frame.data && frame.isWhole) half.body = new ByteSink(frame.data.length);
  if (frame.data) half.body.append(frame.data);
  half.missing += frame.missing;
  if (frame.ended !== undefined) half.ended ||= frame.ended;
}

function put(caught: Catch, open: OpenStream, side: Side, exchange: number, size: number): void {
  const half = open[side];
  const target = caught.exchanges[exchange];
  if (!half || !target) return;
  const place = { start: 0, end: size };
  const http = half.fields ? httpOf(half.fields, side) : {};
  const body = half.body.done();
  if (body.length === 0 && half.missing > 0) {
    missingBody(caught, half.missing, placeOf(exchange, side), place);
    target[side] = { http };
    return;
  }
  const why = open.reset ? 'the stream was reset' : 'the rest was not captured';
  const cut = half.ended === false || half.missing > 0 ? { have: body.length, why } : undefined;
  target[side] = messageOf(caught, { side, http, body, start: 0, ...(cut && { cut }) }, exchange, place);
}

/** Exchanges of the HTTP/2 that a dissector read, a stream of a connection each. `size`: of the input. */
export function talkOfHttp2(caught: Catch, packets: readonly DissectedFrames[], size: number): void {
  const streams = new Map<string, OpenStream>();
  for (const { connection, from, frames } of packets) {
    for (const frame of frames) {
      if (frame.stream === 0) continue; // is about the connection
      const key = `${connection} ${frame.stream}`;
      const open = streams.get(key) ?? { reset: false };
      streams.set(key, open);
      take(open, frame, from);
    }
  }
  for (const open of streams.values()) {
    if (!open.request && !open.response) continue;
    const exchange = caught.add({});
    put(caught, open, 'request', exchange, size);
    put(caught, open, 'response', exchange, size);
  }
}
