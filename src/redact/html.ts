import type { Invention } from './invention.ts';

/** A tag, a comment or a declaration; a reference to a character. */
const PIECE = /<!--|-->|<[/!?]?[A-Za-z][^<>]*>?|&#x?[\da-f]{1,7};|&[a-z][a-z\d]{1,30};/gi;
/** Attributes whose values say how a page looks, never what it says. */
const LOOKS = new Set([
  ...['style', 'width', 'height', 'type', 'rel', 'lang', 'dir', 'charset', 'align', 'valign', 'border'],
  ...['bgcolor', 'color', 'size', 'face', 'cellpadding', 'cellspacing', 'colspan', 'rowspan', 'http-equiv'],
  ...['xmlns', 'version', 'encoding'],
]);
const ATTRIBUTE = /([\w:.-]+)(\s*=\s*)("[^"]*"?|'[^']*'?|[^\s"'>]+)/g;

/** True where text has tags in it. */
export const isHtml = (text: string): boolean =>
  /<(?:[a-z][\w-]{0,15}[\s/>]|!doctype\s)/i.test(text.slice(0, 4096));

/** HTML, or what else has tags: their names and looks stay; texts, addresses and references to characters do not. */
export function replaceHtml(html: string, invention: Invention): string {
  let made = '';
  let at = 0;
  for (const found of html.matchAll(PIECE)) {
    made += invention.text(html.slice(at, found.index)) + piece(found[0], invention);
    at = found.index + found[0].length;
  }
  return made + invention.text(html.slice(at));
}

function piece(text: string, invention: Invention): string {
  if (text.startsWith('&#')) return characterReference(text);
  if (text.startsWith('&') || text === '<!--' || text === '-->') return text;
  const name = /^<[/!?]?[\w:.-]*/.exec(text)?.[0] ?? '';
  const rest = text
    .slice(name.length)
    .replace(ATTRIBUTE, (all, attribute: string, is: string, value: string) =>
      LOOKS.has(attribute.toLowerCase()) ? all : `${attribute}${is}${address(value, invention)}`,
    );
  return name + (name.startsWith('<!') ? text.slice(name.length) : rest);
}

/** The value of an attribute; how it is fetched stays where it is an address. */
function address(value: string, invention: Invention): string {
  const scheme = /^["']?(?:https?|mailto|cid|tel|data):/i.exec(value)?.[0] ?? '';
  return scheme + invention.text(value.slice(scheme.length));
}

/** As many digits, and a letter. */
const DECIMAL: Readonly<Record<number, string>> = { 2: '97', 3: '228', 4: '1078', 5: '20154' };
const HEX: Readonly<Record<number, string>> = { 2: 'e4', 3: '436', 4: '4e2a' };

function characterReference(text: string): string {
  const isHex = /^&#x/i.test(text);
  const digits = text.slice(isHex ? 3 : 2, -1);
  const other = (isHex ? HEX : DECIMAL)[digits.length];
  const code = Number.parseInt(digits, isHex ? 16 : 10);
  return other === undefined || code < 0x30 ? text : text.replace(digits, other);
}
