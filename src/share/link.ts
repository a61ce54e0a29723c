import { fromBase64, grouped, toBase64Url } from '../bytes/index.ts';
import type { Conversation } from '../conversation/index.ts';
import { pack, unpack, type Shared } from './container.ts';
import { linkProblem, type LinkProblem } from './link-problem.ts';
import { cutOff, unwrap, wrap } from './payload.ts';
import type { View } from './view.ts';

/** How a link begins that this build makes. A reader of every earlier beginning stays. */
const PREFIX = '#w1.';

/** Longest link that is looked at, in characters; browsers open about 2 million. */
export const MAX_LINK = 4 * 1024 * 1024;

/**
 * The part of an address that carries a conversation: `#w1.` and base64url without padding, so nothing in it
 * but `A-Z a-z 0-9 . _ -`. It holds bytes, facts, notes and view, never text that is derived from them.
 */
export async function toLink(conversation: Conversation, view: View = {}): Promise<string> {
  return PREFIX + toBase64Url(await wrap(pack({ conversation, view })));
}

/**
 * Opens the part of an address behind and with its `#`.
 * @returns what was shared, or why it does not open; it never throws and never rejects
 */
export function fromLink(hash: string): Promise<Shared | LinkProblem> {
  return Promise.resolve(openLink(hash));
}

const LINK = /^#?w(\d+)\./;

/** `fromLink` without the promise, which is there for readers to come. */
export function openLink(hash: string): Shared | LinkProblem {
  const found = LINK.exec(hash.slice(0, 40));
  if (!found) return linkProblem('foreign', 'This is no link that this page made: it would begin with #w1.');
  if (Number(found[1]) > 1) {
    return linkProblem(
      'too-new',
      `The link was made by a newer page: version ${found[1]}, and this one knows 1.`,
    );
  }
  if (found[1] !== '1') return linkProblem('foreign', `No page ever made links of version ${found[1]}.`);
  return openVersion1(hash.slice(found[0].length), found[0].length);
}

/** @param before characters of the address in front of `text` */
function openVersion1(text: string, before: number): Shared | LinkProblem {
  if (text.length > MAX_LINK) {
    return linkProblem(
      'too-large',
      `The link has ${grouped(text.length)} characters; this page takes at most ${grouped(MAX_LINK)}.`,
    );
  }
  const foreign = /[^A-Za-z0-9_-]/u.exec(text);
  if (foreign) {
    const where = `character ${before + foreign.index + 1}`;
    return linkProblem(
      'bad-character',
      `The link is damaged: ${where} is ${shown(foreign[0])}, which no link has.`,
    );
  }
  const payload = fromBase64(text);
  if (!payload) return oddEnd(text);
  const container = unwrap(payload);
  return container instanceof Uint8Array ? unpack(container) : container;
}

/** Base64 that stops inside a byte: what is whole of it tells whether characters are missing or too many. */
function oddEnd(text: string): LinkProblem {
  for (let length = text.length - 1; length >= text.length - 3; length--) {
    const payload = fromBase64(text.slice(0, length));
    if (payload && unwrap(payload) instanceof Uint8Array) {
      const more = text.length - length;
      const words = more === 1 ? 'its last character does' : `its last ${more} characters do`;
      return linkProblem('added-to', `The link is longer than it was made: ${words} not belong to it.`);
    }
  }
  return cutOff();
}

const shown = (character: string): string =>
  /^[!-~]$/.test(character) ? `“${character}”` : `U+${hex(character.codePointAt(0) ?? 0)}`;

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');
