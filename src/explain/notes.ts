import { decode, type Decoded } from '../doctypes/index.ts';
import { versionBit, versionsOf } from '../eas/index.ts';
import { KIND, TAG_CODE, type Problem } from '../wbxml/index.ts';
import { pageBefore } from './code-page.ts';
import type { ExplainContext } from './explanation.ts';
import { spanWords } from './shown-text.ts';
import { stopOf } from './token-meaning.ts';
import { pageWords, tagName } from './token-names.ts';
import { numberOf, type Part } from './token-parts.ts';
import { typedData } from './typed-data.ts';

/** The problems whose span holds the byte at `offset`. */
export function problemsAt(decoded: Decoded, offset: number): Problem[] {
  return decoded.problems.filter(({ start, end }) => offset >= start && offset < end);
}

/** Sentences about token `i` that do not follow from its bytes alone. */
export function notesOn(decoded: Decoded, i: number, part: Part, context: ExplainContext): string[] {
  const { tokens } = decoded;
  switch (tokens.kind(i)) {
    case KIND.publicId:
      return [decoded.doctype.why];
    case KIND.charset:
      return charsetNotes(decoded);
    case KIND.switchPage:
      return switchNotes(decoded, i);
    case KIND.tag:
      return tagNotes(decoded, i, context);
    case KIND.literalTag:
    case KIND.attributeLiteral:
    case KIND.strT:
      return referenceNotes(decoded, i);
    case KIND.end: {
      const owner = tokens.parent(i);
      const what = tokens.inAttributes(i) && tokens.kind(owner) !== KIND.pi ? 'the attribute list of ' : '';
      return [`Closes ${what}${tagName(decoded, owner)}, which begins at byte ${tokens.start(owner)}.`];
    }
    case KIND.opaque:
      return dataNotes(decoded, i, part);
    case KIND.unread:
      return unreadNotes(decoded, i);
    default:
      return [];
  }
}

function charsetNotes(decoded: Decoded): string[] {
  const { header } = decoded.document;
  if (!header?.charset || header.charset.value !== 0) return [];
  const given = header.givenCharset === undefined ? 'nothing better is known' : 'the transport says so';
  return [`The header leaves the charset open. Strings are read as ${header.encoding.name}: ${given}.`];
}

function switchNotes(decoded: Decoded, i: number): string[] {
  const { tokens } = decoded;
  const page = tokens.page(i);
  const attributes = tokens.inAttributes(i);
  const words = pageWords(decoded, page, attributes ? 'attribute' : 'tag');
  if (pageBefore(decoded, i) === page) {
    return [
      `${words.charAt(0).toUpperCase()}${words.slice(1)} is in force already: these two bytes change nothing.`,
    ];
  }
  return [`From here on ${attributes ? 'attributes and their values' : 'tags'} are read with ${words}.`];
}

function tagNotes(decoded: Decoded, i: number, { version }: ExplainContext): string[] {
  const { tokens, vocabulary } = decoded;
  const notes: string[] = [];
  const entry = vocabulary.tag(tokens.page(i), tokens.tagCode(i));
  if (!tokens.hasContent(i)) notes.push('Without content no END follows.');
  if (entry?.legacy) notes.push('The current MS-ASWBXML does not list this tag any more.');
  const bit = version === undefined ? 0 : versionBit(version);
  if (entry?.versions && bit !== 0 && (versionsOf(entry.versions) & bit) === 0) {
    notes.push(`Not a tag of version ${version}, which this message is in.`);
  }
  if (!entry && vocabulary.type.id === 'activesync') {
    // The same code under another page: the usual sign of a SWITCH_PAGE that is missing or wrong.
    const elsewhere = vocabulary.type.tagPages
      .map(({ page }) => vocabulary.tag(page, tokens.byte(i) & TAG_CODE))
      .filter((found) => found !== undefined);
    if (elsewhere.length > 0) {
      const names = elsewhere.slice(0, 3).map(({ page, name }) => `${name} on ${pageWords(decoded, page)}`);
      notes.push(
        `This page has no such tag. The code is ${names.join(', ')}${elsewhere.length > 3 ? ' and others' : ''}.`,
      );
    }
  }
  return notes;
}

function referenceNotes(decoded: Decoded, i: number): string[] {
  const { header } = decoded.document;
  const offset = numberOf(decoded, i);
  if (!header || offset >= header.tableEnd - header.tableStart) return [];
  const at = header.tableStart + offset;
  return [`The string stands in the table, from byte ${at} on.`];
}

/** Larger data is not tried as a message in a message. */
const LARGEST_NESTED = 65_536;
const HIGHEST_VERSION = 3;

function dataNotes(decoded: Decoded, i: number, part: Part): string[] {
  const typed = typedData(decoded, i);
  if (typed) return [`In a form of the document type’s own (${typed.encoding}): ${typed.text}.`];
  if (part.name !== 'data') return [];
  const data = decoded.bytes.subarray(part.start, part.end);
  if (data.length < 6 || data.length > LARGEST_NESTED || (data[0] as number) > HIGHEST_VERSION) return [];
  const nested = decode(data);
  if (nested.problems.some(({ severity }) => severity === 'error')) return [];
  const root = Array.from(nested.tokens).findIndex(({ kind }) => kind === 'tag' || kind === 'literalTag');
  return root < 0 ? [] : [`The data reads as WBXML itself, with the root ${tagName(nested, root)}.`];
}

function unreadNotes(decoded: Decoded, i: number): string[] {
  const why = stopOf(decoded);
  const { tokens } = decoded;
  const kept = `The rest, ${spanWords(tokens.start(i), tokens.end(i))}, is kept as it is.`;
  return why ? [`Reading ended here: expected ${why.expected}, found ${why.found}.`, kept] : [kept];
}
