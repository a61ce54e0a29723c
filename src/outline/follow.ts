import { commonEnds } from '../bytes/index.ts';
import type { Outline } from './outline.ts';

/** An element as it was in bytes that are others now. */
export interface FormerElement {
  /** The bytes of the whole message then. */
  bytes: Uint8Array;
  /** Its number then. */
  element: number;
  name: string;
  /** Its bytes in them, from the tag to its END. Half-open. */
  span: { start: number; end: number };
}

/** Where an element is now. */
export interface Followed {
  element: number;
  /** Something in it is other than it was. */
  isChanged: boolean;
}

/** An element as it is, to be followed later. */
export const formerOf = (outline: Outline, element: number): FormerElement => ({
  bytes: outline.decoded.bytes,
  element,
  name: outline.name(element),
  span: outline.span(element),
});

/**
 * Finds an element again after a change of the message: the bytes before the change and behind it are where they were.
 * @returns `undefined` where the change took it away
 */
export function followElement(former: FormerElement, outline: Outline): Followed | undefined {
  const { bytes } = outline.decoded;
  const { element, name, span } = former;
  const { front, back } = commonEnds(former.bytes, bytes);
  const isBehind = span.start >= former.bytes.length - back;
  const start = isBehind ? span.start + bytes.length - former.bytes.length : span.start;
  const found = isBehind || span.start >= front ? outline.at(start) : element; // what is before it is as it was
  if (found < 0 || found >= outline.length) return undefined;
  if (outline.span(found).start !== start || outline.name(found) !== name) return undefined;
  return { element: found, isChanged: !isBehind && span.end > front };
}
