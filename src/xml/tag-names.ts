import { hexUpper, type Vocabulary } from '../doctypes/index.ts';
import { namespacePrefix } from './print-plan.ts';

/** Deeper than this, layout stops growing: indentation would be depth times elements. */
const DEEPEST_INDENT = 20;

/**
 * What layout stands before a tag or mark: 0 for none, else a new line with the indentation of a depth. A
 * number, so that a tag with its layout can be looked up.
 */
export type Level = number;
export const NO_LAYOUT: Level = 0;
export const levelOf = (depth: number): Level => Math.min(depth, DEEPEST_INDENT) + 1;
const LAYOUTS = ['', ...Array.from({ length: DEEPEST_INDENT + 1 }, (_, depth) => `\n${'  '.repeat(depth)}`)];
export const layoutText = (level: Level): string => LAYOUTS[level] as string;

/** Tags as they are printed at one level, by key. */
class Spelled {
  readonly opens: string[] = [];
  readonly empties: string[] = [];
  readonly closes: string[] = [];
}

/** The name of every tag as it is printed, with `<` and `>` around it and layout before it, each made once. */
export class TagNames {
  private readonly vocabulary: Vocabulary;
  private readonly defaultPage: number;
  private readonly names: string[] = [];
  private readonly levels = LAYOUTS.map(() => new Spelled());

  constructor(vocabulary: Vocabulary, defaultPage: number) {
    this.vocabulary = vocabulary;
    this.defaultPage = defaultPage;
  }

  private make(key: number, level: Level): Spelled {
    const name = this.name(key);
    const layout = layoutText(level);
    const spelled = this.levels[level] as Spelled;
    spelled.opens[key] = `${layout}<${name}>`;
    spelled.empties[key] = `${layout}<${name}/>`;
    spelled.closes[key] = `${layout}</${name}>`;
    return spelled;
  }

  private spell(page: number, code: number): string {
    const { vocabulary } = this;
    const entry = vocabulary.tag(page, code);
    if (!vocabulary.namespaced) {
      // A bare name is the first page that has it; the same name elsewhere says its page.
      if (entry && vocabulary.tagsNamed(entry.name)[0] === entry) return entry.name;
      const local = entry?.name ?? `tag-0x${hexUpper(code)}`;
      return page === 0 ? local : `page-${page}:${local}`;
    }
    const local = entry?.name ?? `tag-0x${hexUpper(code)}`;
    return page === this.defaultPage ? local : `${namespacePrefix(vocabulary, page)}:${local}`;
  }

  name(key: number): string {
    return (this.names[key] ??= this.spell(key >> 6, key & 0x3f));
  }

  open(key: number, level: Level): string {
    return this.levels[level]?.opens[key] ?? (this.make(key, level).opens[key] as string);
  }

  empty(key: number, level: Level): string {
    return this.levels[level]?.empties[key] ?? (this.make(key, level).empties[key] as string);
  }

  close(key: number, level: Level): string {
    return this.levels[level]?.closes[key] ?? (this.make(key, level).closes[key] as string);
  }
}

const made = new WeakMap<Vocabulary, Map<number, TagNames>>();

/** The names for a vocabulary and a default page. They follow from these two alone, so they are kept. */
export function tagNames(vocabulary: Vocabulary, defaultPage: number): TagNames {
  const ofPage = made.get(vocabulary) ?? new Map<number, TagNames>();
  made.set(vocabulary, ofPage);
  let names = ofPage.get(defaultPage);
  if (!names) ofPage.set(defaultPage, (names = new TagNames(vocabulary, defaultPage)));
  return names;
}

/** Page and six-bit code as one number. */
export const tagKey = (page: number, code: number): number => (page << 6) | code;
