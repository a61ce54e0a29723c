import type { TagEntry, Vocabulary } from '../doctypes/index.ts';
import { LITERAL_NAMESPACE } from './names.ts';
import { resolveReferences } from './references.ts';

/** What a name in a text stands for; a fault tells the namespace where that is what is not known. */
export type NameTarget =
  | { kind: 'tag'; page: number; code: number }
  | { kind: 'literal'; local: string }
  | { kind: 'fault'; expected: string; found: string; namespace?: string };

/** A name that was looked up. */
export interface KnownName {
  name: string;
  target: NameTarget;
}

const SLOTS = 256;

/** A namespace as it was declared: a code page, LITERAL tags, or one that this document type does not have. */
type Namespace = { kind: 'page'; page: number } | { kind: 'literal' } | { kind: 'unknown'; name: string };

/** Prefixes declared by a tag, and those of the tags around it, `links` of them. */
interface Prefixes {
  own: ReadonlyMap<string, Namespace>;
  outer?: Prefixes;
  links: number;
}

/** From here on all are copied into one map: for each tag it would be quadratic, never would make look-ups so. */
const MOST_LINKS = 256;

function nested(own: Map<string, Namespace>, outer: Prefixes): Prefixes {
  if (outer.links < MOST_LINKS) return { own, outer, links: outer.links + 1 };
  const chain: Prefixes[] = [];
  for (let each: Prefixes | undefined = outer; each; each = each.outer) chain.push(each);
  const all = new Map<string, Namespace>();
  for (const each of [...chain.reverse(), { own }])
    for (const [prefix, found] of each.own) all.set(prefix, found);
  return { own: all, links: 0 };
}

function declared(prefixes: Prefixes, prefix: string): Namespace | undefined {
  for (let each: Prefixes | undefined = prefixes; each; each = each.outer) {
    const found = each.own.get(prefix);
    if (found) return found;
  }
  return undefined;
}

/** The declarations in force somewhere in a text. Names are looked up once per scope. */
export class Scope {
  private readonly vocabulary: Vocabulary;
  private readonly prefixes: Prefixes;
  private readonly known = new Map<string, KnownName>();
  /** The last name found by each hash: nearly every look-up ends here. */
  private readonly slots: (KnownName | undefined)[] = [];
  private fallback: Namespace | undefined;
  /** Where nothing is declared: pages for bare names, that of the element around first. */
  private assumed: readonly number[] = [];
  /** The scopes inside elements of other pages. */
  private readonly inner = new Map<number, Scope>();

  constructor(
    vocabulary: Vocabulary,
    fallback?: Namespace,
    prefixes: Prefixes = { own: new Map(), links: 0 },
  ) {
    this.vocabulary = vocabulary;
    this.fallback = fallback;
    this.prefixes = prefixes;
  }

  /** The same scope with more declarations: prefix (empty for the default) and namespace as it is written. */
  with(declarations: readonly (readonly [prefix: string, namespace: string])[]): Scope {
    const own = new Map<string, Namespace>();
    let { fallback } = this;
    for (const [prefix, raw] of declarations) {
      const resolved = resolveReferences(raw);
      const name = resolved.ok ? resolved.text : raw;
      const namespace = namespaceOf(this.vocabulary, name);
      if (prefix !== '') own.set(prefix, namespace);
      else fallback = name === '' ? undefined : namespace;
    }
    const prefixes = own.size === 0 ? this.prefixes : nested(own, this.prefixes);
    const scope = new Scope(this.vocabulary, fallback, prefixes);
    if (fallback === this.fallback) scope.assumed = this.assumed;
    return scope;
  }

  /** True where bare names have a namespace. */
  get hasDefault(): boolean {
    return this.fallback !== undefined;
  }

  /**
   * Without a declared default, the page of the root is the default: that of the command it names, else the
   * first page that has the name.
   */
  assumeDefault(root: string): void {
    const entries = this.vocabulary.tagsNamed(root);
    const roots = entries.filter((entry) => this.vocabulary.page(entry.page)?.roots?.includes(root));
    const entry = roots[0] ?? entries[0];
    if (entry) {
      this.fallback = { kind: 'page', page: entry.page };
      if (this.vocabulary.namespaced) this.assumed = [entry.page];
    }
    this.known.clear();
    this.slots.length = 0;
  }

  /** The scope inside an element; another one where its page was assumed. */
  inside({ name, target }: KnownName): Scope {
    const [page] = this.assumed;
    if (page === undefined || target.kind !== 'tag' || target.page === page || name.includes(':'))
      return this;
    const known = this.inner.get(target.page);
    if (known) return known;
    const scope = new Scope(this.vocabulary, { kind: 'page', page: target.page }, this.prefixes);
    scope.assumed = [target.page, ...this.assumed.filter((other) => other !== target.page)];
    this.inner.set(target.page, scope);
    return scope;
  }

  /** What the name from `from` to `to`, prefix and all, stands for here; `hash` is the scanner's. */
  resolve(text: string, from: number, to: number, hash: number): KnownName {
    const slot = hash & (SLOTS - 1);
    const last = this.slots[slot];
    if (last?.name.length === to - from && text.startsWith(last.name, from)) return last;
    const name = text.slice(from, to);
    let known = this.known.get(name);
    if (!known) this.known.set(name, (known = { name, target: this.find(name) }));
    this.slots[slot] = known;
    return known;
  }

  private find(raw: string): NameTarget {
    const { vocabulary } = this;
    const colon = raw.indexOf(':');
    if (!vocabulary.namespaced) {
      const [first] = vocabulary.tagsNamed(raw);
      if (first) return tagOf(first);
    }
    if (colon < 0)
      return this.findLocal(raw, vocabulary.namespaced ? this.fallback : { kind: 'page', page: 0 }, raw);
    const prefix = raw.slice(0, colon);
    const namespace = declared(this.prefixes, prefix) ?? namespaceOf(vocabulary, prefix);
    return this.findLocal(raw.slice(colon + 1), namespace, raw);
  }

  private findLocal(local: string, namespace: Namespace | undefined, raw: string): NameTarget {
    const { vocabulary } = this;
    if (namespace?.kind === 'literal') return { kind: 'literal', local };
    if (namespace?.kind === 'unknown') {
      const expected = `a namespace of ${vocabulary.type.title}`;
      const { name } = namespace;
      return { kind: 'fault', expected, found: `“${name}” in ${raw}`, namespace: name };
    }
    const code = /^tag-0x([0-9a-f]{2})$/i.exec(local);
    const number = code ? parseInt(code[1] as string, 16) : undefined;
    if (number !== undefined && number >= 5 && number <= 0x3f) {
      return { kind: 'tag', page: namespace?.page ?? 0, code: number };
    }
    const found = namespace && vocabulary.tagCode(namespace.page, local);
    if (namespace && found !== undefined) return { kind: 'tag', page: namespace.page, code: found };
    const entries = vocabulary.tagsNamed(local);
    const isBare = this.assumed.length > 0 && raw === local;
    for (const page of isBare ? this.assumed : []) {
      const around = vocabulary.tagCode(page, local);
      if (around !== undefined) return { kind: 'tag', page, code: around };
    }
    if ((!namespace || isBare) && entries.length === 1) return tagOf(entries[0] as TagEntry);
    return { kind: 'fault', expected: this.expectation(namespace, entries, local), found: raw };
  }

  private expectation(
    namespace: { page: number } | undefined,
    entries: readonly TagEntry[],
    local: string,
  ): string {
    const { type } = this.vocabulary;
    const pageName = (page: number): string => {
      const { name, namespace: uri } = this.vocabulary.page(page) ?? {};
      return name ?? uri ?? (page === 0 ? type.title : `page ${page}`);
    };
    const where = namespace ? pageName(namespace.page) : type.title;
    if (entries.length === 0) {
      const alike = this.vocabulary.spelledAs(local);
      if (alike !== undefined) return `a name of ${where}, such as ${alike}`;
      const literal = `, or ${LITERAL_NAMESPACE}:${local} and <?wbxml string="${local}"?>`;
      return `a name of ${where}, or tag-0x05 to tag-0x3F${type.namespaced ? '' : literal}`;
    }
    const others = entries.map((entry) => `${pageName(entry.page)}:${entry.name}`);
    return `a name of ${where}; there is ${others.slice(0, 4).join(', ')}`;
  }
}

const tagOf = (entry: TagEntry): NameTarget => ({ kind: 'tag', page: entry.page, code: entry.code });

function namespaceOf(vocabulary: Vocabulary, name: string): Namespace {
  if (name === LITERAL_NAMESPACE) return { kind: 'literal' };
  const numbered = /^page-(\d{1,3})$/.exec(name);
  if (numbered && Number(numbered[1]) <= 255) return { kind: 'page', page: Number(numbered[1]) };
  const page = vocabulary.namespacePage(name);
  return page === undefined ? { kind: 'unknown', name } : { kind: 'page', page };
}
