import { fromBase64 } from '../../../bytes/index.ts';
import { Catch, type Capture } from '../catch.ts';
import { Direction } from '../packets/direction.ts';
import { talkOfStreams } from '../packets/packet-talk.ts';

/** A piece of a connection: who sent it, 0 or 1, and its bytes. */
interface Piece {
  peer: number;
  bytes: Uint8Array;
}

const COMMENT = /\/\*[^*]{0,200}\*\//g;

/** The bytes of `0x03, 0x01`; `undefined` where anything else stands between. */
function listed(text: string): Uint8Array | undefined {
  const items = text.replaceAll(COMMENT, '').split(',');
  if (items.at(-1)?.trim() === '') items.pop();
  const bytes = new Uint8Array(items.length);
  for (const [i, item] of items.entries()) {
    const digits = /^\s*0x([0-9a-f]{1,2})\s*$/i.exec(item)?.[1];
    if (digits === undefined) return undefined;
    bytes[i] = Number.parseInt(digits, 16);
  }
  return bytes;
}

/** `char peer0_1[] = { … };` with a number for the peer and one for the piece. */
function arrayPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of text.matchAll(/\bchar\s{1,9}peer([01])_\d{1,9}\[\]\s{0,9}=\s{0,9}\{/g)) {
    const from = found.index + found[0].length;
    if (from < end) continue; // inside the one before
    end = text.indexOf('}', from);
    if (end < 0) break;
    const bytes = listed(text.slice(from, end));
    if (bytes) pieces.push({ peer: Number(found[1]), bytes });
  }
  return pieces;
}

/** `- peer: 1` … `data: !!binary |` and lines of base64 behind it. */
function yamlPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let peer = -1;
  let data: string[] | undefined;
  const close = (): void => {
    const bytes = data && fromBase64(data.join(''));
    if (bytes && peer >= 0) pieces.push({ peer, bytes });
    data = undefined;
  };
  for (const line of text.split('\n')) {
    if (data && /^\s+[A-Za-z0-9+/]+={0,2}\s*$/.test(line)) {
      data.push(line);
      continue;
    }
    close();
    const named = /^\s*(?:-\s*)?peer:\s*([01])\s*$/.exec(line)?.[1];
    if (named !== undefined) peer = Number(named);
    const binary = /^\s*data:\s*!!binary(?:\s*\|)?\s*(\S*)$/.exec(line.trimEnd());
    if (binary) data = binary[1] ? [binary[1]] : [];
  }
  close();
  return pieces;
}

function capture(pieces: readonly Piece[], form: string, size: number): Capture | undefined {
  if (pieces.length === 0) return undefined;
  const directions = [new Direction(), new Direction()] as const;
  for (const [i, { peer, bytes }] of pieces.entries()) directions[peer === 0 ? 0 : 1].add(bytes, i);
  const caught = new Catch();
  talkOfStreams(caught, [[directions[0].toStream(), directions[1].toStream()]], size);
  return caught.exchanges.length === 0 ? undefined : { kind: 'frames', form, caught };
}

/** The key that holds the pieces in YAML. Within its line: over lines, a run of empty ones takes the square of it. */
const PACKETS = /^[ \t]*packets:[ \t\r]*$/m;

/** Reads a connection as Wireshark follows it in C arrays or in YAML, with HTTP in it. `undefined` where the text is none. */
export function readFollowedPieces(text: string): Capture | undefined {
  if (/\bchar\s{1,9}peer[01]_\d/.test(text))
    return capture(arrayPieces(text), 'a connection followed as C arrays', text.length);
  if (PACKETS.test(text) && text.includes('!!binary'))
    return capture(yamlPieces(text), 'a connection followed as YAML', text.length);
  return undefined;
}
