import { grouped } from '../../bytes/index.ts';
import type { Message } from '../../conversation/index.ts';
import { bodyOf } from './body.ts';
import { faultAt, withinLimits, type Catch, type Stretch } from './catch.ts';
import type { WireMessage } from './wire.ts';

/** A message of the wire as one of a conversation; what is cut is said. */
export function messageOf(caught: Catch, wire: WireMessage, exchange: number, place: Stretch): Message {
  const { side, cut } = wire;
  const at = { exchange, side };
  const http = withinLimits(wire.http);
  if (cut) {
    const wanted = cut.wanted === undefined ? 'the whole body' : `${grouped(cut.wanted)} bytes`;
    const of = cut.wanted === undefined ? '' : ` of ${grouped(cut.wanted)}`;
    const note = `cut: ${grouped(cut.have)}${of} bytes are there; ${cut.why}`;
    const assumed = `the ${grouped(cut.have)} bytes in front were read; nothing invented`;
    caught.fault(faultAt(at, 'cut-off', 'error', place, wanted, cut.why, assumed), note);
  }
  return { bytes: bodyOf(caught, http, wire.body, at, place), http };
}
