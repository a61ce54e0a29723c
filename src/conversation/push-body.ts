import { fromBase64, toBase64, joined } from '../bytes/index.ts';
import { readShortMessage, readWspHead, type WspHead } from '../wap/index.ts';
import { LIMITS } from './limits.ts';
import type { Around, Envelope, Http, Message } from './types.ts';

/** A push as what it carries, its head kept around it; `undefined` where the bytes are none. */
export function pushBody(message: Message): Message | undefined {
  const { bytes, around, http } = message;
  const head = bytes && readWspHead(bytes);
  if (!head || around?.form === 'wsp') return undefined;
  const { envelopes } = around ?? {};
  return {
    ...message,
    bytes: bytes.slice(head.body),
    http: http?.headers ? http : { ...http, headers: headersOf(head) },
    around: {
      before: toBase64(bytes.subarray(0, head.body)),
      after: around?.after ?? '',
      form: 'wsp',
      ...(envelopes && { envelopes }),
    },
  };
}

/** Its headers as those of HTTP, within the limits: the bytes keep all. What is said twice stands with a comma between. */
function headersOf({ headers }: WspHead): NonNullable<Http['headers']> {
  const all = new Map<string, { values: string[]; room: number }>();
  for (const { name, value } of headers) {
    if (name === '' || name === '__proto__' || name.length > LIMITS.headerName) continue; // no file may hold it
    const known = all.get(name) ?? { values: [], room: LIMITS.headerValue };
    known.room -= value.length + 2;
    if (known.room >= 0) known.values.push(value);
    if (all.size < LIMITS.headers) all.set(name, known);
  }
  return Object.fromEntries([...all].map(([name, { values }]) => [name, values.join(', ')]));
}

/**
 * What stands before a message: the head of a push with its Content-Length set right where the HTTP facts have it
 * right, as an edit leaves them, and where it takes as many bytes.
 */
export function headOf({ around, bytes, http }: Message): Uint8Array {
  const head = bytesIn(around?.before ?? '');
  if (around?.form !== 'wsp') return head;
  const length = (bytes?.length ?? 0) + bytesIn(around.after).length;
  const old = readWspHead(head)?.headers.find(({ name }) => name === 'Content-Length')?.value;
  if (old === undefined || old === String(length) || http?.headers?.['Content-Length'] !== String(length))
    return head;
  const [was, becomes] = [lengthHeader(Number(old)), lengthHeader(length)];
  const at = head.findIndex((_, i) => was.every((byte, j) => head[i + j] === byte));
  if (at < 0 || was.length !== becomes.length) return head;
  head.set(becomes, at);
  return head;
}

/** A Content-Length: in one byte up to 127, else as a long integer behind its length. @see WAP-230-WSP §8.4.2.1 */
function lengthHeader(length: number): number[] {
  const bytes: number[] = [];
  for (let left = length; left > 0; left = Math.floor(left / 256)) bytes.unshift(left % 256);
  return length < 0x80 ? [0x8d, length | 0x80] : [0x8d, bytes.length, ...bytes];
}

/** What carried bytes `start` to `end` of some bytes, without them. */
export const envelope = (
  kind: Envelope['kind'],
  bytes: Uint8Array,
  start: number,
  end: number,
): Envelope => ({
  kind,
  before: toBase64(bytes.subarray(0, start)),
  size: end - start,
  after: toBase64(bytes.subarray(end)),
});

/** Most bytes of user data in a short message, its header among them. */
const MOST_USER_DATA = 140;

/**
 * The short messages that carry the message as it is now, each with its length set right: every one takes as much as
 * it did, the last one the rest.
 * @returns none where no short messages carried it; `undefined` where it does not fit into as many
 */
export function envelopesOf(message: Message): Uint8Array[] | undefined {
  const { around, bytes = new Uint8Array(0) } = message;
  const envelopes = around?.envelopes?.filter(({ kind }) => kind === 'sms') ?? [];
  if (!around || envelopes.length === 0) return [];
  const whole = joined([headOf(message), bytes, bytesIn(around.after)]);
  const made: Uint8Array[] = [];
  let at = 0;
  for (const [i, one] of envelopes.entries()) {
    const isLast = i === envelopes.length - 1;
    const end = isLast ? whole.length : Math.min(whole.length, at + one.size);
    const pdu = refilled(one, whole.subarray(at, end));
    if (!pdu) return undefined;
    made.push(pdu);
    at = end;
  }
  return made;
}

/** The envelope around another piece; `undefined` where there is no room. */
function refilled({ before, size, after }: Envelope, piece: Uint8Array): Uint8Array | undefined {
  const head = bytesIn(before);
  const pdu = joined([head, piece, bytesIn(after)]);
  if (piece.length === size) return pdu;
  const { lengthAt } = readShortMessage(joined([head, new Uint8Array(size), bytesIn(after)])) ?? {};
  const length = head.length - (lengthAt ?? -1) - 1 + piece.length;
  if (length > MOST_USER_DATA) return undefined;
  if (lengthAt !== undefined) pdu[lengthAt] = length;
  return pdu;
}

const bytesIn = (text: string): Uint8Array => fromBase64(text) ?? new Uint8Array(0);

/** What stands around a message, as bytes. */
export const bytesOfAround = ({
  before,
  after,
}: Pick<Around, 'before' | 'after'>): [Uint8Array, Uint8Array] => [bytesIn(before), bytesIn(after)];
