export type { DocumentType, TagPage, TagRow, TagType, TypedValue } from './types.ts';
export { Vocabulary, keyOf, type TagEntry, type StartEntry, type ValueEntry } from './vocabulary.ts';
export type { ValueCodec } from './typed-value.ts';
export { documentTypes, vocabularyOf, noVocabulary, registeredName } from './registry.ts';
export {
  decode,
  stringSpan,
  isOpenString,
  type Decoded,
  type DecodeOptions,
  type Document,
} from './decode.ts';
export { receivedDecoded, sentDecoded, type SentDecoded } from './sent-decoded.ts';
export { typeOfFpi, withoutParameters } from './choose-type.ts';
export { tableString } from './table-string.ts';
export { encode, writeHeader } from './encode.ts';
export { findBadUtf8, utf8Length } from './text-problems.ts';
export { hexUpper } from './name-problems.ts';
export { activeSyncPages } from './activesync/index.ts';
