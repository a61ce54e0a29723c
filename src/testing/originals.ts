import { Buffer } from 'node:buffer';
import { readMbUint32, toBase64, toHex } from '../bytes/index.ts';
import { messagesOf, readingOf, type Conversation } from '../conversation/index.ts';
import { decode, stringSpan, type Decoded } from '../doctypes/index.ts';
import { KIND } from '../wbxml/index.ts';

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const utf8 = (text: string): string => latin1(new TextEncoder().encode(text));
const ADDRESS = /[\w.+-]{2,}@[\w-]+\.[\w.-]+\w/g;

/** The text of every element of those that `wanted` takes, by its own way through the tokens. */
export function textsOf(
  conversation: Conversation,
  wanted: (namespace: string, name: string) => boolean,
): Set<string> {
  const texts = new Set<string>();
  for (const { message } of messagesOf(conversation)) {
    if (!message.bytes || message.bytes.length === 0 || (message.bytes[0] ?? 9) > 3) continue;
    const decoded = decode(message.bytes, readingOf(message));
    if (decoded.doctype.id !== 'activesync') continue;
    for (let i = 0; i < decoded.tokens.length; i++) {
      const parent = decoded.tokens.parent(i);
      if (parent < 0 || decoded.tokens.kind(parent) !== KIND.tag) continue;
      const page = decoded.tokens.page(parent);
      const tag = decoded.vocabulary.tag(page, decoded.tokens.tagCode(parent));
      const namespace = decoded.vocabulary.page(page)?.namespace ?? '';
      const text = tag && wanted(namespace, tag.name) ? textAt(decoded, i) : undefined;
      if (text !== undefined) texts.add(text.trim());
    }
  }
  return texts;
}

/** Every text of the messages that are no ActiveSync: no table says whose it is, so it may be anybody's. */
export function foreignTextsOf(conversation: Conversation): Set<string> {
  const texts = new Set<string>();
  for (const { message } of messagesOf(conversation)) {
    if (!message.bytes || message.bytes.length === 0 || (message.bytes[0] ?? 9) > 3) continue;
    const decoded = decode(message.bytes, readingOf(message));
    if (decoded.doctype.id === 'activesync') continue;
    for (let i = 0; i < decoded.tokens.length; i++) {
      const text = textAt(decoded, i);
      if (text !== undefined && !text.includes('\ufffd')) texts.add(text.trim());
    }
  }
  return texts;
}

function textAt(decoded: Decoded, i: number): string | undefined {
  const { bytes, tokens, document } = decoded;
  const kind = tokens.kind(i);
  if (kind === KIND.opaque) {
    return Buffer.from(
      bytes.subarray(readMbUint32(bytes, tokens.start(i) + 1).next, tokens.end(i)),
    ).toString();
  }
  if (kind !== KIND.strI) return undefined;
  const { start, end } = stringSpan(document, i);
  return Buffer.from(bytes.subarray(start, end)).toString();
}

/** Every mail address anywhere in a conversation: in facts, notes, bytes, and what stands there in base64. */
export function addressesOf(conversation: Conversation): Set<string> {
  const found = new Set<string>();
  for (const text of allTexts(conversation)) {
    for (const [address] of text.matchAll(ADDRESS)) found.add(address.toLowerCase());
  }
  return found;
}

/** All that a link carries, as it is and unpacked: facts and notes, bytes, percent-decoded, out of base64. */
export function allTexts(conversation: Conversation): string[] {
  const without = {
    ...conversation,
    exchanges: conversation.exchanges.map(({ request, response, ...rest }) => ({
      ...rest,
      ...(request && { request: { ...request, bytes: undefined } }),
      ...(response && { response: { ...response, bytes: undefined } }),
    })),
  };
  const facts = utf8(JSON.stringify(without));
  const bodies = messagesOf(conversation).flatMap(({ message }) =>
    message.bytes ? [latin1(message.bytes)] : [],
  );
  const texts = [facts, ...bodies];
  const unpacked = texts.flatMap((text) => {
    const blocks = text.match(/[A-Za-z0-9+/]{16,}(?:\r?\n[A-Za-z0-9+/]+)*={0,2}/g) ?? [];
    return blocks.map((block) => Buffer.from(block, 'base64').toString('latin1'));
  });
  const percent = facts.replace(/%([\dA-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return [...texts, percent, ...unpacked];
}

const PART = 6;

/** Those of some values that stand in any of the texts: as they are, percent-encoded, in base64 at any place, in hex. */
export function standing(values: Iterable<string>, texts: readonly string[]): string[] {
  const forms = new Map<string, { form: string; value: string }[]>();
  for (const value of values) {
    for (const form of formsOf(value)) {
      if (form.length < PART) continue;
      const head = form.slice(0, PART);
      forms.set(head, [...(forms.get(head) ?? []), { form, value }]);
    }
  }
  const found = new Set<string>();
  for (const text of texts) {
    for (let at = 0; at + PART <= text.length; at++) {
      for (const { form, value } of forms.get(text.slice(at, at + PART)) ?? []) {
        if (text.startsWith(form, at)) found.add(value);
      }
    }
  }
  return [...found];
}

function formsOf(value: string): string[] {
  const bytes = new TextEncoder().encode(value);
  const percent = encodeURIComponent(value);
  const packed = [0, 1, 2].map((shift) => {
    const digits = toBase64(Uint8Array.from([...new Uint8Array(shift), ...bytes]));
    return digits.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
  });
  const isLong = bytes.length >= 6;
  return [utf8(value), percent, ...(isLong ? [toHex(bytes), ...packed, ...packed.map(urlSafe)] : [])];
}

const urlSafe = (text: string): string => text.replace(/\+/g, '-').replace(/\//g, '_');
