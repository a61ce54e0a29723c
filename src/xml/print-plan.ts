import type { Document, Vocabulary } from '../doctypes/index.ts';
import { stringSpan } from '../doctypes/index.ts';
import { KIND, type TokenTable } from '../wbxml/index.ts';
import { isWhiteUnit } from './characters.ts';
import { LITERAL_NAMESPACE } from './names.ts';

/** From this many strings of white space only, all white space is printed as text. */
const WHITE_STRINGS = 4;

/** What must be known of a whole document before its first character is printed. */
export interface PrintPlan {
  whiteIsText: boolean;
  /** Page whose namespace is the default, where the type has namespaces. */
  defaultPage: number;
  /** `xmlns` attributes of the root, with a leading space each. */
  declarations: string;
}

/** Looks over all tokens once: pages and literal tags in use, strings of white space. */
export function planPrint(document: Document, vocabulary: Vocabulary): PrintPlan {
  const { tokens } = document;
  const { length } = tokens;
  const pages: boolean[] = []; // by page number
  let last = -1;
  let root = -1;
  let white = 0;
  let hasLiteral = false;
  for (let i = 0; i < length; i++) {
    const kind = tokens.kind(i);
    if (kind === KIND.tag) {
      const page = tokens.page(i);
      if (page !== last) pages[(last = page)] = true;
      if (root < 0) root = i;
    } else if (kind === KIND.literalTag) {
      hasLiteral = true;
      if (root < 0) root = i;
    } else if (kind === KIND.strI && white < WHITE_STRINGS) {
      if (!tokens.inAttributes(i) && isWhiteString(document, i)) white++;
    }
  }
  const defaultPage = root >= 0 && tokens.kind(root) === KIND.tag ? tokens.page(root) : 0;
  const declarations = root < 0 ? '' : declare(vocabulary, pages, defaultPage, hasLiteral);
  return { whiteIsText: white >= WHITE_STRINGS, defaultPage, declarations };
}

function isWhiteString(document: Document, i: number): boolean {
  const { tokens } = document;
  const first = tokens.bytes[tokens.start(i) + 1] as number;
  if (!isWhiteUnit(first) || document.header?.encoding.unit === 2) return false;
  const { start, end } = stringSpan(document, i);
  for (let at = start; at < end; at++) if (!isWhiteUnit(tokens.bytes[at] as number)) return false;
  return end > start;
}

function declare(
  vocabulary: Vocabulary,
  pages: readonly boolean[],
  defaultPage: number,
  hasLiteral: boolean,
): string {
  const { namespaced } = vocabulary;
  let text = namespaced ? ` xmlns="${namespaceName(vocabulary, defaultPage)}"` : '';
  pages.forEach((_, page) => {
    // A type without namespaces declares `page-n` for every page but the first.
    if (page === (namespaced ? defaultPage : 0)) return;
    const name = namespaced ? namespaceName(vocabulary, page) : `page-${page}`;
    text += ` xmlns:${namespacePrefix(vocabulary, page)}="${name}"`;
  });
  return hasLiteral ? `${text} xmlns:${LITERAL_NAMESPACE}="${LITERAL_NAMESPACE}"` : text;
}

/** Namespace of a page: the vocabulary's, or `page-99`. */
export function namespaceName(vocabulary: Vocabulary, page: number): string {
  return vocabulary.page(page)?.namespace ?? `page-${page}`;
}

/** Prefix of a page: the vocabulary's, or `page-99`. */
export function namespacePrefix(vocabulary: Vocabulary, page: number): string {
  return vocabulary.namespaced ? (vocabulary.page(page)?.prefix ?? `page-${page}`) : `page-${page}`;
}

/** Index just past the header's tokens. */
export function bodyStart(tokens: TokenTable): number {
  let i = 0;
  while (i < tokens.length && tokens.space(i) === 'header') i++;
  return i;
}
