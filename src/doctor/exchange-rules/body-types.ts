import { wordOf } from '../../eas/index.ts';
import type { CollectionDigest, Value } from '../digest/index.ts';

const PLAIN = '1';
const MIME = '4';

/**
 * The first body of a collection's items whose type was not asked for; `undefined` where all fit. Plain text always
 * does: it is what a message without another form has.
 */
export function unaskedBody(options: CollectionDigest, answered: CollectionDigest): Value | undefined {
  if (options.asked.length === 0) return undefined;
  return answered.bodies.find(
    ({ text }) => text !== PLAIN && !options.asked.includes(text) && !(text === MIME && options.asksMime),
  );
}

/** “Type 2 (HTML)”. */
export function typeWord(type: string): string {
  const word = wordOf('AirSyncBase:Type', type);
  return word === undefined ? `Type ${type}` : `Type ${type} (${word})`;
}

/**
 * How much of a body of this type a request asks for, in bytes: Infinity where it sets no limit, or does not ask for the
 * type.
 */
export function limitOf({ preferences }: CollectionDigest, type: string): number {
  const limits = preferences.flatMap((one) => (one.type === type ? [one.limit] : []));
  return limits.length === 0 ? Infinity : Math.max(...limits);
}
