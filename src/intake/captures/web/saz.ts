import type { Message, Side } from '../../../conversation/index.ts';
import { Catch, faultAt, type Capture } from '../catch.ts';
import { messageOf } from '../messages.ts';
import { readSingle } from '../wire.ts';
import { tellDirectory, unpacked } from './archive.ts';
import { readZip, type ZipEntry } from './zip.ts';

const SESSION = /^raw[/\\](\d{1,9})_([cs])\.txt$/i;

interface Session {
  number: number;
  request?: ZipEntry;
  response?: ZipEntry;
}

/** The sessions of the archive by their numbers. */
function sessionsOf(entries: readonly ZipEntry[]): Session[] {
  const sessions = new Map<number, Session>();
  for (const entry of entries) {
    const found = SESSION.exec(entry.name);
    if (!found) continue;
    const number = Number(found[1]);
    const session = sessions.get(number) ?? { number };
    sessions.set(number, session);
    session[found[2]?.toLowerCase() === 'c' ? 'request' : 'response'] = entry;
  }
  return [...sessions.values()].sort((a, b) => a.number - b.number);
}

/** The message in a file of the archive; `undefined` where it is empty, or is no HTTP. */
function readMessage(
  caught: Catch,
  bytes: Uint8Array,
  entry: ZipEntry,
  exchange: number,
  side: Side,
): Message | undefined {
  const at = { exchange, side };
  const place = { start: entry.from, end: Math.min(bytes.length, entry.from + Math.max(0, entry.packed)) };
  const file = unpacked(caught, bytes, entry, place, at);
  const wire = readSingle(file);
  return wire?.side === side ? messageOf(caught, wire, exchange, place) : undefined;
}

/** Reads an archive of Fiddler: a zip file with a request and a response in a file each. `undefined` for other archives. */
export function readSaz(bytes: Uint8Array): Capture | undefined {
  const zip = readZip(bytes);
  const sessions = zip ? sessionsOf(zip.entries) : [];
  if (!zip || sessions.length === 0) return undefined;
  const caught = new Catch();
  const place = { start: 0, end: bytes.length };
  if (sessions.some(({ request, response }) => request?.encrypted === true || response?.encrypted === true)) {
    const found = 'files encrypted with a password';
    caught.fault(faultAt(undefined, 'encrypted', 'error', place, 'plain files', found, 'nothing was read'));
    caught.remarks.push('It is protected by a password: open it in Fiddler and save it again without one');
    return { kind: 'saz', form: 'a Fiddler archive (SAZ)', caught };
  }
  tellDirectory(caught, zip, place);
  let tunnels = 0;
  for (const session of sessions) {
    const exchange = caught.add({});
    const target = caught.exchanges[exchange];
    if (!target) continue;
    const request = session.request && readMessage(caught, bytes, session.request, exchange, 'request');
    const response = session.response && readMessage(caught, bytes, session.response, exchange, 'response');
    if (request) target.request = request;
    if (response) target.response = response;
    // the opening of a tunnel, and sessions that hold nothing, are no exchange
    if (request?.http?.method === 'CONNECT' || (!request && !response)) {
      caught.dropLast();
      tunnels++;
    }
  }
  if (tunnels > 0) caught.remarks.push(`${tunnels} tunnels (CONNECT) or empty sessions left out`);
  return { kind: 'saz', form: 'a Fiddler archive (SAZ)', caught };
}
