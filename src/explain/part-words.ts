import { hexByte, grouped } from '../bytes/index.ts';
import type { Decoded } from '../doctypes/index.ts';
import { ATTRIBUTE_BIT, CONTENT_BIT, KIND, globalName, versionText } from '../wbxml/index.ts';
import { characterAt, characterWords } from './characters.ts';
import { quoted, quotedHead, textHead } from './shown-text.ts';
import { attributeName, attributeOf, pageWords, tagName } from './token-names.ts';
import { entityMeaning, tokenMeaning } from './token-meaning.ts';
import { numberOf, type Part } from './token-parts.ts';
import { typedByte, typedData } from './typed-data.ts';

/** Characters shown of a text beside the words about a byte. */
const BESIDE = 24;

/**
 * What the byte at `offset` is within its token, in words that can be read aloud: `SyncKey tag, content follows`,
 * `length, byte 2 of 3`, `character 4, "o"`. Never empty.
 */
export function partWords(decoded: Decoded, i: number, part: Part, offset: number): string {
  const size = part.end - part.start;
  const nth = size === 1 ? '' : `, byte ${grouped(offset - part.start + 1)} of ${grouped(size)}`;
  switch (part.name) {
    case 'version':
      return `version, WBXML ${versionText(decoded.tokens.byte(i))}`;
    case 'mark':
      return 'public id by name: an offset in the string table follows';
    case 'number':
      return `${numberMeaning(decoded, i, part)}${nth}`;
    case 'page':
      return `${pageWords(decoded, decoded.tokens.page(i), decoded.tokens.inAttributes(i) ? 'attribute' : 'tag')}, the page to switch to`;
    case 'token':
      return tokenWords(decoded, i);
    case 'text':
      return textWords(decoded, part, offset);
    case 'terminator':
      return `terminator: the string ends here${nth}`;
    case 'data':
      return dataWords(decoded, i, part, offset);
    case 'unread':
      return size === 1
        ? 'not read'
        : `not read, byte ${grouped(offset - part.start + 1)} of ${grouped(size)}`;
    default:
      return part.name satisfies never;
  }
}

function numberMeaning(decoded: Decoded, i: number, { what }: Part): string {
  const kind = decoded.tokens.kind(i);
  const value = numberOf(decoded, i);
  if (kind === KIND.charset) {
    return value === 0 ? tokenMeaning(decoded, i) : `charset ${value}, ${tokenMeaning(decoded, i)}`;
  }
  if (kind === KIND.stringTableLength || what === 'public id') return tokenMeaning(decoded, i);
  if (kind === KIND.entity) return entityMeaning(value);
  return what === 'length' ? `length ${grouped(value)}` : `${what} ${value}`;
}

/** The byte that begins a token. */
function tokenWords(decoded: Decoded, i: number): string {
  const { tokens } = decoded;
  const kind = tokens.kind(i);
  const byte = tokens.byte(i);
  const global = globalName(byte) ?? hexByte(byte);
  switch (kind) {
    case KIND.tag:
    case KIND.literalTag:
      return `${tagName(decoded, i)} tag, ${whatFollows(byte)}`;
    case KIND.end: {
      const owner = tagName(decoded, tokens.parent(i));
      return tokens.inAttributes(i) && owner !== 'PI'
        ? `END of the attributes of ${owner}`
        : `END of ${owner}`;
    }
    case KIND.switchPage:
      return 'SWITCH_PAGE: a page number follows';
    case KIND.strI:
      return `STR_I: a string follows${ownerWords(decoded, i)}`;
    case KIND.strT:
      return `STR_T: a string of the table follows by its offset${ownerWords(decoded, i)}`;
    case KIND.extI:
      return `${global}: a string follows${ownerWords(decoded, i)}`;
    case KIND.extT:
      return `${global}: a number follows${ownerWords(decoded, i)}`;
    case KIND.entity:
      return `ENTITY: a character follows by its code${ownerWords(decoded, i)}`;
    case KIND.opaque:
      return `OPAQUE: a length and data follow${ownerWords(decoded, i)}`;
    case KIND.attributeStart:
    case KIND.attributeLiteral:
      return `${attributeName(decoded, i)} attribute${startValue(decoded, i)}`;
    case KIND.attributeValue:
      return `piece of a value, ${tokenMeaning(decoded, i, BESIDE)}${ownerWords(decoded, i)}`;
    case KIND.pi:
      return 'PI: a processing instruction follows';
    default:
      return global;
  }
}

export function whatFollows(byte: number): string {
  const attributes = (byte & ATTRIBUTE_BIT) !== 0;
  const content = (byte & CONTENT_BIT) !== 0;
  if (attributes && content) return 'attributes and content follow';
  if (attributes) return 'attributes follow, no content';
  return content ? 'content follows' : 'empty';
}

function startValue(decoded: Decoded, i: number): string {
  const { tokens, vocabulary } = decoded;
  if (tokens.kind(i) === KIND.attributeLiteral) return ', named in the string table';
  const prefix = vocabulary.attributeStart(tokens.page(i), tokens.byte(i))?.prefix;
  return prefix ? `, value begins with ${quoted(prefix, BESIDE)}` : ', its value follows';
}

/** A screen of bytes asks for hundreds of names at once: none may walk far. */
const REACH = 256;

/** Whose text it is: `, of SyncKey`. */
function ownerWords(decoded: Decoded, i: number): string {
  const { tokens } = decoded;
  if (tokens.parent(i) < 0) return '';
  const attribute = attributeOf(decoded, i, REACH);
  return `, of ${attribute < 0 ? tagName(decoded, tokens.parent(i)) : attributeName(decoded, attribute)}`;
}

function dataWords(decoded: Decoded, i: number, part: Part, offset: number): string {
  const index = offset - part.start;
  const typed = typedData(decoded, i);
  const alone = typed && typedByte(typed, index, decoded.bytes[offset] as number);
  const words = `data byte ${grouped(index + 1)} of ${grouped(part.end - part.start)}`;
  return alone === undefined ? words : `${words}, ${alone}`;
}

function textWords(decoded: Decoded, part: Part, offset: number): string {
  const found = characterAt(decoded, part.start, part.end, offset);
  const size = part.end - part.start;
  const byteOf = `byte ${grouped(offset - part.start + 1)} of ${grouped(size)}`;
  if (!found) return `${byteOf} of text`;
  if (found.text === undefined) return `${byteOf} of text, no text in the charset`;
  const which = found.index === undefined ? byteOf : `character ${grouped(found.index)}`;
  const text = quotedHead(textHead(decoded, part.start, part.end, BESIDE));
  const width = found.end - found.start;
  const nth = width === 1 ? '' : `, byte ${offset - found.start + 1} of its ${width}`;
  return `${characterWords(found.text)}, ${which} of ${text}${nth}`;
}
