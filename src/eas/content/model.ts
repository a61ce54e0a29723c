import { keyOf, vocabularyOf, type TagEntry, type Vocabulary } from '../../doctypes/index.ts';
import { EVERY_VERSION, versionsOf, type VersionSet } from '../versions.ts';
import { folderSyncRequest } from './folder-sync-request.ts';
import { folderSyncResponse } from './folder-sync-response.ts';
import { pageContents } from './pages/index.ts';
import { syncRequest } from './sync-request.ts';
import { syncResponse } from './sync-response.ts';
import type { ChildRow, CommandContent, Content, Count } from './types.ts';
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
  readonly value: ValueType;
  /** Its place among the children of its parent, from 0. */
  readonly index: number;
  /** Set for a container. */
  readonly content?: ContentModel;
}

/** What may stand in one element, ready for use. */
export interface ContentModel {
  readonly source: string;
  readonly order?: 'must' | 'should' | 'note' | 'habit';
  readonly least?: 'must' | 'should';
  readonly item: boolean;
  readonly children: readonly ElementModel[];
  readonly byKey: ReadonlyMap<number, ElementModel>;
  /** The children that may not be missing. */
  readonly required: readonly ElementModel[];
  readonly exclusive: readonly (readonly [ElementModel, ElementModel])[];
  readonly requiredWhen: readonly Requirement[];
}

/** A child that must be there when a sibling has a certain value. */
export interface Requirement {
  readonly child: ElementModel;
  readonly sibling: ElementModel;
  readonly is: string;
  readonly source: string;
}

export type Direction = 'request' | 'response';

const COMMANDS: Readonly<Record<string, Readonly<Record<Direction, CommandContent>>>> = {
  Sync: { request: syncRequest, response: syncResponse },
  FolderSync: { request: folderSyncRequest, response: folderSyncResponse },
};

/** Names of the commands whose content is known here. */
export const modelledCommands: readonly string[] = Object.keys(COMMANDS);

const built = new Map<CommandContent, ElementModel>();

/** The root of a command's body, or `undefined` where its content is not known here. */
export function bodyModel(command: string, direction: Direction): ElementModel | undefined {
  const content = Object.hasOwn(COMMANDS, command) ? COMMANDS[command]?.[direction] : undefined;
  if (!content) return undefined;
  let model = built.get(content);
  if (!model) built.set(content, (model = new Builder().root(content)));
  return model;
}

const LIMITS: Readonly<Record<Count, readonly [number, number]>> = {
  '1': [1, 1],
  '0-1': [0, 1],
  '0-2': [0, 2],
  '0-300': [0, 300],
  '0-1000': [0, 1000],
  '0-*': [0, Infinity],
  '1-*': [1, Infinity],
};

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
    const [min, max] = LIMITS[count];
    const own = versionsOf(tag.versions ?? '') & (more.versions ? versionsOf(more.versions) : EVERY_VERSION);
    return {
      key: keyOf(number, tag.code),
      name: local,
      namespace: page,
      min,
      max,
      versions: own,
      value: content ? CONTAINER : value,
      index,
      ...(content && { content: this.content(content, page) }),
    };
  }

  private content(content: Content, page: string): ContentModel {
    const known = this.contents.get(content);
    if (known) return known;
    const children = content.children.map((row, i) => this.element(row, page, i));
    const named = (name: string): ElementModel => {
      const child = children.find((candidate) => candidate.name === name);
      if (!child) throw new Error(`fault: no child ${name}`);
      return child;
    };
    const model: ContentModel = {
      source: content.source,
      ...(content.order && { order: content.order }),
      ...(content.least && { least: content.least }),
      item: content.item ?? false,
      children,
      byKey: new Map(children.map((child) => [child.key, child])),
      required: children.filter((child) => child.min > 0),
      exclusive: (content.exclusive ?? []).map(([a, b]) => [named(a), named(b)] as const),
      requiredWhen: (content.requiredWhen ?? []).map(({ name, sibling, is, source }) => ({
        child: named(name),
        sibling: named(sibling),
        is,
        source,
      })),
    };
    this.contents.set(content, model);
    return model;
  }
}
