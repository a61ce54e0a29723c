import { keyOf } from '../doctypes/index.ts';
import { rawAttributes, type Scanner, type Scope } from '../xml/index.ts';
import type { Span } from './types.ts';

/** A child as far as it can be told: `key` is absent where its name stands for no tag. */
export interface Child extends Span {
  key: number | undefined;
}

/** An element whose end has not come yet. Spans are those of its start tag. */
export interface OpenElement extends Span {
  /** As written, prefix included. */
  name: string;
  nameStart: number;
  nameEnd: number;
  /** Where the attributes end, before `>` or `/>`. */
  bodyEnd: number;
  /** Page and code as one number, `keyOf`; absent where the name stands for no tag. */
  key: number | undefined;
  /** Declarations in force inside it, and the prefixes it declares itself. */
  scope: Scope;
  prefixes: readonly string[];
  /** Start tags of its children so far. */
  children: Child[];
}

/** The elements that are open at some place of a text, root first. A text whose tags do not match is taken as it is. */
export class OpenElements {
  readonly list: OpenElement[] = [];
  /** The first element, once there is one. */
  root: OpenElement | undefined;
  private readonly outer: Scope;
  private readonly waiting = new Map<string, number>();

  constructor(scope: Scope) {
    this.outer = scope;
  }

  get scope(): Scope {
    return this.list.at(-1)?.scope ?? this.outer;
  }

  /** A start tag, as the scanner found it last. @param isEmpty true for one that is its own end */
  enter(scanner: Scanner, isEmpty: boolean): OpenElement {
    const element = this.read(scanner);
    this.root ??= element;
    this.list.at(-1)?.children.push({ key: element.key, start: element.start, end: element.end });
    if (isEmpty) return element;
    this.list.push(element);
    this.waiting.set(element.name, (this.waiting.get(element.name) ?? 0) + 1);
    return element;
  }

  /** An end tag: it closes the innermost open element of its name, and those inside that are still open. */
  leave(name: string): void {
    if (!this.waiting.get(name)) return; // a stray one costs no search
    for (let last = this.list.pop(); last; last = this.list.pop()) {
      this.waiting.set(last.name, (this.waiting.get(last.name) ?? 0) - 1);
      if (last.name === name) return;
    }
  }

  /** The element of a start tag, as it would stand here; the first one a text has decides what bare names mean. */
  read(scanner: Scanner): OpenElement {
    const { text, from, to, nameFrom, nameTo, nameHash, bodyTo } = scanner;
    const name = text.slice(nameFrom, nameTo);
    const declared = nameTo < bodyTo ? declarationsIn(text, nameTo, bodyTo) : [];
    const scope = declared.length > 0 ? this.scope.with(declared) : this.scope;
    if (!this.root && !scope.hasDefault) scope.assumeDefault(name);
    const known = scope.resolve(text, nameFrom, nameTo, nameHash);
    const { target } = known;
    return {
      name,
      start: from,
      end: to,
      nameStart: nameFrom,
      nameEnd: nameTo,
      bodyEnd: bodyTo,
      key: target.kind === 'tag' ? keyOf(target.page, target.code) : undefined,
      scope: scope.inside(known),
      prefixes: declared.map(([prefix]) => prefix),
      children: [],
    };
  }
}

/** Prefix and namespace of each `xmlns` attribute of a tag. */
function declarationsIn(text: string, from: number, to: number): [prefix: string, namespace: string][] {
  return rawAttributes(text, from, to)
    .list.filter(({ name }) => name === 'xmlns' || name.startsWith('xmlns:'))
    .map(({ name, valueFrom, valueTo }) => [name.slice(6), text.slice(valueFrom, valueTo)]);
}
