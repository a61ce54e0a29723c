import { isFair, score } from '../../rank.ts';
import { latin1Bytes } from '../../text-bytes.ts';
import { Catch, type Capture } from '../catch.ts';
import { Direction } from '../packets/direction.ts';
import { talkOfStreams } from '../packets/packet-talk.ts';
import { logLines } from './log-lines.ts';

/** `http-outgoing-0 >> "POST / HTTP/1.1[\r][\n]"`: which connection, which way, and what went over it. */
const LINE = /(?:^|\s)(?:([\w.-]{1,60}) )?(>>|<<) "/;
const ESCAPE = /\[(?:\\([rn])|0x([0-9a-f]{1,2}))\]/gi;

const unescaped = (text: string): Uint8Array | undefined =>
  latin1Bytes(
    text.replace(ESCAPE, (_, end: string | undefined, hex = '0') =>
      end === undefined
        ? String.fromCharCode(Number.parseInt(hex as string, 16))
        : end.toLowerCase() === 'r'
          ? '\r'
          : '\n',
    ),
  );

/** Bodies alone, where the log holds no heads. */
function bodiesOf(caught: Catch, connections: Iterable<readonly [Direction, Direction]>): void {
  for (const directions of connections) {
    for (const [i, side] of (['request', 'response'] as const).entries()) {
      const bytes = directions[i]?.toStream().runs[0]?.bytes;
      if (!bytes || !isFair(score(bytes))) continue;
      const target = caught.exchanges[caught.turnOf(side)];
      if (target) target[side] = { bytes };
    }
  }
}

/**
 * Reads the wire log of Apache HttpClient: what was sent and received, line by line, with `[0x3]` for what cannot be
 * printed. `undefined` where the text is none, or holds neither HTTP nor a message.
 */
export function readWireLog(text: string): Capture | undefined {
  if (!/(?:>>|<<) ".{0,2000}\[(?:\\[rn]|0x[0-9a-f]{1,2})\]/i.test(text)) return undefined;
  const connections = new Map<string, [Direction, Direction]>();
  let piece = 0;
  for (const { start, end, head } of logLines(text)) {
    const found = LINE.exec(head);
    const stop = found ? text.lastIndexOf('"', end) : -1;
    const from = start + (found?.index ?? 0) + (found?.[0].length ?? 0);
    const bytes = found && stop >= from ? unescaped(text.slice(from, stop)) : undefined;
    if (!found || !bytes) continue;
    const directions = connections.get(found[1] ?? '') ?? [new Direction(), new Direction()];
    connections.set(found[1] ?? '', directions);
    directions[found[2] === '>>' ? 0 : 1].add(bytes, piece++);
  }
  if (connections.size === 0) return undefined;
  const caught = new Catch();
  const streams = [...connections.values()].map(
    ([sent, received]) => [sent.toStream(), received.toStream()] as const,
  );
  talkOfStreams(caught, streams, text.length);
  if (caught.exchanges.length === 0) bodiesOf(caught, connections.values());
  if (caught.exchanges.length === 0) return undefined;
  return { kind: 'server-log', form: 'a wire log of Apache HttpClient', caught };
}
