import { grouped } from '../../../bytes/index.ts';
import { LIMITS } from '../../../conversation/index.ts';
import { isStart, nextStart } from '../../http-head.ts';
import { latin1Text } from '../../text-bytes.ts';
import { Catch, faultAt, type Capture } from '../catch.ts';
import { http2Talk, isHttp2, upgradedTalk } from '../http2/index.ts';
import { messageOf } from '../messages.ts';
import { Connections } from './connections.ts';
import { turnsOf, type Turn, type Turns } from './http-talk.ts';
import { segmentOf, type NoSegment, type Segment } from './link.ts';
import type { PacketFile } from './packet.ts';
import { readPcap } from './pcap.ts';
import { readPcapng } from './pcapng.ts';
import { pushIn } from './pushes.ts';
import { assemble, type Stream } from './stream.ts';
import { isTls, serverName } from './tls.ts';

/** What kind of talk a stream is, and of what side where it is HTTP. */
type Talk = 'request' | 'response' | 'tls' | 'http2' | 'other' | 'empty';

/** How far into a stream that was captured from its middle on a start line is looked for. */
const NEAR = 4 * 1024 * 1024;

function talkOf(stream: Stream): Talk {
  const filled = stream.runs.filter(({ bytes }) => bytes.length > 0);
  const [first] = filled;
  if (!first) return 'empty';
  if (isTls(first.bytes)) return 'tls';
  if (isHttp2(stream)) return 'http2';
  for (const { bytes } of filled) {
    const near = latin1Text(bytes.subarray(0, NEAR));
    const start = isStart(near, 0) ? 0 : nextStart(near, 0);
    if (start >= 0) return near.startsWith('HTTP/', start) ? 'response' : 'request';
  }
  return 'other';
}

const times = (n: number, thing: string): string => `${grouped(n)} ${thing}${n === 1 ? '' : 's'}`;

/** What was seen beside HTTP. */
class Beside {
  tls = 0;
  readonly hosts = new Set<string>();
  /** Fields of headers in HTTP/2 whose table is not there. */
  unknown = 0;
  other = 0;
  lost = 0;
  gaps = 0;
  differing = 0;

  count(talk: Talk, stream: Stream): void {
    if (talk === 'tls') {
      this.tls++;
      const name = serverName(stream.runs[0]?.bytes ?? new Uint8Array(0));
      if (name !== undefined && this.hosts.size < 5) this.hosts.add(name);
    } else if (talk === 'other') this.other++;
  }

  gapsIn({ runs, differs }: Stream): void {
    for (const { lostBehind } of runs) {
      if (lostBehind <= 0) continue;
      this.gaps++;
      this.lost += lostBehind;
    }
    if (differs) this.differing++;
  }

  say(caught: Catch, size: number): void {
    const { tls, hosts, unknown, other, gaps, lost, differing } = this;
    const place = { start: 0, end: size };
    if (tls > 0) {
      const to = hosts.size > 0 ? ` (to ${[...hosts].join(', ')})` : '';
      const found = `${times(tls, 'connection')} in TLS${to}, still encrypted`;
      caught.remarks.push(`${found}: nothing can be read of ${tls === 1 ? 'it' : 'them'} here`);
      caught.fault(faultAt(undefined, 'encrypted', 'warning', place, 'plain HTTP', found, 'passed over'));
    }
    if (unknown > 0)
      caught.remarks.push(
        `${times(unknown, 'header')} of HTTP/2 left out: they refer to what was sent before the capture began`,
      );
    if (other > 0 && caught.exchanges.length === 0)
      caught.remarks.push(`${times(other, 'connection')} of other protocols`);
    if (gaps > 0) {
      const found = `${times(gaps, 'gap')}, ${times(lost, 'byte')} in all`;
      caught.remarks.push(`segments are missing from the capture: ${found}`);
      const assumed = 'messages are cut there; nothing invented';
      caught.fault(faultAt(undefined, 'lost-segments', 'warning', place, 'all segments', found, assumed));
    }
    if (differing > 0)
      caught.remarks.push(
        `on ${times(differing, 'connection')} repeated segments differ: the first copy counts`,
      );
  }
}

function readStreams([a, b]: readonly [Stream, Stream], beside: Beside): Turns {
  const talks = [talkOf(a), talkOf(b)];
  const isPlain = talks.includes('request') || talks.includes('response');
  if (talks.includes('http2') && !isPlain) {
    for (const stream of [a, b]) beside.gapsIn(stream);
    const { turns, unknown, leftOut } = http2Talk(a, b);
    beside.unknown += unknown;
    if (turns.size === 0) beside.other++;
    return { turns: [...turns.values()], leftOut };
  }
  if (!isPlain) {
    const first = talks[0] === 'empty' ? 1 : 0;
    beside.count(talks[first] ?? 'other', first === 0 ? a : b);
    return { turns: [], leftOut: 0 };
  }
  for (const stream of [a, b]) beside.gapsIn(stream);
  const [client, server] = talks[0] === 'request' || talks[1] === 'response' ? [a, b] : [b, a];
  const upgraded = upgradedTalk(client, server);
  beside.unknown += upgraded?.unknown ?? 0;
  return upgraded ?? turnsOf(client, server);
}

/** Exchanges in the order in which they began: the first that a conversation holds, whatever connection they are of. */
class Earliest {
  leftOut = 0;
  private turns: Turn[] = [];

  add({ turns, leftOut }: Turns): void {
    for (const turn of turns) this.turns.push(turn);
    this.leftOut += leftOut;
    if (this.turns.length > 4 * LIMITS.exchanges) this.inOrder();
  }

  inOrder(): readonly Turn[] {
    this.turns.sort((x, y) => x.packet - y.packet);
    this.leftOut += this.turns.splice(LIMITS.exchanges).length;
    return this.turns;
  }
}

function countOf(missing: Map<NoSegment, number>, why: NoSegment): number {
  return missing.get(why) ?? 0;
}

/** The exchanges of connections, each as its two directions, in the order in which they began. */
export function talkOfStreams(
  caught: Catch,
  connections: readonly (readonly [Stream, Stream])[],
  size: number,
): void {
  const beside = new Beside();
  const earliest = new Earliest();
  for (const streams of connections) earliest.add(readStreams(streams, beside));
  const place = { start: 0, end: size };
  for (const { request, response } of earliest.inOrder()) {
    const exchange = caught.add({});
    const target = caught.exchanges[exchange];
    if (!target) continue;
    if (request) target.request = messageOf(caught, request.wire, exchange, place);
    if (response) target.response = messageOf(caught, response.wire, exchange, place);
  }
  caught.leftOut += earliest.leftOut;
  beside.say(caught, size);
}

/** The exchanges of segments. `size`: of the input, for what is wrong with all of it. */
export function talkOfSegments(
  caught: Catch,
  segments: Iterable<{ segment: Segment; packet: number }>,
  size: number,
): void {
  const connections = new Connections();
  for (const { segment, packet } of segments) connections.add(segment, packet);
  const streams = connections.all.map(({ directions: [a, b] }): readonly [Stream, Stream] => [
    assemble(a),
    assemble(b),
  ]);
  talkOfStreams(caught, streams, size);
}

function segmentsIn({ packets }: PacketFile, caught: Catch): { segment: Segment; packet: number }[] {
  const inTime = packets
    .map((packet, i) => ({ packet, i }))
    .sort((a, b) => a.packet.time - b.packet.time || a.i - b.i);
  const missing = new Map<NoSegment, number>();
  let short = 0;
  const segments: { segment: Segment; packet: number }[] = [];
  for (const [order, { packet }] of inTime.entries()) {
    const segment = segmentOf(packet.data, packet.link);
    if (typeof segment === 'string') missing.set(segment, countOf(missing, segment) + 1);
    else {
      if (segment.missing > 0) short++;
      // half of a capture are packets that only acknowledge: they say nothing of a stream
      if (segment.data.length > 0 || segment.syn || segment.fin) segments.push({ segment, packet: order });
    }
  }
  const unknown = countOf(missing, 'unknown-link');
  if (unknown > 0) {
    const link = packets.find(({ data, link: kind }) => segmentOf(data, kind) === 'unknown-link')?.link ?? 0;
    caught.remarks.push(`${times(unknown, 'packet')} of a link that is not read here (type ${link})`);
  }
  const fragments = countOf(missing, 'fragment');
  if (fragments > 0)
    caught.remarks.push(
      `${times(fragments, 'fragment')} of IP packets passed over: they are not put together`,
    );
  if (short > 0)
    caught.remarks.push(`${times(short, 'packet')} cut short by the capture's own limit (snap length)`);
  return segments;
}

/** Reads a capture of packets, pcap or pcapng: TCP put together, HTTP read out of it. `undefined` where it is none. */
export function readPackets(bytes: Uint8Array): Capture | undefined {
  const file = readPcap(bytes) ?? readPcapng(bytes);
  if (!file) return undefined;
  const caught = new Catch();
  const { broken, kind, packets, count } = file;
  if (broken) {
    const { at, found } = broken;
    const assumed = `${times(count, 'packet')} before it were read`;
    caught.fault(
      faultAt(
        undefined,
        'bad-capture',
        'error',
        { start: at, end: bytes.length },
        'a packet',
        found,
        assumed,
      ),
    );
    caught.remarks.push(`Byte ${at}: ${found}; ${assumed}`);
  }
  talkOfSegments(caught, segmentsIn(file, caught), bytes.length);
  const pushes = packets.flatMap(({ data }) => pushIn(data) ?? []);
  for (const response of pushes) caught.add({ response });
  if (pushes.length > 0) caught.remarks.push(`${times(pushes.length, 'WAP message')} read`);
  if (caught.exchanges.length === 0) caught.remarks.push(`no plain HTTP in ${times(count, 'packet')}`);
  return { kind, form: `a packet capture (${kind})`, caught };
}
