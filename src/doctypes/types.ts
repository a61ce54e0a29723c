/** What a tag's content is; a tag that has several types by place carries its usual one. */
export type TagType =
  'container' | 'string' | 'integer' | 'double' | 'boolean' | 'dateTime' | 'empty' | 'opaque';

/**
 * A tag: code 05 to 3f, name, and for ActiveSync its type, the protocol versions that have it
 * (`'14.0-16.1'`, `'2.5'`, `''` where unknown), and whether the current specification left it out.
 */
export type TagRow = readonly [
  code: number,
  name: string,
  type?: TagType,
  versions?: string,
  legacy?: 'legacy',
];

/** A code page of tag space. `aliases` are names that other software gives the same token. */
export interface TagPage {
  page: number;
  name?: string;
  namespace?: string;
  prefix?: string;
  roots?: readonly string[];
  source?: string;
  tags: readonly TagRow[];
  aliases?: Readonly<Record<string, string>>;
}

/** An attribute start: code, name, and the beginning of the value that it stands for. */
export type AttributeStartRow = readonly [code: number, name: string, prefix?: string];
/** A piece of an attribute's value: code 85 to bf or c5 to ff, and its text. */
export type AttributeValueRow = readonly [code: number, text: string];

export interface AttributePage {
  page: number;
  starts?: readonly AttributeStartRow[];
  values?: readonly AttributeValueRow[];
}

/** A text that the type sends as OPAQUE in a form of its own. */
export interface TypedValue {
  space: 'tag' | 'attribute';
  page: number;
  code: number;
  encoding: 'packed-date' | 'integer' | 'wv-date' | 'base64';
}

/** A vocabulary as data: what the codes of one document type mean. The codec needs nothing else to read it. */
export interface DocumentType {
  /** Stable; stands in texts and links. */
  id: string;
  title: string;
  /** Registered number; absent where none is. */
  publicId?: number;
  /** Formal public identifier, as it stands in a string table or a DOCTYPE. */
  fpi?: string;
  /** Further names in use for it, found in string tables. */
  otherFpis?: readonly string[];
  mediaTypes: readonly string[];
  roots: readonly string[];
  /** True where each code page is an XML namespace. */
  namespaced: boolean;
  tagPages: readonly TagPage[];
  attributePages?: readonly AttributePage[];
  /** Words that EXT_T_0 names by number: number, word. */
  extensionWords?: readonly (readonly [number, string])[];
  /** True where EXT_I and EXT_T carry variables, written `$(name:escape)`. */
  variables?: boolean;
  /** Attributes in which a variable that names no conversion is escaped: addresses. */
  escapedVariables?: readonly string[];
  typedValues?: readonly TypedValue[];
  /** Ids of the types whose documents stand as data in one of this. */
  nests?: readonly string[];
}
