import { xmlToBytes } from '../../xml/index.ts';

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

/** The text with a replacement character for each raw byte. */
export const withoutRawBytes = (text: string): string => text.replace(RAW_ALONE, '\ufffd');

/** True where a text carries a raw byte. */
export const hasRawByte = (text: string): boolean => text.search(RAW_ALONE) >= 0;

/**
 * The bytes of a message with this root, through the page's own codec.
 * @param before marks that stand before the root
 */
export function elementBytes(root: Element, before: readonly Mark[] = []): Uint8Array {
  const parts: string[] = before.map(markText);
  write(root, parts);
  return xmlToBytes(parts.join(''), { doctype: 'activesync' });
}

const markText = ({ mark }: Mark): string => `<?wbxml ${mark}?>`;

/** Trees are a few levels deep: they are made here, never read. */
function write(element: Element, parts: string[]): void {
  if (!element.holds) {
    parts.push(`<${element.name}/>`);
    return;
  }
  parts.push(`<${element.name}>`);
  element.holds.forEach((content, i) => {
    if (typeof content === 'string') {
      if (i > 0 && typeof element.holds?.[i - 1] === 'string') parts.push('<?wbxml cut?>');
      parts.push(escaped(content));
    } else if ('mark' in content) parts.push(markText(content));
    else write(content, parts);
  });
  parts.push(`</${element.name}>`);
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
/** C0 controls but tab, LF and CR: they have no form in XML. */
const CONTROLS = /[^\t\n\r -\uffff]/g;

function escaped(text: string): string {
  if (text === '') return '<?wbxml str-i?>';
  let out = text.replaceAll('\0', '').replace(/[&<>\r]/g, (character) => NAMED[character] ?? '');
  // Nothing but white space is layout; one reference makes it text.
  if (/^[ \t\n]+$/.test(out)) out = `&#${out.charCodeAt(0)};${out.slice(1)}`;
  out = out.replace(RAW_ALONE, (raw) => `<?wbxml bytes="${hex2(raw.charCodeAt(0) - 0xdc00)}"?>`);
  return out.replace(CONTROLS, (control) => `<?wbxml bytes="${hex2(control.charCodeAt(0))}"?>`);
}

const hex2 = (byte: number): string => byte.toString(16).padStart(2, '0');
