import { activeSync } from './activesync/index.ts';
import { conMl } from './other/conml.ts';
import { syncMlTypes } from './syncml/index.ts';
import type { DocumentType } from './types.ts';
import { Vocabulary } from './vocabulary.ts';
import { wapTypes } from './wap/index.ts';
import { wvTypes } from './wv/index.ts';

/** Codes without names: what is used where no table fits. */
const noType: DocumentType = {
  id: 'none',
  title: 'No vocabulary',
  mediaTypes: [],
  roots: [],
  namespaced: false,
  tagPages: [],
};

/**
 * Every document type there are names for. A new one is a line here and a file of data. Of types that say the same
 * public id or have the same root the first is taken: the newest.
 */
export const documentTypes: readonly DocumentType[] = [
  activeSync,
  ...wapTypes,
  ...syncMlTypes,
  ...wvTypes,
  conMl,
  noType,
];

const byId = new Map(documentTypes.map((type) => [type.id, type]));
/** Made when first asked for: most pages see one type only. */
const vocabularies = new Map<string, Vocabulary>();

/** The vocabulary of a document type by its id, or `undefined`. */
export function vocabularyOf(id: string): Vocabulary | undefined {
  const known = vocabularies.get(id);
  if (known) return known;
  const type = byId.get(id);
  if (!type) return undefined;
  const vocabulary = new Vocabulary(type);
  vocabularies.set(id, vocabulary);
  return vocabulary;
}

/** The vocabulary without names. */
export const noVocabulary = vocabularyOf('none') as Vocabulary;

/** Numbers registered for types without a table here, so that they can at least be called by name. */
const REGISTERED: Readonly<Record<number, string>> = {
  0x13: 'DRM 2.1',
  0x1100: 'ALERT 1.0 of Phone.com',
  0x1101: 'CACHE-OPERATION 1.0 of Phone.com',
  0x1102: 'SIGNAL 1.0 of Phone.com',
  0x1103: 'LIST 1.0 of Phone.com',
  0x1104: 'LISTCMD 1.0 of Phone.com',
  0x1105: 'CHANNEL 1.0 of Phone.com',
  0x1106: 'MMC 1.0 of Phone.com',
  0x1107: 'BEARER-CHOICE 1.0 of Phone.com',
  0x1108: 'WML 1.1 of Phone.com',
  0x1109: 'CHANNEL 1.1 of Phone.com',
  0x110a: 'LIST 1.1 of Phone.com',
  0x110b: 'LISTCMD 1.1 of Phone.com',
  0x110c: 'MMC 1.1 of Phone.com',
  0x110d: 'WML 1.3 of Phone.com',
  0x110e: 'MMC 2.0 of Phone.com',
  0x1200: 'IOTA 1.0 of 3GPP2',
  0x1204: 'LANDMARKS 1.0 of Nokia',
};

/** What a registered public id stands for, in words, or `undefined`. */
export const registeredName = (publicId: number): string | undefined =>
  documentTypes.find((type) => type.publicId === publicId)?.title ?? REGISTERED[publicId];
