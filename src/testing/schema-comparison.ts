import {
  versionBit,
  versionsOf,
  versionsText,
  type ContentModel,
  type Direction,
  type ElementModel,
} from '../eas/index.ts';
import { formOf, told, wordsOf, type SchemaType } from './schema-values.ts';

/** A child of the table of facts about the commands of ActiveSync. */
interface Row {
  name?: string;
  group?: string;
  memberType?: string;
  min: number;
  max: number | 'unbounded';
  versions?: string[];
  typeByVersion?: Record<string, string>;
}
interface When {
  name: string;
  when: string;
}
interface Context extends SchemaType {
  order?: string;
  orderStrength?: string;
  observedOrder?: string[];
  quirkMinChildren?: object;
  children?: (Row & SchemaType)[];
  sameAs?: string;
  mixed?: boolean;
  minChildren?: number;
  exclusive?: [string, string][];
  requiredWhen?: When[];
  forbiddenWhen?: When[];
  alternateOrders?: { versions: string[]; names: string[] }[];
}
export interface Body {
  root: string | null;
  body: string;
  contexts?: Record<string, Context>;
}
export interface SchemaFacts {
  commands: Record<
    string,
    { versions: string[]; statuses: { code: number | string }[] } & Partial<Record<Direction, Body>>
  >;
  groups: Record<string, string[]>;
  elements: Record<string, Context & { versions?: string[] }>;
}

const fullName = ({ namespace, name }: ElementModel): string => `${namespace}:${name}`;
/** The set of these versions; every version where there is no list. */
export const setOf = (versions: readonly string[] | undefined): number =>
  versions ? versions.reduce((set, version) => set | versionBit(version), 0) : versionsOf('');

/** Compares one body with its facts; each difference is a line that begins with the place. */
export class SchemaComparison {
  readonly differences: string[] = [];
  private readonly facts: SchemaFacts;
  private readonly contexts: Record<string, Context>;
  private readonly done = new Set<string>();
  private readonly reached = new Set<string>();

  constructor(all: SchemaFacts, contexts: Record<string, Context>) {
    this.facts = all;
    this.contexts = contexts;
  }

  /** Compares the whole body, and asks that no place of the table was passed over. */
  root(model: ElementModel, name: string, versions: number): void {
    this.element(model, name, { name, min: 1, max: 1, type: 'container' }, versions);
    for (const path of Object.keys(this.contexts))
      if (!this.reached.has(path)) this.say(path, 'never reached');
  }

  private element(model: ElementModel, path: string, row: Row & SchemaType, within: number): void {
    this.reached.add(path);
    const tag = this.facts.elements[fullName(model)] ?? {};
    const context = this.contexts[path];
    this.versions(model, path, row, tag.versions, within);
    const type = row.memberType ?? row.type ?? context?.type ?? tag.type;
    if ((type === 'container') !== (model.content !== undefined)) {
      this.say(path, `${type ?? 'no type'}, here ${model.value.kind}`);
    } else if (model.content) this.container(model, model.content, path, context ?? tag, row, within);
    else if (row.memberType) this.same(path, 'value', row.memberType, told(model.value));
    else
      this.same(
        path,
        'value',
        wordsOf({ ...(context ? formOf(tag) : tag), ...context, ...row, type }),
        told(model.value),
      );
  }

  private container(
    model: ElementModel,
    content: ContentModel,
    path: string,
    context: Context,
    row: Row,
    within: number,
  ): void {
    const texts = Object.entries(row.typeByVersion ?? {}).filter(([, type]) => type.startsWith('string'));
    this.same(path, 'text in', setOf(texts.map(([version]) => version)), model.textIn ?? 0);
    const place = context.sameAs ?? path;
    this.content(content, place, this.contexts[place] ?? context, within & model.versions);
  }

  private versions(
    { versions }: ElementModel,
    path: string,
    row: Row,
    tag: string[] | undefined,
    within: number,
  ): void {
    const wanted = setOf(row.versions) & (tag ? setOf(tag) : setOf(undefined));
    if ((wanted & within) !== (versions & within))
      this.say(path, `versions ${versionsText(wanted)}, here ${versionsText(versions)}`);
  }

  private content(content: ContentModel, path: string, context: Context, within: number): void {
    const state = `${path} ${within}`;
    if (this.done.has(state)) return;
    this.done.add(state);
    const rows = (context.children ?? []).flatMap((row) => this.expanded(row));
    for (const row of rows) {
      const child = content.children.find((candidate) => fullName(candidate) === row.name);
      if (!child) {
        this.say(path, `no ${row.name ?? ''}`);
        continue;
      }
      this.count(child, `${path}/${row.name ?? ''}`, row, content);
      this.element(child, `${path}/${row.name ?? ''}`, row, within);
    }
    for (const child of content.children) {
      if (!rows.some(({ name }) => name === fullName(child)))
        this.say(path, `${fullName(child)} is only here`);
    }
    this.whole(content, path, context, rows);
  }

  /** A group stands for each of its names. */
  private expanded(row: Row & SchemaType): (Row & SchemaType)[] {
    if (row.group === undefined) return [row];
    const names = (this.facts.groups[row.group] ?? []).flatMap((name) =>
      name.startsWith('@') ? (this.facts.groups[name.slice(1)] ?? []) : [name],
    );
    return [...new Set(names)].map((name) => ({
      name,
      min: names.length === 1 ? row.min : 0,
      max: row.max,
      ...(row.memberType !== undefined && { memberType: row.memberType, type: row.memberType }),
    }));
  }

  private count(child: ElementModel, path: string, { min, max }: Row, content: ContentModel): void {
    // A property of an item stands once at most, although the groups of the facts say unbounded.
    const most = content.item ? 1 : max === 'unbounded' ? Infinity : max;
    const required = child.requiredIn === child.versions ? 1 : 0;
    // An element that must hold one of something, whatever it is, says so as “least”.
    const least = required || (content.least && content.children.length === 1 ? 1 : 0);
    if (Math.min(min, 1) !== least) this.say(path, `least ${min}, here ${least}`);
    if (child.requiredIn !== 0 && !required)
      this.say(path, `must be there in ${versionsText(child.requiredIn)}`);
    if (most !== child.max) this.say(path, `most ${most}, here ${child.max}`);
  }

  private whole(content: ContentModel, path: string, context: Context, rows: Row[]): void {
    const strict =
      ['strict', 'sequence-with-choice'].includes(context.order ?? '') && content.children.length > 1;
    const order = context.observedOrder ? 'habit' : strict ? (context.orderStrength ?? 'kept') : 'free';
    const here = content.order?.replace(/must|should/, 'kept') ?? 'free';
    if (order !== here) this.say(path, `order ${order}, here ${here}`);
    const wanted = rows.map(({ name }) => name).join(' ');
    if (strict && content.order && wanted !== content.children.map(fullName).join(' '))
      this.say(path, 'the order is another');
    const least = (context.minChildren ?? 0) > 0 || context.order === 'choice';
    if (least !== (content.least !== undefined) && content.children.length > 1)
      this.say(path, `at least ${least ? 1 : 0} child, here ${content.least ?? 'none'}`);
    if ((context.mixed ?? false) !== content.mixed) this.say(path, 'text beside elements');
    const pairs = content.exclusive.map((pair) => pair.map(fullName));
    const given = context.order === 'choice' ? [rows.map(({ name }) => name)] : (context.exclusive ?? []);
    this.same(path, 'exclusive', given, pairs);
    this.same(
      path,
      'required when',
      (context.requiredWhen ?? []).map(({ name, when }) => `${name} ${when}`),
      content.requiredWhen.map(({ child, sibling, is }) => `${fullName(child)} ${sibling.name}=${is}`),
    );
    this.same(
      path,
      'only when',
      (context.forbiddenWhen ?? []).map(({ name, when }) => `${name} ${when.replace('!=', '=')}`),
      content.onlyWhen.map(({ child, sibling, is }) => `${fullName(child)} ${sibling.name}=${is}`),
    );
    const [further] = context.alternateOrders ?? [];
    const places = content.children.map((child) => further?.names.indexOf(fullName(child)) ?? -1);
    this.same(
      path,
      'further order',
      further && [setOf(further.versions), places],
      content.alternate && [content.alternate.versions, content.alternate.places],
    );
  }

  private same(path: string, what: string, wanted: unknown, here: unknown): void {
    if (JSON.stringify(wanted) !== JSON.stringify(here))
      this.say(path, `${what}: ${JSON.stringify(wanted)}, here ${JSON.stringify(here)}`);
  }

  private say(path: string, what: string): void {
    this.differences.push(`${path.split('/').slice(-3).join('/')}: ${what}`);
  }
}
