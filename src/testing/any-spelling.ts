import fc from 'fast-check';
import { mbUint32Width, toHex, writeMbUint32 } from '../bytes/index.ts';
import { activeSyncPages } from '../doctypes/index.ts';
import { Random } from './random.ts';

/** What a text says, apart from how it is spelled. */
type Node =
  | { kind: 'element'; page: number; code: number; names: string[]; children: Node[] | undefined }
  | { kind: 'text'; text: string }
  | { kind: 'opaque'; text: string };

const CHARACTERS = ['a', 'b', '1', ' ', '\n', '\r', '\t', '<', '&', '>', ']]>', '"', "'", '{', '}', '$('];
const WIDER = ['é', '€', '🙂', '\u2028', '\ufeff', 'ש'];
const text = fc
  .array(fc.constantFrom(...CHARACTERS, ...WIDER), { minLength: 1, maxLength: 8 })
  .map((list) => list.join(''));

const PAGES = activeSyncPages.filter(({ page }) => [0, 2, 4, 7, 17].includes(page));
const TAGS = PAGES.flatMap(({ page, tags, aliases = {} }) =>
  tags.map(([code, name]) => {
    const others = Object.keys(aliases).filter((alias) => aliases[alias] === name);
    return { page, code, names: [name, ...others, `tag-0x${code.toString(16).padStart(2, '0')}`] };
  }),
);

const { element: tree } = fc.letrec<{ element: Node; child: Node }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom(...TAGS),
      fc.option(fc.array(tie('child'), { maxLength: 4 }), { freq: 3, nil: undefined }),
    )
    .map(([tag, children]): Node => ({ kind: 'element', ...tag, children })),
  child: fc.oneof(
    { maxDepth: 5 },
    text.map((value): Node => ({ kind: 'text', text: value })),
    text.map((value): Node => ({ kind: 'opaque', text: value })),
    tie('element'),
    tie('element'),
  ),
}));

/** The bytes of a tree, written straight from the specification: nothing of the codec but its numbers. */
class Bytes {
  readonly list: number[] = [0x03, 0x01, 0x6a, 0x00];
  private page = 0;

  add(node: Node): void {
    const encoded = node.kind === 'element' ? [] : [...new TextEncoder().encode(node.text)];
    if (node.kind === 'text') this.list.push(0x03, ...encoded, 0x00);
    else if (node.kind === 'opaque') {
      const length = new Uint8Array(mbUint32Width(encoded.length));
      writeMbUint32(length, 0, encoded.length);
      this.list.push(0xc3, ...length, ...encoded);
    } else {
      if (node.page !== this.page) this.list.push(0x00, node.page);
      this.page = node.page;
      this.list.push(node.children ? node.code | 0x40 : node.code);
      if (!node.children) return;
      for (const child of node.children) this.add(child);
      this.list.push(0x01);
    }
  }
}

const LAYOUT = ['', '', ' ', '\n', '\n\t  ', '\r\n'];
const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Spells a tree as people and programs do: namespaces, references, comments and layout as chance has it. */
class Speller {
  private readonly random: Random;
  private readonly declared = new Map<number, string>();
  private readonly rootPage: number;

  constructor(seed: number, rootPage: number) {
    this.random = new Random(seed);
    this.rootPage = rootPage;
    for (const { page, prefix = '' } of PAGES) {
      if (this.random.below(2) === 0)
        this.declared.set(page, this.random.pick([prefix, `p${page}`, 'Ns-x.' + String(page)]));
    }
  }

  root(node: Node): string {
    const before = this.random.pick([
      '',
      '',
      '\ufeff',
      '<?xml version="1.0" encoding="utf-8"?>\n',
      '<!-- first -->\n',
      '\n',
    ]);
    return `${before}${this.node(node, this.rootPage, true)}${this.random.pick(['', '\n', '<!-- last -->'])}`;
  }

  private node(node: Node, defaultPage: number, isRoot = false): string {
    if (node.kind === 'text') return this.text(node.text);
    if (node.kind === 'opaque') return this.opaque(node.text);
    const { random } = this;
    const local = random.below(3) > 0 ? (node.names[0] ?? '') : random.pick(node.names);
    const namespace = this.namespace(node.page);
    const prefix = this.declared.get(node.page);
    let inside = defaultPage;
    let declaration = '';
    let name = local;
    if (isRoot || (node.page !== defaultPage && (prefix === undefined || random.below(3) === 0))) {
      const isUndeclared = !isRoot && random.below(3) === 0;
      if (isUndeclared) name = `${namespace}:${local}`;
      else {
        declaration = ` xmlns=${this.quoted(namespace + random.pick(['', ':']))}`;
        inside = node.page;
      }
    } else if (node.page !== defaultPage) name = `${prefix ?? ''}:${local}`;
    if (isRoot) {
      for (const [page, declared] of this.declared) {
        declaration += `${random.pick([' ', '\n  '])}xmlns:${declared}=${this.quoted(this.namespace(page))}`;
      }
    }
    const space = random.pick(['', '', ' ', '\n']);
    if (!node.children) return `<${name}${declaration}${space}/>`;
    return `<${name}${declaration}${space}>${this.content(node.children, inside)}</${name}${random.pick(['', '', ' '])}>`;
  }

  private content(children: readonly Node[], page: number): string {
    let content = this.filling(undefined, children[0]);
    let isMarked = false;
    children.forEach((child, i) => {
      const before = children[i - 1];
      const spelled = this.node(child, page);
      const follows = child.kind === 'text' && (before?.kind === 'text' || isMarked);
      // CDATA would join the CDATA before it; behind the mark that parts them all that follows runs together.
      isMarked = spelled.startsWith('<![CDATA[') && (isMarked || content.endsWith(']]>'));
      if (follows) content += '<?wbxml cut?>';
      else if (isMarked) content += '<?wbxml opaque?>';
      content += spelled + this.filling(child, children[i + 1]);
    });
    return content;
  }

  /** Layout and comments between two nodes: beside a text they would be part of it. */
  private filling(before: Node | undefined, after: Node | undefined): string {
    const isBare = [before, after].every((node) => node === undefined || node.kind === 'element');
    if (!isBare) return '';
    return (
      this.random.pick(LAYOUT) + this.random.pick(['', '', '', '<!-- x > y -->']) + this.random.pick(LAYOUT)
    );
  }

  private namespace(page: number): string {
    const name = PAGES.find((each) => each.page === page)?.namespace ?? '';
    const old: Readonly<Record<number, string>> = { 2: 'POOMMAIL', 4: 'POOMCAL' };
    return this.random.below(3) === 0 ? (old[page] ?? name) : name;
  }

  private quoted(value: string): string {
    return this.random.below(2) === 0 ? `"${value}"` : `'${value}'`;
  }

  private text(value: string): string {
    const spelled = [...value].map((character) => this.character(character));
    if (/^[ \t\n\r]*$/.test(spelled.join(''))) spelled[0] = `&#${value.charCodeAt(0)};`;
    const at = this.random.below(spelled.length + 1);
    if (this.random.below(4) === 0) spelled.splice(at, 0, '<!-- - in it -->');
    // “]]>” may not stand in text as it is.
    return spelled.join('').replaceAll(']]>', ']]&gt;');
  }

  private character(character: string): string {
    const code = character.codePointAt(0) ?? 0;
    const mustRefer = character === '\r' || character === '&' || character === '<';
    if (!mustRefer && this.random.below(4) > 0) return character;
    const ways = [`&#${code};`, `&#x${code.toString(16)};`, `&#x${code.toString(16).toUpperCase()};`];
    return this.random.pick([...ways, NAMED[character] ?? `&#0${code};`]);
  }

  private opaque(value: string): string {
    if (value.includes('\r') || this.random.below(4) === 0) {
      return `<?wbxml opaque="${toHex(new TextEncoder().encode(value))}"?>`;
    }
    return `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  }
}

/** A text in one of its many spellings, and the bytes it must become. */
export const anySpelling: fc.Arbitrary<{ text: string; bytes: Uint8Array }> = fc
  .tuple(tree, fc.nat())
  .map(([root, seed]) => {
    const bytes = new Bytes();
    bytes.add(root);
    const page = root.kind === 'element' ? root.page : 0;
    return { text: new Speller(seed, page).root(root), bytes: Uint8Array.from(bytes.list) };
  });
