import type { Decoded } from '../../doctypes/index.ts';
import { readXml, toXml, type XmlRead } from '../../xml/index.ts';
import type { Span } from '../../state/index.ts';

/** A message as XML, and where its bytes stand in it. */
export interface XmlSide {
  text: string;
  /** The text of a span of bytes, in UTF-16 units; `undefined` outside the message. */
  toText(span: Span): Span | undefined;
  /** The bytes of a span of the text, of a caret those of the character behind it; `undefined` where it has none. */
  toBytes(span: Span): Span | undefined;
}

/** The XML as it is printed, not as somebody spells it: both sides of a comparison are spelt alike. */
export function xmlSide(decoded: Decoded): XmlSide {
  const text = toXml(decoded);
  let read: XmlRead | undefined; // nobody may ever ask for a place
  const map = () => (read ??= readXml(text, { doctype: decoded.doctype.id })).map;
  return {
    text,
    toText: ({ start, end }) => map().toText(start, Math.max(end, start + 1)),
    toBytes: ({ start, end }) => map().toBytes(start, Math.max(end, start + 1)),
  };
}
