import { activeSync } from './activesync/index.ts';
import type { DocumentType } from './types.ts';
import { Vocabulary } from './vocabulary.ts';
import { si10 } from './wap/si.ts';

/** Codes without names: what is used where no table fits. */
export const noType: DocumentType = {
  id: 'none',
  title: 'No vocabulary',
  mediaTypes: [],
  roots: [],
  namespaced: false,
  tagPages: [],
};

/** Every document type this build has names for. A new one is a line here and a file of data. */
export const documentTypes: readonly DocumentType[] = [activeSync, si10, noType];

const vocabularies = new Map(documentTypes.map((type) => [type.id, new Vocabulary(type)]));

/** The vocabulary of a document type by its id, or `undefined`. */
export const vocabularyOf = (id: string): Vocabulary | undefined => vocabularies.get(id);

/** The vocabulary without names. */
export const noVocabulary = vocabularyOf('none') as Vocabulary;

/** Numbers registered for types that this build has no table for, so that they can at least be called by name. */
const REGISTERED: Readonly<Record<number, string>> = {
  0x02: 'WML 1.0',
  0x03: 'WTA 1.0',
  0x04: 'WML 1.1',
  0x05: 'SI 1.0',
  0x06: 'SL 1.0',
  0x07: 'CO 1.0',
  0x08: 'CHANNEL 1.1',
  0x09: 'WML 1.2',
  0x0a: 'WML 1.3',
  0x0b: 'PROV 1.0',
  0x0c: 'WTA-WML 1.2',
  0x0d: 'EMN 1.0',
  0x0e: 'DRMREL 1.0',
  0x0f: 'Wireless Village CSP 1.0',
  0x10: 'Wireless Village CSP 1.1',
  0x11: 'Wireless Village CSP 1.2',
  0x12: 'IMPS CSP 1.3',
  0x8f: 'ConML',
  0xfd1: 'SyncML 1.0',
  0xfd2: 'DevInf 1.0',
  0xfd3: 'SyncML 1.1',
  0xfd4: 'DevInf 1.1',
  0x1201: 'SyncML 1.2',
  0x1202: 'MetInf 1.2',
  0x1203: 'DevInf 1.2',
};

/** What a registered public id stands for, in words, or `undefined`. */
export const registeredName = (publicId: number): string | undefined => REGISTERED[publicId];
