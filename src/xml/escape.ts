import { HAS, hasUnusual } from './byte-classes.ts';
import { foreignHex, type Piece } from './pieces.ts';
import { EVERY_INVISIBLE, isWhite, reference } from './characters.ts';
import { escapeDollars } from './variables.ts';

/** A string as it stands in content, and whether a mark must say that its line ends are CR LF. */
export interface PrintedText {
  body: string;
  crlf: boolean;
}

export interface EscapeOptions {
  /** `$` may begin a variable here, so a literal one is written as a reference where it would. */
  variables: boolean;
  /** All white space is text (`space="text"`): a text of white space only needs no reference. */
  whiteIsText: boolean;
}

/**
 * A text as content, where it holds no character that needs more than an entity for `&` and `<`; `undefined`
 * where it does. This is the way of nearly all strings.
 * @param bits what the bytes of the text have in common, see `HAS`
 */
export function escapeUsual(text: string, bits: number, options: EscapeOptions): PrintedText | undefined {
  if (bits & (HAS.control | HAS.cr) || hasUnusual(text, bits)) return undefined;
  return finishUsual(withEntities(text, bits), bits, false, options);
}

/** The text with entities for `&` and `<`. */
export function withEntities(text: string, bits: number): string {
  const body = bits & HAS.ampersand ? text.replaceAll('&', '&amp;') : text;
  return bits & HAS.lessThan ? body.replaceAll('<', '&lt;') : body;
}

/** What is left to do where `&`, `<` and CR LF have been seen to. */
export function finishUsual(
  escaped: string,
  bits: number,
  crlf: boolean,
  options: EscapeOptions,
): PrintedText {
  let body = escaped;
  if (bits & HAS.bracket) body = body.replaceAll(']]>', ']]&gt;');
  if (bits & HAS.dollar && options.variables) body = escapeDollars(body);
  if (!(bits & HAS.ink) && !options.whiteIsText) body = whiteAsText(body, crlf);
  return { body, crlf };
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++;
  return count;
}

/** White space with its first character as a reference, so that it is text and not layout. */
function whiteAsText(text: string, crlf: boolean): string {
  if (text === '') return '';
  // Under the mark a literal LF is CR LF, and a reference to LF is LF alone: refer to both.
  if (crlf && text.startsWith('\n')) return `&#13;&#10;${text.slice(1)}`;
  return reference(text.charAt(0)) + text.slice(1);
}

/** Any pieces as content; bytes that are no text stand as `bytes` marks. */
export function escapePieces(pieces: readonly Piece[], options: EscapeOptions): PrintedText {
  const all = pieces.filter((piece) => typeof piece === 'string').join('');
  const pairs = all.split('\r\n').length - 1;
  const crlf = pairs > 0 && pairs * 2 >= countOf(all, '\n') && !splitsPair(pieces);
  let body = pieces
    .map((piece) => (typeof piece === 'string' ? escapeText(piece, crlf, options) : bytesMark(piece)))
    .join('');
  if (!options.whiteIsText && isWhite(body)) body = whiteAsText(body, crlf);
  return { body, crlf };
}

/** True where a CR and its LF stand in two pieces. */
function splitsPair(pieces: readonly Piece[]): boolean {
  return pieces.some((piece, i) => {
    const next = pieces[i + 1];
    return (
      typeof piece === 'string' && piece.endsWith('\r') && typeof next === 'string' && next.startsWith('\n')
    );
  });
}

function escapeText(text: string, crlf: boolean, options: EscapeOptions): string {
  let body = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;');
  if (options.variables) body = escapeDollars(body);
  if (crlf) {
    body = body.replace(/\r\n|[\r\n]/g, (end) => (end === '\r\n' ? '\n' : reference(end)));
  } else body = body.replaceAll('\r', '&#13;');
  return body.replace(EVERY_INVISIBLE, reference);
}

/** `<?wbxml bytes="07"?>` */
const bytesMark = (bytes: Uint8Array): string => `<?wbxml bytes="${foreignHex(bytes)}"?>`;

/** Any pieces as the value of an attribute, of a mark or of a `string` line. */
export function escapeValue(pieces: readonly Piece[], options: { variables: boolean }): string {
  return pieces
    .map((piece) =>
      typeof piece === 'string' ? escapeValueText(piece, options) : `{bytes ${foreignHex(piece)}}`,
    )
    .join('');
}

function escapeValueText(text: string, options: { variables: boolean }): string {
  let body = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  body = body.replaceAll('{', '&#123;').replaceAll('}', '&#125;').replaceAll('?>', '?&gt;');
  if (options.variables) body = escapeDollars(body);
  return body.replace(/[\t\n\r]/g, reference).replace(EVERY_INVISIBLE, reference);
}
