import { hexByte } from '../bytes/index.ts';
import { KIND, ProblemList, type Header, type Problem, type TokenTable } from '../wbxml/index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Codes and pages that the vocabulary has no name for: they are shown by number and cost nothing else. */
export function nameProblems(tokens: TokenTable, vocabulary: Vocabulary, header: Header): Problem[] {
  const problems = new ProblemList();
  const { type } = vocabulary;
  if (type.id === 'none') {
    const start = 1;
    const end = start + header.publicId.width + (header.publicId.index ? 1 : 0);
    problems.warn(
      'unknown-type',
      start,
      end,
      'a known document type',
      'none that fits',
      'codes without names',
    );
    return problems.done();
  }
  for (let i = 0; i < tokens.length; i++) {
    const kind = tokens.kind(i);
    if (kind === KIND.end || kind === KIND.strI) continue;
    const page = tokens.page(i);
    // Asked before anything is made for it: nearly every tag has a name.
    if (kind === KIND.tag && vocabulary.tag(page, tokens.tagCode(i))) continue;
    const start = tokens.start(i);
    const end = tokens.end(i);
    if (kind === KIND.tag) {
      const code = tokens.tagCode(i);
      const known = vocabulary.page(page);
      if (!known) continue; // the switch to that page has been reported
      const where = known.name === undefined ? `code page ${page}` : `code page ${page} (${known.name})`;
      problems.warn(
        'unknown-tag',
        start,
        end,
        `a tag of ${where}`,
        hexByte(code),
        `shown as tag-0x${hexUpper(code)}`,
      );
    } else if (kind === KIND.switchPage && !tokens.inAttributes(i)) {
      if (vocabulary.page(page)) continue;
      const expected = `a code page of ${type.title}`;
      problems.warn('unknown-page', start, end, expected, `page ${page}`, `shown as page-${page}`);
    } else if (kind === KIND.attributeStart && !vocabulary.attributeStart(page, tokens.byte(i))) {
      const found = hexByte(tokens.byte(i));
      problems.warn(
        'unknown-attribute',
        start,
        end,
        `an attribute of page ${page}`,
        found,
        'shown by its number',
      );
    } else if (
      kind === KIND.attributeValue &&
      vocabulary.attributeValue(page, tokens.byte(i)) === undefined
    ) {
      const found = hexByte(tokens.byte(i));
      problems.warn('unknown-value', start, end, `a value of page ${page}`, found, 'shown by its number');
    }
  }
  return problems.done();
}

/** A code as it stands in names: two upper-case digits, so that `tag-0x3F` reads as one word. */
export const hexUpper = (code: number): string => hexByte(code).toUpperCase();
