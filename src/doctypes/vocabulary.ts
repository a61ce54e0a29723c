import { lookUp } from '../bytes/index.ts';
import { TAG_CODE, type Namer } from '../wbxml/index.ts';
import type { DocumentType, TagPage, TagRow, TypedValue } from './types.ts';
import { valueCodecs, type ValueCodec } from './typed-value.ts';

/** A tag with the page it stands on. */
export interface TagEntry {
  page: number;
  code: number;
  name: string;
  type?: TagRow[2];
  /** First and last protocol version, `'14.0-16.1'`; empty or absent where unknown. */
  versions?: string;
  legacy: boolean;
}

/** An attribute start: its name and the beginning of the value it carries. */
export interface StartEntry {
  page: number;
  code: number;
  name: string;
  prefix: string;
}

/** A piece of an attribute's value. */
export interface ValueEntry {
  code: number;
  text: string;
}

/** Page and code as one number, unique over all pages. */
export const keyOf = (page: number, code: number): number => (page << 8) | code;

// Names that server logs and older schemas use for the same namespaces (Z-Push, MS-ASWBXML before 14, SynCE).
const OTHER_NAMESPACES: Readonly<Record<string, string>> = {
  poommail: 'Email',
  poommail2: 'Email2',
  poomcal: 'Calendar',
  poomcontacts: 'Contacts',
  poomcontacts2: 'Contacts2',
  poomtasks: 'Tasks',
  poomnotes: 'Notes',
  foldersync: 'FolderHierarchy',
  getitemestimate: 'GetItemEstimate',
  itemestimate: 'GetItemEstimate',
  rm: 'RightsManagement',
};

/** The tags of a page by their code of six bits. */
type Row = (TagEntry | undefined)[];

const emptyRow = (): Row => new Array<TagEntry | undefined>(64).fill(undefined);
const NO_TAGS = emptyRow();

/** A document type made ready for use: every look-up in both directions, derived from its rows. */
export class Vocabulary {
  readonly type: DocumentType;
  /** By page, then by code: the look-up that every tag of every message asks for. */
  private readonly tags: Row[] = new Array<Row>(256).fill(NO_TAGS);
  private readonly pages = new Map<number, TagPage>();
  private readonly names = new Map<number, Map<string, number>>();
  private readonly firstPages = new Map<string, TagEntry[]>();
  private readonly namespaces = new Map<string, number>();
  private readonly starts = new Map<number, StartEntry>();
  private readonly startsOfName = new Map<string, StartEntry[]>();
  private readonly values = new Map<number, string>();
  private readonly valuesOfPage = new Map<number, ValueEntry[]>();
  private readonly typed = new Map<string, TypedValue>();
  private readonly words = new Map<number, string>();
  private readonly wordNumbers = new Map<string, number>();
  /** Names of tags by their letters alone; made when a name is not found. */
  private lowerNames: Map<string, string> | undefined;

  constructor(type: DocumentType) {
    this.type = type;
    for (const page of type.tagPages) this.addTags(page);
    for (const page of type.attributePages ?? []) {
      for (const [code, name, prefix = ''] of page.starts ?? []) {
        const entry = { page: page.page, code, name, prefix };
        this.starts.set(keyOf(page.page, code), entry);
        push(this.startsOfName, name, entry);
      }
      for (const [code, text] of page.values ?? []) {
        this.values.set(keyOf(page.page, code), text);
        push(this.valuesOfPage, page.page, { code, text });
      }
    }
    // Longest first, so that the first match is the longest; of equal texts the lowest code.
    for (const list of this.valuesOfPage.values())
      list.sort((a, b) => b.text.length - a.text.length || a.code - b.code);
    for (const [number, word] of type.extensionWords ?? []) {
      this.words.set(number, word);
      if (!this.wordNumbers.has(word)) this.wordNumbers.set(word, number);
    }
    for (const value of type.typedValues ?? []) {
      this.typed.set(`${value.space} ${keyOf(value.page, value.code)}`, value);
    }
  }

  private addTags(page: TagPage): void {
    this.pages.set(page.page, page);
    const codes = new Map<string, number>();
    const row = (this.tags[page.page] = emptyRow());
    for (const [code, name, type, versions, legacy] of page.tags) {
      const entry: TagEntry = { page: page.page, code, name, legacy: legacy === 'legacy' };
      if (type) entry.type = type;
      if (versions) entry.versions = versions;
      row[code] = entry;
      codes.set(name, code);
      push(this.firstPages, name, entry);
    }
    for (const [alias, name] of Object.entries(page.aliases ?? {})) {
      const code = codes.get(name);
      if (code !== undefined && !codes.has(alias)) codes.set(alias, code);
    }
    this.names.set(page.page, codes);
    for (const name of [page.namespace, page.prefix]) {
      if (name !== undefined) this.namespaces.set(name.toLowerCase(), page.page);
    }
  }

  /** True where each code page is an XML namespace. */
  get namespaced(): boolean {
    return this.type.namespaced;
  }

  /** True where no text has a form of its own: no typed values, no words, no variables. */
  get hasOnlyStrings(): boolean {
    return this.typed.size === 0 && this.words.size === 0 && this.type.variables !== true;
  }

  /**
   * What becomes of a variable that names no conversion, by the last two bits of its token: 2, it stays as it is, or
   * 0, it is escaped, as in addresses.
   * @param attribute absent in content
   * @see WAP-191-WML §10.3.1
   */
  usualConversion(attribute: string | undefined): 0 | 2 {
    return attribute !== undefined && this.type.escapedVariables?.includes(attribute) ? 0 : 2;
  }

  tag(page: number, code: number): TagEntry | undefined {
    return this.tags[page]?.[code];
  }

  page(page: number): TagPage | undefined {
    return this.pages.get(page);
  }

  /** Code of a tag by the name it has on `page`, other software's names included. */
  tagCode(page: number, name: string): number | undefined {
    return this.names.get(page)?.get(name);
  }

  /** Every tag of that exact name, in order of the pages. */
  tagsNamed(name: string): readonly TagEntry[] {
    return this.firstPages.get(name) ?? [];
  }

  /** The name of a tag that differs from `name` in nothing but upper and lower case, or `undefined`. */
  spelledAs(name: string): string | undefined {
    const found = (this.lowerNames ??= new Map(
      [...this.firstPages.keys()].reverse().map((known) => [known.toLowerCase(), known]),
    ));
    return found.get(name.toLowerCase());
  }

  /**
   * The page of a namespace in any spelling in use: `AirSync`, `AirSync:`, `POOMMAIL:`, Syncroton's `uri:AirSync`, and
   * the addresses of SynCE, which libwbxml writes.
   */
  namespacePage(namespace: string): number | undefined {
    const plain = namespace
      .trim()
      .replace(/^uri:|^http:\/\/synce\.org\/formats\/airsync_wm5\/|:$/gi, '')
      .toLowerCase();
    const other = lookUp(OTHER_NAMESPACES, plain);
    return (
      this.namespaces.get(plain) ??
      (other === undefined ? undefined : this.namespaces.get(other.toLowerCase()))
    );
  }

  attributeStart(page: number, code: number): StartEntry | undefined {
    return this.starts.get(keyOf(page, code));
  }

  /** Every start of an attribute by its name, in order of page and code. */
  startsNamed(name: string): readonly StartEntry[] {
    return this.startsOfName.get(name) ?? [];
  }

  attributeValue(page: number, code: number): string | undefined {
    return this.values.get(keyOf(page, code));
  }

  /** The value pieces of a page, longest text first. */
  valuePieces(page: number): readonly ValueEntry[] {
    return this.valuesOfPage.get(page) ?? [];
  }

  /** The word that EXT_T_0 with this number stands for, where the type has such words. */
  extensionWord(number: number): string | undefined {
    return this.words.get(number);
  }

  /** The number by which EXT_T_0 sends a word. */
  extensionNumber(word: string): number | undefined {
    return this.wordNumbers.size === 0 ? undefined : this.wordNumbers.get(word);
  }

  /** How the type sends the text of this tag or attribute as OPAQUE, where it has a form of its own. */
  valueCodec(space: 'tag' | 'attribute', page: number, code: number): ValueCodec | undefined {
    if (this.typed.size === 0) return undefined;
    const value = this.typed.get(`${space} ${keyOf(page, code)}`);
    return value && valueCodecs[value.encoding];
  }

  /** Names for a token table. */
  readonly namer: Namer = (space, kind, page, code) => {
    if (space === 'tag') return this.tag(page, code & TAG_CODE)?.name;
    return kind === 'attributeValue'
      ? this.attributeValue(page, code)
      : this.attributeStart(page, code)?.name;
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
