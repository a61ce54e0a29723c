import type { Side } from '../../../conversation/index.ts';
import { headerOf } from '../../../eas/index.ts';
import { readHead } from '../../http-head.ts';
import { latin1Text } from '../../text-bytes.ts';
import { turnsOf, type Placed, type Turn, type Turns } from '../packets/http-talk.ts';
import type { Run, Stream } from '../packets/stream.ts';
import type { Cut } from '../wire.ts';
import { PREFACE } from './frames.ts';
import { httpOf } from './http.ts';
import { DirectionReader, type Half } from './streams.ts';

/** How far into a connection it may change over to HTTP/2. */
const NEAR = 1024 * 1024;

/** The exchanges of a connection in HTTP/2. */
export interface Http2Talk {
  /** By the number of their stream. */
  turns: Map<number, Turn>;
  /** Fields of headers that were told before what was captured. */
  unknown: number;
  /** Streams past those that a conversation holds. */
  leftOut: number;
}

function placed(half: Half, side: Side, isReset: boolean): Placed {
  const { fields, data, packet, ended } = half;
  const http = fields ? httpOf(fields, side) : {};
  const body = data?.done() ?? new Uint8Array(0);
  const missing = isReset ? 'the stream was reset' : 'the rest was not captured';
  const why = half.cut ?? (fields ? (ended ? undefined : missing) : 'its headers are not all there');
  const length = Number(/^\d{1,12}$/.exec(headerOf(http, 'content-length') ?? '')?.[0] ?? Number.NaN);
  const cut: Cut | undefined =
    why === undefined
      ? undefined
      : { have: body.length, ...(length > body.length && { wanted: length }), why };
  return { wire: { side, http, body, start: 0, ...(cut && { cut }) }, packet };
}

/** Reads both directions of a connection in HTTP/2 (RFC 9113), whichever of them asks. */
export function http2Talk(a: Stream, b: Stream): Http2Talk {
  const directions = [new DirectionReader(a), new DirectionReader(b)] as const;
  const [client, server] = directions[1].asks ? [directions[1], directions[0]] : directions;
  const turns = new Map<number, Turn>();
  const isReset = (stream: number): boolean => client.reset.has(stream) || server.reset.has(stream);
  for (const [stream, half] of client.halves) {
    const request = placed(half, 'request', isReset(stream));
    turns.set(stream, { packet: half.packet, request });
  }
  for (const [stream, half] of server.halves) {
    const response = placed(half, 'response', isReset(stream));
    const turn = turns.get(stream);
    if (turn) turn.response = response;
    else turns.set(stream, { packet: half.packet, response });
  }
  const leftOut = Math.max(client.leftOut, server.leftOut); // a stream has its two sides
  return { turns, unknown: client.unknown + server.unknown, leftOut };
}

function partOf(run: Run, from: number, to?: number): Run {
  const packetAt = (offset: number): number => run.packetAt(from + offset);
  return { bytes: run.bytes.subarray(from, to), lostBehind: to === undefined ? run.lostBehind : 0, packetAt };
}

/** A direction in two: up to an offset of its first run, and from there on. */
function split({ runs: [first, ...rest], differs, ended }: Stream, at: number): [Stream, Stream] {
  if (!first)
    return [
      { runs: [], differs, ended },
      { runs: [], differs, ended },
    ];
  const before = { runs: [partOf(first, 0, at)], differs: false, ended: true };
  return [before, { runs: [partOf(first, at), ...rest], differs, ended }];
}

const near = ({ runs: [first] }: Stream): string =>
  latin1Text(first?.bytes.subarray(0, NEAR) ?? new Uint8Array(0));

/**
 * Reads a connection that begins in HTTP/1.1 and changes over to HTTP/2 (RFC 7540 §3.2): what was asked last before
 * is answered as stream 1. `undefined` where it does not.
 */
export function upgradedTalk(
  client: Stream,
  server: Stream,
): (Turns & Pick<Http2Talk, 'unknown'>) | undefined {
  const preface = near(client).indexOf(PREFACE);
  const answers = near(server);
  const switching = preface > 0 ? answers.search(/^HTTP\/1\.1 101\b/m) : -1;
  const head = switching < 0 ? undefined : readHead(answers, switching);
  if (!head) return undefined;
  const [clientBefore, clientBehind] = split(client, preface);
  const [serverBefore, serverBehind] = split(server, head.bodyStart);
  const before = turnsOf(clientBefore, serverBefore);
  const { turns, unknown, leftOut } = http2Talk(clientBehind, serverBehind);
  const [last, answered] = [before.turns.at(-1), turns.get(1)?.response];
  if (last && answered) {
    last.response = answered;
    turns.delete(1);
  }
  return { turns: [...before.turns, ...turns.values()], unknown, leftOut: before.leftOut + leftOut };
}
