import { KIND, TAG_CODE, type Header, type Tokenized } from '../wbxml/index.ts';
import { documentTypes, noVocabulary, registeredName, vocabularyOf } from './registry.ts';
import { tableString } from './table-string.ts';
import type { DocumentType } from './types.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A vocabulary, and in a sentence why it. */
export interface Choice {
  vocabulary: Vocabulary;
  why: string;
}

/** What is known besides the bytes. */
export interface Hints {
  /** Id of the type that a person asked for. */
  doctype?: string | undefined;
  /** Content-Type of the transport, parameters and all. */
  mediaType?: string | undefined;
}

const EAS = vocabularyOf('activesync') ?? noVocabulary;

/** Public id 1 says “unknown”, and that is all an ActiveSync header ever says. */
const ACTIVE_SYNC: Choice = {
  vocabulary: EAS,
  why: 'Public id 1 (“unknown”) is what ActiveSync sends.',
};

const choice = (type: DocumentType, why: string): Choice => ({
  vocabulary: vocabularyOf(type.id) ?? noVocabulary,
  why,
});

/**
 * Which document type a message is of: as asked; else as its public id says; where that is “unknown”, as the
 * transport says; else the one whose names fit.
 */
export function chooseType(read: Tokenized, { doctype, mediaType }: Hints): Choice {
  const wanted = doctype === undefined ? undefined : vocabularyOf(doctype);
  if (wanted) return { vocabulary: wanted, why: `Read as ${wanted.type.title} because you asked for it.` };
  if (!read.header) return { vocabulary: noVocabulary, why: 'The header could not be read.' };
  const { value, index } = read.header.publicId;
  const said = index ? byName(read, read.header, value) : byNumber(read, value);
  if (said && said.vocabulary !== noVocabulary) return said;
  const told = mediaType === undefined ? undefined : typeOfMedia(mediaType);
  if (told) return choice(told, `The Content-Type ${mediaType ?? ''} is that of ${told.title}.`);
  return said ?? byFit(read);
}

/** A media type alone, in lower case. */
export function withoutParameters(mediaType: string): string {
  const semicolon = mediaType.indexOf(';');
  return (semicolon < 0 ? mediaType : mediaType.slice(0, semicolon)).trim().toLowerCase();
}

/** The type with this media type, in any case and with any parameters; of several the newest. */
export function typeOfMedia(mediaType: string): DocumentType | undefined {
  const plain = withoutParameters(mediaType);
  return documentTypes.find(({ mediaTypes }) => mediaTypes.includes(plain));
}

/** The type with this formal public identifier; of several the newest. */
export const typeOfFpi = (name: string): DocumentType | undefined =>
  documentTypes.find(({ fpi, otherFpis = [] }) => fpi === name || otherFpis.includes(name));

/** `undefined` for public id 1: it says nothing. */
function byNumber(read: Tokenized, value: number): Choice | undefined {
  if (value === 1) return undefined;
  const types = documentTypes.filter((candidate) => candidate.publicId === value);
  // A vendor's dialect has the number of the type it extends.
  const fits = ({ id }: DocumentType): boolean =>
    countCodes(read, vocabularyOf(id) ?? noVocabulary).unnamed === 0;
  const type = (types.length > 1 ? types.find(fits) : undefined) ?? types[0];
  if (type) return choice(type, `Public id ${value} is ${type.title}.`);
  const name = registeredName(value);
  const what = name === undefined ? 'not registered' : `${name}, for which this page has no table`;
  return { vocabulary: noVocabulary, why: `Public id ${value} is ${what}: codes are shown without names.` };
}

function byName(read: Tokenized, header: Header, index: number): Choice {
  const name = tableString(read.bytes, header, index);
  const type = name === undefined ? undefined : typeOfFpi(name);
  if (type) return choice(type, `The header names “${name ?? ''}” in its string table.`);
  const why =
    name === undefined
      ? 'The header’s name for the document type lies outside the string table.'
      : `The header names “${name}”, for which this page has no table: codes are shown without names.`;
  return { vocabulary: noVocabulary, why };
}

/** Tokens looked at to see whether a type's names fit. */
const LOOKED_AT = 400;
/** Tags at the front that tell whether anything but ActiveSync needs a thought: it has no attributes. */
const FIRST_TAGS = 3;
const ATTRIBUTE_BIT = 0x80;
/** Fewer codes than this, or fewer that ActiveSync has no name for, are no evidence. */
const ENOUGH = 4;
const FOREIGN = 3;

/** Types that have no number of their own can say nothing but 1; the others hardly ever do. */
const UNNUMBERED_FIRST = [
  ...documentTypes.filter(({ publicId }) => publicId === undefined),
  ...documentTypes.filter(({ publicId }) => publicId !== undefined && publicId !== 1),
];

/** ActiveSync, unless its names do not fit and all of another type's do. A damaged message is no evidence. */
function byFit(read: Tokenized): Choice {
  if (looksLikeEas(read) || read.problems.some(({ severity }) => severity === 'error')) return ACTIVE_SYNC;
  const own = countCodes(read, EAS);
  const isForeign = own.unnamed >= FOREIGN || !rootFits(read, EAS, EAS.type.roots);
  if (own.all < ENOUGH || !isForeign) return ACTIVE_SYNC;
  const type = UNNUMBERED_FIRST.find(({ id, roots }) => {
    const vocabulary = vocabularyOf(id);
    return vocabulary && rootFits(read, vocabulary, roots) && countCodes(read, vocabulary).unnamed === 0;
  });
  if (!type) return ACTIVE_SYNC;
  return choice(type, `Public id 1 says nothing, and all its codes have a name in ${type.title}.`);
}

function looksLikeEas({ tokens }: Tokenized): boolean {
  let tags = 0;
  for (let i = 0; i < tokens.length && tags < FIRST_TAGS; i++) {
    if (tokens.kind(i) !== KIND.tag) continue;
    if (tokens.byte(i) & ATTRIBUTE_BIT) return false;
    const entry = EAS.tag(tokens.page(i), tokens.byte(i) & TAG_CODE);
    if (!entry || (tags === 0 && !EAS.page(entry.page)?.roots?.includes(entry.name))) return false;
    tags++;
  }
  return true;
}

function rootFits({ tokens }: Tokenized, vocabulary: Vocabulary, roots: readonly string[]): boolean {
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kind(i) !== KIND.tag) continue;
    const name = vocabulary.tag(tokens.page(i), tokens.byte(i) & TAG_CODE)?.name;
    return name !== undefined && roots.includes(name);
  }
  return false;
}

/** How many codes stand at the front of a message, and how many of them have no name. */
function countCodes({ tokens }: Tokenized, { namer }: Vocabulary): { all: number; unnamed: number } {
  const count = { all: 0, unnamed: 0 };
  for (let i = 0; i < tokens.length && i < LOOKED_AT; i++) {
    const kind = tokens.kind(i);
    const isTag = kind === KIND.tag;
    if (!isTag && kind !== KIND.attributeStart && kind !== KIND.attributeValue) continue;
    const what = isTag ? 'tag' : kind === KIND.attributeStart ? 'attributeStart' : 'attributeValue';
    count.all++;
    if (namer(isTag ? 'tag' : 'attribute', what, tokens.page(i), tokens.byte(i)) === undefined)
      count.unnamed++;
  }
  return count;
}
