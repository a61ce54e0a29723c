import { keyOf, vocabularyOf, type TagEntry, type Vocabulary } from '../../doctypes/index.ts';
import { versionsOf, type VersionSet } from '../versions.ts';
import { bodies, type Direction } from './bodies.ts';
import { pageContents } from './pages/index.ts';
import type { ChildRow, CommandContent, Condition, Content, Count, OrderStrength } from './types.ts';
import {
  BOOLEAN,
  BYTES,
  CONTAINER,
  DATE_TIME,
  DOUBLE,
  EMPTY,
  INTEGER,
  TEXT,
  type ValueType,
} from './value-types.ts';

export type { Direction } from './bodies.ts';

/** An element in its place: what may be said of it there. */
export interface ElementModel {
  /** Page and code as one number: `keyOf`. */
  readonly key: number;
  readonly name: string;
  /** Namespace of its page. */
  readonly namespace: string;
  /** How often it may stand in its parent; `max` may be Infinity. */
  readonly min: number;
  readonly max: number;
  /** Protocol versions that have it here. */
  readonly versions: VersionSet;
  /** Those in which it may not be missing, where its parent stands. */
  readonly requiredIn: VersionSet;
  readonly value: ValueType;
  /** Its place among the children of its parent, from 0. */
  readonly index: number;
  /** Set for a container. */
  readonly content?: ContentModel;
  /** The versions in which a container is a text instead; absent where that is none. */
  readonly textIn?: VersionSet;
}

/** What may stand in one element, ready for use. */
export interface ContentModel {
  readonly source: string;
  readonly order?: OrderStrength;
  /** A further order that is right in some versions; children that it leaves out may stand anywhere. */
  readonly alternate?: AlternateOrder;
  readonly least?: 'must' | 'should';
  readonly item: boolean;
  /** True where text may stand in it instead of children. */
  readonly mixed: boolean;
  readonly children: readonly ElementModel[];
  readonly byKey: ReadonlyMap<number, ElementModel>;
  /** The children that may not be missing, in some version at least. */
  readonly required: readonly ElementModel[];
  readonly exclusive: readonly (readonly [ElementModel, ElementModel])[];
  readonly requiredWhen: readonly Requirement[];
  readonly onlyWhen: readonly Requirement[];
  /** Children that the smallest useful message has although they may be missing. */
  readonly blank: readonly ElementModel[];
}

export interface AlternateOrder {
  readonly versions: VersionSet;
  /** The place in it of each child, by index; −1 for those it leaves out. */
  readonly places: readonly number[];
}

/** A child that must, or may only, be there when a sibling has a certain value. */
export interface Requirement {
  readonly child: ElementModel;
  readonly sibling: ElementModel;
  readonly is: string;
  readonly source: string;
}

/** Names of the commands whose content is known here, in one direction at least. */
export const modelledCommands: readonly string[] = Object.keys(bodies);

const built = new Map<CommandContent, ElementModel>();

/** The root of a command's body, or `undefined` where that body is no WBXML, or the command is none. */
export function bodyModel(command: string, direction: Direction): ElementModel | undefined {
  const content = Object.hasOwn(bodies, command) ? bodies[command]?.[direction] : undefined;
  if (!content) return undefined;
  let model = built.get(content);
  if (!model) built.set(content, (model = new Builder().root(content)));
  return model;
}

/** Least and most of a count: `'0-*'` is 0 to Infinity. */
function limitsOf(count: Count): [number, number] {
  const [least = '', most = least] = count.split('-');
  return [Number(least), most === '*' ? Infinity : Number(most)];
}

const USUAL: Readonly<Record<NonNullable<TagEntry['type']>, ValueType>> = {
  container: CONTAINER,
  string: TEXT,
  integer: INTEGER,
  double: DOUBLE,
  boolean: BOOLEAN,
  dateTime: DATE_TIME,
  empty: EMPTY,
  opaque: BYTES,
};

/** Builds the models of one command; each content once, wherever it stands. */
class Builder {
  private readonly vocabulary: Vocabulary;
  private readonly contents = new Map<Content, ContentModel>();

  constructor() {
    const vocabulary = vocabularyOf('activesync');
    if (!vocabulary) throw new Error('fault: the ActiveSync vocabulary is missing');
    this.vocabulary = vocabulary;
  }

  root(command: CommandContent): ElementModel {
    return this.element([command.root, '1', { content: command.content }], '', 0);
  }

  private element([name, count, more = {}]: ChildRow, parentPage: string, index: number): ElementModel {
    const [page, local] = name.includes(':') ? (name.split(':') as [string, string]) : [parentPage, name];
    const number = this.vocabulary.namespacePage(page) ?? -1;
    const code = this.vocabulary.tagCode(number, local);
    const tag = code === undefined ? undefined : this.vocabulary.tag(number, code);
    if (!tag) throw new Error(`fault: no tag ${page}:${local}`);
    const declared = pageContents.find((candidate) => candidate.page === page);
    const value = more.value ?? declared?.values?.[local] ?? USUAL[tag.type ?? 'string'];
    const content = more.content ?? (value.kind === 'container' ? declared?.contents?.[local] : undefined);
    const [min, max] = limitsOf(count);
    const versions = versionsOf(tag.versions ?? '') & versionsOf(more.versions ?? '');
    const requiredIn = min > 0 ? versions : more.requiredIn === undefined ? 0 : versionsOf(more.requiredIn);
    return {
      key: keyOf(number, tag.code),
      name: local,
      namespace: page,
      min,
      max,
      versions,
      requiredIn,
      value: content ? CONTAINER : value,
      index,
      ...(content && { content: this.content(content, page) }),
      ...(more.textIn !== undefined && { textIn: versionsOf(more.textIn) }),
    };
  }

  private content(content: Content, page: string): ContentModel {
    const known = this.contents.get(content);
    if (known) return known;
    const children: ElementModel[] = [];
    const byKey = new Map<number, ElementModel>();
    const named = (name: string): ElementModel => {
      const child = children.find((candidate) => candidate.name === name);
      if (!child) throw new Error(`fault: no child ${name}`);
      return child;
    };
    const conditions = (list: readonly Condition[] = []): Requirement[] =>
      list.map(({ name, sibling, is, source }) => ({
        child: named(name),
        sibling: named(sibling),
        is,
        source,
      }));
    const model: { -readonly [K in keyof ContentModel]: ContentModel[K] } = {
      source: content.source,
      item: content.item ?? false,
      mixed: content.mixed ?? false,
      children,
      byKey,
      required: [],
      exclusive: [],
      requiredWhen: [],
      onlyWhen: [],
      blank: [],
    };
    if (content.order) model.order = content.order;
    if (content.least) model.least = content.least;
    // Known before its children are: And holds And.
    this.contents.set(content, model);
    content.children.forEach((row, i) => {
      const child = this.element(row, page, i);
      children.push(child);
      byKey.set(child.key, child);
    });
    model.required = children.filter(({ requiredIn }) => requiredIn !== 0);
    model.exclusive = (content.exclusive ?? []).map(([a, b]) => [named(a), named(b)] as const);
    model.requiredWhen = conditions(content.requiredWhen);
    model.onlyWhen = conditions(content.onlyWhen);
    model.blank = (content.blank ?? []).map(named);
    const { alternate } = content;
    if (alternate) {
      const places = children.map(({ name }) => alternate.names.indexOf(name));
      model.alternate = { versions: versionsOf(alternate.versions), places };
    }
    return model;
  }
}
