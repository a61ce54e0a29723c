import { hexUpper, type Vocabulary } from '../doctypes/index.ts';
import { namespacePrefix } from './print-plan.ts';

/** The name of every tag as it is printed, with `<` and `>` around it, each made once. */
export class TagNames {
  private readonly vocabulary: Vocabulary;
  private readonly defaultPage: number;
  private readonly names: string[] = [];
  private readonly opens: string[] = [];
  private readonly empties: string[] = [];
  private readonly closes: string[] = [];

  constructor(vocabulary: Vocabulary, defaultPage: number) {
    this.vocabulary = vocabulary;
    this.defaultPage = defaultPage;
  }

  private make(key: number): string {
    const name = this.spell(key >> 6, key & 0x3f);
    this.names[key] = name;
    this.opens[key] = `<${name}>`;
    this.empties[key] = `<${name}/>`;
    this.closes[key] = `</${name}>`;
    return name;
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
    return this.names[key] ?? this.make(key);
  }

  open(key: number): string {
    if (this.opens[key] === undefined) this.make(key);
    return this.opens[key] as string;
  }

  empty(key: number): string {
    if (this.empties[key] === undefined) this.make(key);
    return this.empties[key] as string;
  }

  close(key: number): string {
    if (this.closes[key] === undefined) this.make(key);
    return this.closes[key] as string;
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
