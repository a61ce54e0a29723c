import { fromBase64, fromHex, toHex } from '../../bytes/index.ts';
import {
  conversationFromJson,
  fromPlain,
  LIMITS,
  messagesOf,
  textUpTo,
  type BytesForm,
  type Conversation,
  type FromPlain,
} from '../../conversation/index.ts';
import { count } from '../reading.ts';
import type { Candidate, PasteKind } from '../types.ts';

/** How a fixture of this page begins. */
const FIXTURE = /^\ufeff?\s*\{\s*"fixture"\s*:/;
/** Where an HTML report of this page keeps its messages. */
const REPORT =
  /<a id="messages" download="[^"<>]{0,200}" href="data:application\/json;base64,([A-Za-z0-9+/]*={0,2})"/;

const HEX: BytesForm = {
  write: toHex,
  check: textUpTo(2 * LIMITS.messageBytes),
  read: (value) => fromHex(value as string),
  expected: 'hex digits',
};

/**
 * What this page wrote itself and can read back whole: a test fixture, an HTML report.
 * @returns the conversation as it was, or a text that says what is broken; `undefined` where it is neither
 */
export function readOwnExport(text: string): Candidate | undefined {
  if (FIXTURE.test(text.slice(0, 200)))
    return asCandidate('fixture', 'a test fixture of this page', readFixture(text));
  // a report begins like any page: what it keeps is looked for in its head only
  if (!/^\s*<!doctype html>/i.test(text.slice(0, 200))) return undefined;
  const data = REPORT.exec(text)?.[1];
  if (data === undefined) return undefined;
  const json = new TextDecoder().decode(fromBase64(data));
  return asCandidate('report', 'a report of this page', conversationFromJson(json));
}

function readFixture(text: string): FromPlain {
  if (text.length > LIMITS.text) return broken(`it has more than ${LIMITS.text} characters`);
  const value = parsed(text.replace(/^\ufeff/, ''));
  if (!isFields(value)) return broken('it is no JSON');
  const { fixture, madeBy: _maker, read: _read, ...plain } = value;
  if (fixture !== 1) return broken(`its format is ${String(fixture)}, and this page knows 1`);
  return fromPlain({ ...plain, format: 1 }, HEX);
}

const broken = (why: string): FromPlain => ({
  ok: false,
  problem: { code: 'wrong-value', path: '', expected: 'a fixture', found: why, text: `${why}.` },
});

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asCandidate(kind: PasteKind, form: string, read: FromPlain): Candidate {
  const nothing: Conversation = { format: 1, title: 'Pasted text', exchanges: [] };
  if (!read.ok) {
    const why = `It is ${form}, but it cannot be read: ${read.problem.text}`;
    return { kind: 'text', why, conversation: nothing, sideKnown: false, problems: [] };
  }
  const messages = messagesOf(read.value).length;
  const why = `${form.charAt(0).toUpperCase()}${form.slice(1)}: ${count(messages, 'message')}.`;
  return { kind, why, conversation: read.value, sideKnown: true, problems: [] };
}
