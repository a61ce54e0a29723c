/**
 * An element that is to be written. `name` is `Page:Local`; where `holds` is absent the tag has no content.
 */
export interface Element {
  readonly name: string;
  readonly holds?: readonly Content[];
}

/** What an element holds: elements, text, or a mark of the XML text for bytes that no plain text stands for. */
export type Content = Element | string | Mark;

/** The inside of `<?wbxml …?>`, as the XML text writes odd bytes. */
export interface Mark {
  readonly mark: string;
}

/** An element with content. */
export const tag = (name: string, ...holds: readonly Content[]): Element => ({ name, holds });

/** A tag without content, whose presence is the message. */
export const flag = (name: string): Element => ({ name });

/** Bytes as OPAQUE. @param hex lower-case digits */
export const opaque = (hex: string): Mark => ({ mark: `opaque="${hex}"` });

export const isElement = (content: Content): content is Element =>
  typeof content === 'object' && 'name' in content;

/** The elements among what an element holds. */
export const childrenOf = (element: Element): Element[] => (element.holds ?? []).filter(isElement);

/** The first child with this name, or `undefined`. */
export const childNamed = (element: Element, name: string): Element | undefined =>
  childrenOf(element).find((child) => child.name === name);

/** The text of an element as far as it is plain. */
export const plainText = (element: Element | undefined): string =>
  (element?.holds ?? []).filter((content) => typeof content === 'string').join('');

/** Text that stands for a byte which is no text: Python's way of carrying one through a string. */
export const rawByte = (byte: number): string => String.fromCharCode(0xdc00 + byte);

/** A raw byte; a low surrogate that is half of a pair is none. */
const RAW_ALONE = /(?<![\ud800-\udbff])[\udc80-\udcff]/g;

/** The text with something else for each raw byte. */
export const replaceRawBytes = (text: string, by: (byte: number) => string): string =>
  text.replace(RAW_ALONE, (raw) => by(raw.charCodeAt(0) - 0xdc00));

/** The text with a replacement character for each raw byte. */
export const withoutRawBytes = (text: string): string => replaceRawBytes(text, () => '\ufffd');
