import { decode } from '../doctypes/index.ts';
import { commandOfRoot } from '../eas/index.ts';
import { KIND } from '../wbxml/index.ts';

/** Bytes that hold the root of a message. */
const HEAD = 64;

/** Whether bytes begin with the root of a command; of other types than ActiveSync's any root will do. */
export function isMessage(bytes: Uint8Array | undefined): boolean {
  if (!bytes) return false;
  const { tokens, vocabulary, doctype } = decode(bytes.subarray(0, HEAD));
  if (doctype.id !== 'activesync') return true;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kind(i) !== KIND.tag) continue;
    const page = tokens.page(i);
    const name = vocabulary.tag(page, tokens.tagCode(i))?.name ?? '';
    return commandOfRoot(`${vocabulary.page(page)?.namespace ?? ''}:${name}`) !== undefined;
  }
  return false;
}
