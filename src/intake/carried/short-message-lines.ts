import { fromHex } from '../../bytes/index.ts';
import { placed, type Placed } from '../../wap/index.ts';
import type { Reading } from '../reading.ts';
import { shortMessages } from './carried.ts';

/**
 * A short message in hex, on one line: what modems print for +CMGR, +CMGL and +CMT, what is sent with AT+CMGS. A
 * comma may stand between the header of the user data and the rest, as gateways keep them.
 */
const PDU = /(?<![\w%])(?:[0-9a-f]{2}[ \t,]?){10,400}(?![\w%])/gi;
const BYTE_BY_BYTE = /^..[ \t,]/;
/** Most stretches that are looked at. */
const MOST = 20_000;

/** Reads short messages, each in hex on a line of its own or within one, parts put together. */
export function readShortMessageLines(text: string): Reading[] {
  const found: Placed[] = [];
  let start = -1;
  let end = 0;
  let looked = 0;
  for (const { 0: hex, index } of text.matchAll(PDU)) {
    if (looked++ === MOST) break;
    const bytes = fromHex(hex.replace(/[ \t,]/g, ''));
    const one = bytes && placed(bytes);
    // user data does not say where it ends: byte by byte it may be a row of a dump
    if (!one || (one.message.kind === 'user-data' && BYTE_BY_BYTE.test(hex))) continue;
    found.push(one);
    if (start < 0) start = index;
    end = index + hex.trimEnd().length;
  }
  const reading = shortMessages(found, { start, end }, 'hex digits');
  return reading ? [reading] : [];
}
