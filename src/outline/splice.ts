import { sameBytes } from '../bytes/index.ts';
import { decode, type Decoded } from '../doctypes/index.ts';
import { GLOBAL, KIND } from '../wbxml/index.ts';
import { typeOf } from './element-text.ts';
import type { Outline } from './outline.ts';

/** `bytes` stand for what was from `start` to `end`. */
export interface ByteChange {
  start: number;
  end: number;
  bytes: Uint8Array;
}

/** What becomes of a message where one of its elements is written anew. */
export type Spliced = { changes: ByteChange[]; why?: undefined } | { changes?: undefined; why: string };

const HEADER = 'The lines before the element are those of the whole message: they cannot be changed here.';
const ROOTS = 'Only the element itself can be changed here: nothing may stand before or behind it.';
const OPEN = 'An element that is cut off can only be the last one of a message.';

/**
 * Puts another element in the place of one. The bytes around it stay, except the SWITCH_PAGE before its tag and before
 * the next tag behind it, where another page is in force there now: the result is that of writing the whole text anew.
 * @param message the element as a message of its own, as the XML of `elementText` is read
 * @returns splices in order, places of the message before; or why it cannot be
 */
export function spliceElement(outline: Outline, element: number, message: Uint8Array): Spliced {
  const { decoded } = outline;
  const alone = decode(message, typeOf(outline));
  const head = decoded.document.header?.tableEnd ?? 0;
  if (!sameBytes(message.subarray(0, head), decoded.bytes.subarray(0, head))) return { why: HEADER };
  const root = rootOf(alone, head);
  if (root === undefined) return { why: ROOTS };
  const i = outline.token(element);
  const span = outline.span(element);
  if (span.end < decoded.bytes.length && !isClosed(alone, root)) return { why: OPEN };
  const before = opening(decoded, i, alone, root);
  if (!before) return { why: ROOTS };
  const body = message.subarray(alone.tokens.start(root));
  const bytes = new Uint8Array(before.bytes.length + body.length);
  bytes.set(before.bytes);
  bytes.set(body, before.bytes.length);
  const past = decoded.tokens.past(i);
  const next = closing(decoded, past, pageBefore(decoded, past), pageBefore(alone, alone.tokens.length));
  return { changes: [{ start: before.start, end: span.end, bytes }, ...(next ? [next] : [])] };
}

/** The one element of a message that has nothing but a SWITCH_PAGE before it, and nothing behind it. */
function rootOf({ tokens }: Decoded, head: number): number | undefined {
  const first = tokens.atOffset(head);
  const root = tokens.kind(first) === KIND.switchPage ? first + 1 : first;
  if (root >= tokens.length || !isTag(tokens.kind(root))) return undefined;
  return tokens.past(root) === tokens.length ? root : undefined;
}

function isClosed({ tokens }: Decoded, root: number): boolean {
  const last = tokens.length - 1;
  if (last === root) return !tokens.hasContent(root);
  return tokens.kind(last) === KIND.end && tokens.parent(last) === root;
}

/** What stands for the tag's own SWITCH_PAGE, and where that begins. */
function opening(
  decoded: Decoded,
  i: number,
  alone: Decoded,
  root: number,
): { start: number; bytes: Uint8Array } | undefined {
  const { tokens } = decoded;
  const start = tokens.start(i);
  const inForce = pageBefore(decoded, i);
  if (alone.tokens.kind(root) === KIND.literalTag) {
    // It has no page, but what stands in it goes on with the one in force.
    return pageBefore(alone, root) === inForce ? { start, bytes: NONE } : undefined;
  }
  const page = alone.tokens.page(root);
  if (tokens.kind(i) === KIND.literalTag || page === inForce) {
    return { start, bytes: page === inForce ? NONE : switchTo(page) };
  }
  const isSwitch = tokens.kind(i - 1) === KIND.switchPage && !tokens.inAttributes(i - 1);
  const earlier = isSwitch ? pageBefore(decoded, i - 1) : inForce;
  if (!isSwitch || earlier === inForce) return { start, bytes: switchTo(page) };
  return { start: tokens.start(i - 1), bytes: page === earlier ? NONE : switchTo(page) };
}

/** The change of the next tag's SWITCH_PAGE; `undefined` where it stays as it is. */
function closing({ tokens }: Decoded, past: number, was: number, is: number): ByteChange | undefined {
  if (was === is) return undefined;
  let change = -1;
  for (let i = past; i < tokens.length; i++) {
    const kind = tokens.kind(i);
    if (kind === KIND.switchPage && !tokens.inAttributes(i)) {
      if (change >= 0) return undefined; // the first of them is a mark, and sets the page whatever was before
      change = i;
    }
    if (kind !== KIND.tag) continue;
    const page = tokens.page(i);
    const at = tokens.start(i);
    if (change < 0) return is === page ? undefined : { start: at, end: at, bytes: switchTo(page) };
    const isPlain = change === i - 1 && was !== page;
    return isPlain && is === page ? { start: tokens.start(change), end: at, bytes: NONE } : undefined;
  }
  return undefined;
}

/** The page of tag space in force before token `i`: that of the last tag or SWITCH_PAGE, or the first. */
function pageBefore({ tokens }: Decoded, i: number): number {
  for (let k = i - 1; k >= 0; k--) {
    const kind = tokens.kind(k);
    if (kind === KIND.tag || (kind === KIND.switchPage && !tokens.inAttributes(k))) return tokens.page(k);
  }
  return 0;
}

const isTag = (kind: number): boolean => kind === KIND.tag || kind === KIND.literalTag;
const NONE = new Uint8Array(0);
const switchTo = (page: number): Uint8Array => Uint8Array.of(GLOBAL.SWITCH_PAGE, page);
