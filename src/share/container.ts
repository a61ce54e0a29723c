import { mbUint32Width, readMbUint32, writeMbUint32 } from '../bytes/index.ts';
import {
  fromPlain,
  LIMITS,
  toPlain,
  wholeNumber,
  type BytesForm,
  type Conversation,
} from '../conversation/index.ts';
import { linkProblem, type LinkProblem } from './link-problem.ts';
import { checkView, fittingView, type View } from './view.ts';

/** What a link carries. */
export interface Shared {
  conversation: Conversation;
  view: View;
}

/** Most bytes of JSON in a link: everything but the messages' bytes. */
const MAX_HEAD = 1024 * 1024;

/**
 * A conversation and a view as bytes: length of the head (mb_u_int32), the head, then the bytes of every message
 * one behind the other, in the order of the timeline. The head is JSON: a list of the conversation without its
 * format, each message's `bytes` being how many there are, and of the view where it says anything.
 */
export function pack({ conversation, view }: Shared): Uint8Array<ArrayBuffer> {
  const bodies: Uint8Array[] = [];
  const form: BytesForm = { ...COUNTED, write: (bytes) => (bodies.push(bytes), bytes.length) };
  const { format: _implied, ...plain } = toPlain(conversation, form);
  const hasView = Object.keys(view).length > 0;
  const head = new TextEncoder().encode(JSON.stringify(hasView ? [plain, view] : [plain]));
  const width = mbUint32Width(head.length);
  const size = bodies.reduce((sum, body) => sum + body.length, width + head.length);
  const packed = new Uint8Array(size);
  let at = writeMbUint32(packed, 0, head.length);
  for (const part of [head, ...bodies]) {
    packed.set(part, at);
    at += part.length;
  }
  return packed;
}

/** Takes apart what `pack` made. Never throws; the problem names the first fault. */
export function unpack(packed: Uint8Array): Shared | LinkProblem {
  const { value: length, next, fault } = readMbUint32(packed, 0);
  if (fault) return noConversation('its length is no number');
  if (length > MAX_HEAD) return linkProblem('too-large', tooLarge('description', length, MAX_HEAD));
  if (length > packed.length - next) return noConversation('its description is longer than all of it');
  const head = parseHead(packed.subarray(next, next + length));
  if (!head) return noConversation('its description is not JSON as this page writes it');
  const [plain, view = {}] = head;
  const wrongView = checkView(view, 'view');
  if (wrongView) return noConversation(wrongView.text);
  let at = next + length;
  const form: BytesForm = {
    ...COUNTED,
    read(count) {
      const start = at;
      at += count as number;
      return at <= packed.length ? packed.slice(start, at) : undefined;
    },
  };
  const withFormat: unknown = isObject(plain) ? { ...plain, format: 1 } : plain;
  const read = fromPlain(withFormat, form);
  if (!read.ok) return noConversation(read.problem.text);
  if (at !== packed.length) return noConversation(`${packed.length - at} of its bytes belong to no message`);
  return { conversation: read.value, view: fittingView(view as View, read.value) };
}

export const tooLarge = (what: string, size: number, limit: number): string =>
  `The link’s ${what} says it has ${size} bytes; this page takes at most ${limit}.`;

const noConversation = (why: string): LinkProblem =>
  linkProblem(
    'bad-content',
    `The link arrived whole, but it holds no conversation: ${why.replace(/\.$/, '')}.`,
  );

/** Bytes as a count; `write` and `read` are put in by whoever keeps the bytes. */
const COUNTED: BytesForm = {
  write: (bytes) => bytes.length,
  check: wholeNumber(0, LIMITS.messageBytes),
  read: () => undefined,
  expected: 'as many bytes as the link still has',
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function parseHead(bytes: Uint8Array): unknown[] | undefined {
  try {
    const head: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    );
    return Array.isArray(head) && head.length >= 1 ? (head as unknown[]) : undefined;
  } catch {
    return undefined;
  }
}
