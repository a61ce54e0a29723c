import { fromBase64 } from '../../bytes/index.ts';
import type { Http, MessagePlace } from '../../conversation/index.ts';
import { undoHttp } from '../http-body.ts';
import { score } from '../rank.ts';
import { latin1Bytes, textBytes } from '../text-bytes.ts';
import { faultAt, type Catch, type Stretch } from './catch.ts';

/**
 * The body of a captured message with gzip and deflate undone. What goes wrong is kept as a fault of that message.
 * @param sent the body with its chunks joined already
 */
export function bodyOf(
  caught: Catch,
  http: Http,
  sent: Uint8Array,
  at: MessagePlace,
  place: Stretch,
): Uint8Array {
  const { bytes, undone, slips } = undoHttp(http, sent, place, false, caught.room);
  if (undone.length > 0) caught.spend(bytes.length);
  for (const one of slips) caught.fault({ ...one, at }, `${one.found}; ${one.assumed}`);
  return bytes;
}

/** A body that a tool kept in base64; `undefined`, with a fault, where it is none. */
export function base64Body(
  caught: Catch,
  http: Http,
  text: string,
  at: MessagePlace,
  place: Stretch,
): Uint8Array | undefined {
  const bytes = fromBase64(text);
  if (bytes) return bodyOf(caught, http, bytes, at, place);
  const assumed = 'the message is shown without bytes';
  caught.fault(
    faultAt(at, 'bad-base64', 'error', place, 'base64', 'other characters', assumed),
    'the body is not the base64 it is said to be',
  );
  return undefined;
}

/** Says that a file tells of a body of `size` bytes, and does not hold it. */
export function missingBody(caught: Catch, size: number, at: MessagePlace, place: Stretch): void {
  const found = `none, though it had ${size} bytes`;
  caught.fault(
    faultAt(at, 'not-captured', 'warning', place, 'the body', found, 'the message is shown without bytes'),
    `the file says there was a body of ${size} bytes, and does not hold it`,
  );
}

const REPLACEMENT = '\ufffd';

/**
 * A body that a tool kept as text: the bytes it had as UTF-8, or each character one byte. The size that the tool
 * names decides, else what decodes better. Characters that stand for lost bytes are a fault.
 * @param size bytes the body had, where it is known
 */
export function textBody(
  caught: Catch,
  text: string,
  size: number | undefined,
  at: MessagePlace,
  place: Stretch,
): Uint8Array {
  const utf8 = textBytes(text);
  const lost = text.indexOf(REPLACEMENT);
  if (lost >= 0) {
    const before = textBytes(text.slice(0, lost)).length;
    const note = `lossy: from byte ${before} on U+FFFD stands in place of bytes that are no text`;
    const found = 'U+FFFD, put in place of bytes that are no text';
    const assumed = `${before} bytes before it are as they were`;
    caught.fault(faultAt(at, 'lost-characters', 'error', place, 'the body in base64', found, assumed), note);
    return utf8;
  }
  const single = utf8.length === text.length ? undefined : latin1Bytes(text);
  if (!single) return utf8;
  if (size === single.length) return single;
  if (size === utf8.length) return utf8;
  return score(single).quality > score(utf8).quality ? single : utf8;
}
