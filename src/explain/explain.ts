import { hexByte } from '../bytes/index.ts';
import type { Decoded } from '../doctypes/index.ts';
import { KIND, KIND_NAMES, TAG_CODE, type TokenKind } from '../wbxml/index.ts';
import { bitFields, bitsOf } from './bit-fields.ts';
import { pageAt } from './code-page.ts';
import { elementFacts } from './element-facts.ts';
import { elementPath, ownerOf } from './element-path.ts';
import type { Explanation, ExplainContext } from './explanation.ts';
import { notesOn, problemsAt } from './notes.ts';
import { numberForm } from './number-groups.ts';
import { partWords, whatFollows } from './part-words.ts';
import { counted } from './shown-text.ts';
import { attributeName, attributeOf, pageWords, tagName } from './token-names.ts';
import { tokenMeaning } from './token-meaning.ts';
import { partAt } from './token-parts.ts';
import { kindName, sourceOf } from './token-source.ts';
import { attributeValueFacts, elementValueFacts } from './value-facts.ts';

/**
 * Everything that can be said about the byte at `offset`. For an offset outside the input the explanation is about
 * its end: what is missing there, if anything. Never throws; takes time by the depth and the distance to the last
 * SWITCH_PAGE, not by the length of texts.
 * @param offset bytes from the start of the input
 * @param context what is known of the message besides its bytes
 */
export function explain(decoded: Decoded, offset: number, context: ExplainContext = {}): Explanation {
  const { tokens, bytes } = decoded;
  const i = Number.isInteger(offset) ? tokens.atOffset(offset) : -1;
  if (i < 0) return explainEnd(decoded);
  const byte = bytes[offset] as number;
  const part = partAt(decoded, i, offset);
  const kind = tokens.kind(i);
  const hex = hexByte(byte);
  const bits = bitsOf(byte);
  const page = pageAt(decoded, i);
  const owner = ownerOf(decoded, i);
  const element = owner < 0 ? undefined : elementFacts(decoded, owner);
  const start = attributeOf(decoded, i);
  const value =
    start >= 0
      ? attributeValueFacts(decoded, start)
      : owner < 0
        ? undefined
        : elementValueFacts(decoded, owner, context);
  const text = partWords(decoded, i, part, offset);
  // A SWITCH_PAGE names its page already.
  const where =
    page === undefined || kind === KIND.switchPage ? '' : ` · ${pageWords(decoded, page.number, page.space)}`;
  return {
    offset,
    hex,
    bits,
    summary: `${hex} = ${bits} · ${isTag(kind) && part.name === 'token' ? tagSummary(decoded, i) : text}${where}`,
    fields: bitFields(decoded, i, part, offset),
    start: tokens.start(i),
    end: tokens.end(i),
    token: {
      index: i,
      kind: KIND_NAMES[kind] as TokenKind,
      name: kindName(kind),
      meaning: tokenMeaning(decoded, i),
    },
    part: { name: part.name, start: part.start, end: part.end, text },
    ...(page && { page }),
    path: elementPath(decoded, i),
    ...(element && { element }),
    ...(start >= 0 && { attribute: { name: attributeName(decoded, start), start: tokens.start(start) } }),
    ...(part.name === 'number' && { number: numberForm(bytes, part.start, part.end) }),
    ...(value && { value }),
    notes: notesOn(decoded, i, part, context),
    problems: problemsAt(decoded, offset),
    source: sourceOf(kind, part.name),
  };
}

const isTag = (kind: number): boolean => kind === KIND.tag || kind === KIND.literalTag;

/** `content follows · 0b SyncKey`: what the two high bits say, then which tag it is. */
function tagSummary(decoded: Decoded, i: number): string {
  const byte = decoded.tokens.byte(i);
  return `${whatFollows(byte)} · ${hexByte(byte & TAG_CODE)} ${tagName(decoded, i)}`;
}

function explainEnd(decoded: Decoded): Explanation {
  const end = decoded.bytes.length;
  const text = end === 0 ? 'the input is empty' : `end of input, after ${counted(end, 'byte')}`;
  const problems = decoded.problems.filter((problem) => problem.end >= end && problem.severity === 'error');
  return {
    offset: end,
    hex: '',
    bits: '',
    summary: text,
    fields: [],
    start: end,
    end,
    part: { name: 'end', start: end, end, text },
    path: { steps: [], skipped: 0 },
    notes: problems.map(({ expected, assumed }) => `Missing here: ${expected}; ${assumed}.`),
    problems,
    source: 'WAP-192-WBXML §5.3',
  };
}
