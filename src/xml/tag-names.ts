import { hexUpper, type Vocabulary } from '../doctypes/index.ts';
import { namespacePrefix } from './print-plan.ts';
import { Joinery, Spelling } from './spelling.ts';

/** Deeper than this, layout stops growing: indentation would be depth times elements. */
const DEEPEST_INDENT = 20;

/**
 * What layout stands before a tag or mark: 0 for none, else a new line with the indentation of a depth. A
 * number, so that a tag with its layout can be looked up.
 */
export type Level = number;
export const NO_LAYOUT: Level = 0;
export const levelOf = (depth: number): Level => (depth < DEEPEST_INDENT ? depth : DEEPEST_INDENT) + 1;
const LAYOUTS = ['', ...Array.from({ length: DEEPEST_INDENT + 1 }, (_, depth) => `\n${'  '.repeat(depth)}`)];
export const layoutText = (level: Level): string => LAYOUTS[level] as string;

const noTags = () => new Array<SpelledTag | undefined>(64).fill(undefined);
const NO_TAGS = noTags();
const noSpellings = () => new Array<Spelling | undefined>(LAYOUTS.length).fill(undefined);

/** A tag as it is printed, with `<` and `>` around its name and layout before it, each spelling made once. */
export class SpelledTag {
  readonly name: string;
  private readonly opens = noSpellings();
  private readonly empties = noSpellings();
  private readonly closes = noSpellings();

  private readonly joinery: Joinery | undefined;

  constructor(name: string, joinery?: Joinery) {
    this.name = name;
    this.joinery = joinery;
  }

  open(level: Level): Spelling {
    return (this.opens[level] ??= this.spell(level, `<${this.name}>`));
  }

  empty(level: Level): Spelling {
    return (this.empties[level] ??= this.spell(level, `<${this.name}/>`));
  }

  close(level: Level): Spelling {
    return (this.closes[level] ??= this.spell(level, `</${this.name}>`));
  }

  private spell(level: Level, tag: string): Spelling {
    return new Spelling(layoutText(level) + tag, this.joinery);
  }
}

/** The name of every tag as it is printed. */
export class TagNames {
  private readonly vocabulary: Vocabulary;
  private readonly defaultPage: number;
  private readonly joinery = new Joinery();
  /** By page, then by code. */
  private readonly pages = new Array<(SpelledTag | undefined)[]>(256).fill(NO_TAGS);

  constructor(vocabulary: Vocabulary, defaultPage: number) {
    this.vocabulary = vocabulary;
    this.defaultPage = defaultPage;
  }

  /** @param code of six bits */
  tag(page: number, code: number): SpelledTag {
    return this.pages[page]?.[code] ?? this.make(page, code);
  }

  private make(page: number, code: number): SpelledTag {
    const tag = new SpelledTag(this.spell(page, code), this.joinery);
    if (this.pages[page] === NO_TAGS) this.pages[page] = noTags();
    (this.pages[page] as (SpelledTag | undefined)[])[code] = tag;
    return tag;
  }

  private spell(page: number, code: number): string {
    const { vocabulary } = this;
    const entry = vocabulary.tag(page, code);
    const local = entry?.name ?? `tag-0x${hexUpper(code)}`;
    if (vocabulary.namespaced) {
      return page === this.defaultPage ? local : `${namespacePrefix(vocabulary, page)}:${local}`;
    }
    // A bare name is the first page that has it; the same name elsewhere says its page.
    const isFirst = entry !== undefined && vocabulary.tagsNamed(entry.name)[0] === entry;
    return isFirst || page === 0 ? local : `page-${page}:${local}`;
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
