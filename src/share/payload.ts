import { inflate, mbUint32Width, readMbUint32, writeMbUint32 } from '../bytes/index.ts';
import { checkValue } from './check-value.ts';
import { tooLarge } from './container.ts';
import { deflate } from './deflate.ts';
import { linkProblem, type LinkProblem } from './link-problem.ts';

/** Set in the flag byte where the container is packed; the other bits are free for later, and 0. */
const PACKED = 1;

/** Most bytes a link may unpack to. */
export const MAX_CONTAINER = 16 * 1024 * 1024;

const CHECK_BYTES = 4;

/**
 * A container made ready for a link: flag byte, length of the container (mb_u_int32), its check value (4 bytes,
 * highest first), then the container as it is or as raw DEFLATE, whichever is shorter.
 */
export async function wrap(container: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const packed = await deflate(container);
  const [flag, body] = packed.length < container.length ? [PACKED, packed] : [0, container];
  const start = 1 + mbUint32Width(container.length) + CHECK_BYTES;
  const payload = new Uint8Array(start + body.length);
  payload[0] = flag;
  const at = writeMbUint32(payload, 1, container.length);
  new DataView(payload.buffer).setUint32(at, checkValue(container));
  payload.set(body, start);
  return payload;
}

/**
 * The container in a payload. Never throws. Nothing is made that is larger than the payload says it is, and
 * nothing larger than `MAX_CONTAINER`: a link that claims more is refused before it is unpacked.
 */
export function unwrap(payload: Uint8Array): Uint8Array | LinkProblem {
  const flag = payload[0];
  if (flag === undefined) return cutOff();
  if (flag > PACKED)
    return linkProblem('too-new', 'The link is packed in a way that only a newer page knows.');
  const { value: length, next, fault } = readMbUint32(payload, 1);
  const start = next + CHECK_BYTES;
  if (fault === 'too-large') return altered();
  if (fault === 'truncated' || payload.length < start) return cutOff();
  if (length > MAX_CONTAINER) return linkProblem('too-large', tooLarge('content', length, MAX_CONTAINER));
  const expected = new DataView(payload.buffer, payload.byteOffset).getUint32(next);
  const read = flag === PACKED ? unpackBody(payload, start, length) : rawBody(payload, start, length);
  if (!(read instanceof Uint8Array)) return read;
  return checkValue(read) === expected ? read : altered();
}

function rawBody(payload: Uint8Array, start: number, length: number): Uint8Array | LinkProblem {
  const end = start + length;
  if (end > payload.length) return cutOff(end - payload.length);
  return end < payload.length ? addedTo(payload.length - end) : payload.subarray(start, end);
}

function unpackBody(payload: Uint8Array, start: number, length: number): Uint8Array | LinkProblem {
  const { bytes, next, fault } = inflate(payload, start, length);
  if (fault === 'truncated') return cutOff();
  if (fault || bytes.length !== length) return altered();
  return next < payload.length ? addedTo(payload.length - next) : bytes;
}

const bytes = (count: number): string => `${count} byte${count === 1 ? '' : 's'}`;

export const cutOff = (missing?: number): LinkProblem =>
  linkProblem(
    'cut-off',
    `The link is not complete: ${missing === undefined ? 'its end is' : `${bytes(missing)} are`} missing. Was it cut off where it was copied?`,
  );

const addedTo = (count: number): LinkProblem =>
  linkProblem('added-to', `The link is longer than it was made: ${bytes(count)} stand behind its end.`);

const altered = (): LinkProblem =>
  linkProblem(
    'altered',
    'The link is damaged: a character was changed on the way, so its content is not shown.',
  );
