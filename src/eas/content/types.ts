import type { ValueType } from './value-types.ts';

/** How often a child may stand in its parent: least and most; `*` is no limit. */
export type Count = '1' | '0-1' | `${0 | 1}-${number | '*'}`;

/**
 * A child in its place. The name is that of the parent's code page, or `Page:Name` of another.
 * Type and versions are those of the tag (the vocabulary's, refined by its page's `values`) where the row says
 * nothing else.
 */
export type ChildRow = readonly [name: string, count: Count, more?: ChildMore];

export interface ChildMore {
  /** Protocol versions that have it here: `'14.0-16.1'`. */
  versions?: string;
  /** Protocol versions in which it may not be missing, where that is not said by its count. */
  requiredIn?: string;
  value?: ValueType;
  content?: Content;
  /** Set for a container that is a text instead in some versions: which. */
  textIn?: string;
}

/** How much an order matters; see `Content`. */
export type OrderStrength = 'must' | 'should' | 'note' | 'habit';

/**
 * What may stand in an element.
 * Where `order` is absent the children are free; otherwise they keep the order of the rows, and it says how
 * much that matters: `must` (a document says so and breaking it is refused), `should`, `note` (a document says so,
 * but working servers break it), or `habit` (no document says so, but servers in use keep it).
 */
export interface Content {
  /** Document and section, or the ids of its requirement rows. */
  source: string;
  order?: OrderStrength;
  /** A further order that is right in some versions. */
  alternate?: { versions: string; names: readonly string[] };
  children: readonly ChildRow[];
  /** Set where an element without any child is wrong although each of them may be missing. */
  least?: 'must' | 'should';
  /** Children that exclude each other. */
  exclusive?: readonly (readonly [string, string])[];
  /** A child that must be there when a sibling has this value. */
  requiredWhen?: readonly Condition[];
  /** A child that may stand there only when a sibling has this value. */
  onlyWhen?: readonly Condition[];
  /** The children are properties of one item: each at most once, all of one class. */
  item?: true;
  /** Text may stand in it instead of children. */
  mixed?: true;
  /** Children that the smallest useful message has although they may be missing. */
  blank?: readonly string[];
}

/** Names of children of one content: what holds of `name` when `sibling` has the value `is`. */
export interface Condition {
  name: string;
  sibling: string;
  is: string;
  source: string;
}

/** The declarations of one code page: what its tags hold wherever they stand. */
export interface PageContent {
  /** Namespace of the page. */
  page: string;
  /** The document that describes it. */
  document: string;
  /** Value types, where they say more than the vocabulary. */
  values?: Readonly<Record<string, ValueType>>;
  contents?: Readonly<Record<string, Content>>;
}

/** The body of one command in one direction. */
export interface CommandContent {
  /** `Page:Name` of the root. */
  root: string;
  content: Content;
}
