import { fromBase64, toBase64 } from '../bytes/index.ts';
import { jsonProblem, textUpTo, type JsonProblem } from './checks.ts';
import { fromPlain, toPlain, type BytesForm } from './form.ts';
import { LIMITS } from './limits.ts';
import type { Conversation } from './types.ts';

export type FromJson = { ok: true; value: Conversation } | { ok: false; problem: JsonProblem };

const BASE64: BytesForm = {
  write: toBase64,
  check: textUpTo(Math.ceil(LIMITS.messageBytes / 3) * 4),
  read: (value) => fromBase64(value as string),
  expected: 'base64',
};

/**
 * The JSON form: the conversation as it is, `bytes` as base64 with padding, two spaces a level, a line end at
 * the end. Fields that this build does not know are written as they came.
 */
export function conversationToJson(conversation: Conversation): string {
  return `${JSON.stringify(toPlain(conversation, BASE64), undefined, 2)}\n`;
}

/** UTF-16 units of the beginning of a text that tell whether it may be a conversation. */
const HEAD = 64;

/** Whether a text, or a file of one, begins as a conversation does that this page wrote: others number no format. */
export function isConversationText(input: string | Uint8Array): boolean {
  const start = typeof input === 'string' ? input : new TextDecoder().decode(input.subarray(0, HEAD));
  return /^\s*\{\s*"format"\s*:\s*\d/.test(start);
}

/**
 * Reads the JSON form; a byte order mark in front is passed over.
 * @returns the conversation, unknown fields kept, or the first fault. Never throws. For what may not be
 *   exceeded see `LIMITS`.
 */
export function conversationFromJson(text: string): FromJson {
  if (text.length > LIMITS.text) {
    const expected = `at most ${LIMITS.text} characters`;
    return { ok: false, problem: jsonProblem('too-large', '', expected, String(text.length)) };
  }
  const value = parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  if (value === TOO_GREAT) {
    const found = `${TOO_GREAT.source}, as in 1e999`;
    return { ok: false, problem: jsonProblem('wrong-value', '', 'only numbers that can be kept', found) };
  }
  if (value === undefined) {
    return { ok: false, problem: jsonProblem('not-json', '', 'JSON', 'other text', 'This is not JSON.') };
  }
  return conversationFromValue(value);
}

/** The same for JSON that is parsed already. */
export const conversationFromValue = (value: unknown): FromJson => fromPlain(value, BASE64);

/** Stands for a text with a number that is read as infinite: it could only be written back as something else. */
const TOO_GREAT = { source: 'a number beyond all limits' };

/** The value a JSON text stands for; `undefined` where it is none. */
function parse(text: string): unknown {
  let isFinite = true;
  try {
    const value: unknown = JSON.parse(text, (_key, part: unknown) => {
      if (part === Infinity || part === -Infinity) isFinite = false;
      return part;
    });
    return isFinite ? value : TOO_GREAT;
  } catch {
    return undefined; // engines word their faults differently, and give no place all agree on
  }
}
