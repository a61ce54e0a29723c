import type { Http } from '../conversation/index.ts';
import { headerOf } from '../eas/index.ts';
import { hexDigit } from '../bytes/index.ts';
import { ByteSink, count, keptBefore, slip, type Slip } from './reading.ts';
import { UNPACK_FAULTS, undoEncoding } from './unpack.ts';

/** A body as it was sent, after HTTP's own packings are undone. */
export interface Body {
  bytes: Uint8Array;
  /** What was undone: 'chunks joined', 'gzip unpacked'. */
  undone: string[];
  slips: Slip[];
}

interface Dechunked {
  bytes: Uint8Array;
  /** Offset of the first byte that is no chunk; absent where the last chunk was reached. */
  brokenAt?: number;
  /** Just past the size line of the last chunk, or where the chunks break off; trailers may follow. */
  next: number;
}

/** Joins the chunks of a body (RFC 9112 §7.1), from `at` on; trailers are dropped. */
export function joinChunks(bytes: Uint8Array, from = 0): Dechunked {
  const sink = new ByteSink(1024);
  let at = from;
  const broken = (where: number): Dechunked => ({ bytes: sink.done(), brokenAt: where, next: where });
  for (;;) {
    let size = 0;
    let digits = 0;
    let next = at;
    for (let digit; digits < 8 && (digit = hexDigit(bytes[next] ?? 0)) >= 0; next++, digits++)
      size = size * 16 + digit;
    const line = bytes.indexOf(10, next);
    // behind the digits only an extension may stand, and a line is never long
    const plain = bytes[next] === 13 || bytes[next] === 10 || bytes[next] === 59;
    if (digits === 0 || line < 0 || line - next > 1024 || !plain) return broken(at);
    if (size === 0) return { bytes: sink.done(), next: line + 1 };
    const start = line + 1;
    const end = Math.min(bytes.length, start + size);
    sink.append(bytes.subarray(start, end));
    if (end - start < size) return broken(end);
    at = end;
    if (bytes[at] === 13) at++;
    if (bytes[at] === 10) at++;
  }
}

/**
 * Undoes Transfer-Encoding and Content-Encoding. A tool that printed the message may have undone them already:
 * bytes that are not packed as the headers say are left as they are.
 * @param place the span of the body in the paste, for what is wrong with it
 * @param chunks whether chunks may be there: not in a body that was itself written as hex or the like
 * @param limit most bytes to unpack
 */
export function undoHttp(
  http: Http,
  sent: Uint8Array,
  place: { start: number; end: number },
  chunks: boolean,
  limit?: number,
): Body {
  const body: Body = { bytes: sent, undone: [], slips: [] };
  const { start, end } = place;
  if (chunks && headerOf(http, 'transfer-encoding')?.toLowerCase().includes('chunked')) {
    const joined = joinChunks(sent);
    if (joined.brokenAt !== 0) {
      body.bytes = joined.bytes;
      body.undone.push('chunks joined');
    }
    if (joined.brokenAt) {
      const at = Math.min(end, start + joined.brokenAt);
      const found = joined.brokenAt >= sent.length ? 'the end of the body' : 'something else';
      const assumed = keptBefore(joined.bytes.length);
      body.slips.push(slip('bad-chunk', 'error', at, end, 'a chunk of the length it says', found, assumed));
    }
  }
  const encodings = (headerOf(http, 'content-encoding') ?? '').toLowerCase().split(/\s*,\s*/);
  for (const encoding of encodings.reverse()) {
    if (encoding === '' || encoding === 'identity') continue;
    const unpacked = undoEncoding(encoding, body.bytes, limit);
    if (unpacked) {
      body.bytes = unpacked.bytes;
      body.undone.push(`${unpacked.name} unpacked`);
      if (!unpacked.fault) continue;
      const assumed = `${count(unpacked.bytes.length, 'byte')} unpacked before it; nothing invented`;
      const found = UNPACK_FAULTS[unpacked.fault];
      body.slips.push(
        slip('bad-packing', 'error', start, end, `a whole ${unpacked.name} body`, found, assumed),
      );
    } else if (!['gzip', 'x-gzip', 'deflate'].includes(encoding)) {
      const assumed = 'the body is shown as it was sent';
      body.slips.push(slip('bad-packing', 'warning', start, end, 'gzip or deflate', encoding, assumed));
    }
  }
  return body;
}
