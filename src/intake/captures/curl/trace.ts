import { readHexDump } from '../../hex-dump.ts';
import { Catch, type Capture } from '../catch.ts';
import { Direction } from '../packets/direction.ts';
import { talkOfStreams } from '../packets/packet-talk.ts';

/** `=> Send header, 120 bytes (0x78)`, with the time in front where it was asked for. What is said of TLS is no HTTP. */
const SECTION =
  /^(?:[\d:.]{8,20} )?(=>|<=) (?:Send|Recv) (?:header|data), (\d{1,9}) bytes \(0x[0-9a-f]+\)\r?$/gm;
const ANY_SECTION = /^(?:[\d:.]{8,20} )?(?:=>|<=|==) (?:Send|Recv|Info)/m;

/**
 * Reads what `curl --trace` writes: sections of what was sent and received, each a hex dump. `undefined` where the
 * text is none, or holds the text of the bytes only (`--trace-ascii`).
 */
export function readCurlTrace(text: string): Capture | undefined {
  const [sent, received] = [new Direction(), new Direction()];
  let found = 0;
  for (const [i, section] of [...text.matchAll(SECTION)].entries()) {
    const from = section.index + section[0].length + 1;
    const rest = text.slice(from);
    const next = ANY_SECTION.exec(rest);
    const [dump] = readHexDump(rest.slice(0, next?.index), 1);
    if (!dump) continue;
    found++;
    (section[1] === '=>' ? sent : received).add(dump.bytes.subarray(0, Number(section[2])), i);
  }
  if (found === 0) return undefined;
  const caught = new Catch();
  talkOfStreams(caught, [[sent.toStream(), received.toStream()]], text.length);
  if (caught.exchanges.length === 0) return undefined;
  return { kind: 'frames', form: 'a trace of curl', caught };
}
