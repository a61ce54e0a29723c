import { envelope, pushBody, type Envelope, type Message } from '../../conversation/index.ts';
import { notWbxmlName, PORTS, readObex, type Datagram, type ObexObject } from '../../wap/index.ts';
import { toBase64 } from '../../bytes/index.ts';
import { count } from '../reading.ts';
import type { PasteProblemCode } from '../types.ts';

/** A fault of what carried a message; the place is that of the whole paste. */
export interface CarrierFault {
  code: PasteProblemCode;
  expected: string;
  found: string;
}

/** A message taken out of what carried it. */
export interface Opened {
  message: Message;
  /** 'a short message with a WAP push of application/vnd.wap.sic'. */
  words: string;
  faults: CarrierFault[];
}

function typeWords(type: string): string {
  const other = notWbxmlName(type) ?? (/^text\/|[+/]xml$/.test(type) ? 'text' : undefined);
  return other === undefined ? type : `${type}, which is ${other}, not WBXML`;
}

/** What a WAP push or a reply carries, with its head around it. */
export function openPush(message: Message): Opened | undefined {
  const pushed = pushBody(message);
  const type = pushed?.http?.headers?.['Content-Type'];
  if (!pushed || type === undefined) return undefined;
  const isReply = message.bytes?.[1] === 4;
  const words = `a WAP ${isReply ? 'reply' : 'push'} of ${typeWords(type.replace(/;.*/s, ''))}`;
  return { message: pushed, words, faults: [] };
}

/** What short messages carried together; `undefined` where they are for nothing that WBXML goes through. */
export function openDatagram(datagram: Datagram): Opened | undefined {
  const { parts, total, bytes, behind, missing } = datagram;
  const envelopes = parts.map(({ bytes: pdu, message }) => envelope('sms', pdu, message.start, message.end));
  const around = { before: '', after: toBase64(behind), envelopes };
  const carried: Message = { bytes: bytes.slice(), around };
  const isHeadless = missing[0] === 1;
  const opened = isHeadless ? undefined : openPush(carried);
  const port = parts.find(({ message }) => message.header?.ports)?.message.header?.ports?.to;
  const isBinary = parts.every(({ message }) => message.isBinary);
  if (!opened && (port === undefined || !isBinary || PORTS[port] === undefined)) return undefined;
  const short = total > 1 ? `${count(parts.length, 'part')} of a short message` : 'a short message';
  const what = opened?.words ?? `data for port ${port} (${PORTS[port ?? 0] ?? ''})`;
  return { message: opened?.message ?? carried, words: `${short} with ${what}`, faults: faultsOf(datagram) };
}

function faultsOf({ parts, total, missing }: Datagram): CarrierFault[] {
  const lost = parts.find(({ message }) => message.missing > 0)?.message;
  const faults: CarrierFault[] = [];
  if (missing.length > 0) {
    const which = `${missing.length === 1 ? 'part' : 'parts'} ${missing.join(', ')} missing`;
    faults.push({ code: 'lost-segments', expected: `${total} parts`, found: which });
  }
  if (lost) {
    const all = lost.end - lost.start + lost.missing;
    const expected = `${count(all, 'byte')} of user data, as the message says`;
    faults.push({
      code: 'cut-off',
      expected,
      found: `only ${count(lost.end - lost.start, 'byte')} of user data`,
    });
  }
  return faults;
}

/** The object that OBEX packets carried. */
export function openObex(bytes: Uint8Array): Opened | undefined {
  const object = readObex(bytes);
  if (!object) return undefined;
  const { pieces, mediaType, isCut } = object;
  const envelopes = pieces.map(({ start, end, bodyStart, bodyEnd }): Envelope =>
    envelope('obex', bytes.subarray(start, end), bodyStart - start, bodyEnd - start),
  );
  const headers = mediaType === undefined ? {} : { http: { headers: { 'Content-Type': mediaType } } };
  const message: Message = {
    bytes: bodyOf(bytes, object),
    ...headers,
    around: { before: '', after: '', envelopes },
  };
  const words = `the object of ${count(pieces.length, 'OBEX packet')}`;
  const cut: CarrierFault = { code: 'cut-off', expected: 'a last packet', found: 'the end of the bytes' };
  return { message, words, faults: isCut ? [cut] : [] };
}

function bodyOf(bytes: Uint8Array, { pieces }: ObexObject): Uint8Array {
  const body = new Uint8Array(pieces.reduce((sum, { bodyStart, bodyEnd }) => sum + bodyEnd - bodyStart, 0));
  let at = 0;
  for (const { bodyStart, bodyEnd } of pieces) {
    body.set(bytes.subarray(bodyStart, bodyEnd), at);
    at += bodyEnd - bodyStart;
  }
  return body;
}
