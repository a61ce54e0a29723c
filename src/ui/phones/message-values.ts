import { decode, keyOf, stringSpan, type Decoded } from '../../doctypes/index.ts';
import { KIND } from '../../wbxml/index.ts';

/** A text of a message, and the tag it stands in. */
export interface MessageValue {
  /** Page and code of the tag as one number: `keyOf`. */
  key: number;
  /** The same of the tag around that; −1 for the root. */
  within: number;
  text: string;
}

/** The inline strings of a message read as ActiveSync, in order; what cannot be read has none. Linear. */
export function messageValues(decoded: Decoded): MessageValue[] {
  const { tokens, document, bytes } = decoded;
  const keyAt = (i: number) => (i < 0 ? -1 : keyOf(tokens.page(i), tokens.tagCode(i)));
  const values: MessageValue[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const tag = tokens.parent(i);
    if (tokens.kind(i) !== KIND.strI || tag < 0 || tokens.inAttributes(i)) continue;
    const { start, end } = stringSpan(document, i);
    const text = document.header?.encoding.decode(bytes.subarray(start, end)) ?? '';
    values.push({ key: keyAt(tag), within: keyAt(tokens.parent(tag)), text });
  }
  return values;
}

/** True where the message has this tag anywhere. */
export function hasTag({ tokens }: Decoded, key: number): boolean {
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kind(i) === KIND.tag && keyOf(tokens.page(i), tokens.tagCode(i)) === key) return true;
  }
  return false;
}

export const readValues = (bytes: Uint8Array): MessageValue[] =>
  messageValues(decode(bytes, { doctype: 'activesync' }));
