import type { Decoded } from '../doctypes/index.ts';
import { KIND } from '../wbxml/index.ts';
import { attributeContent, contentOf, type Content } from './element-content.ts';
import { elementPath } from './element-path.ts';
import type { ExplainContext, ValueFacts } from './explanation.ts';
import { nestedDocument } from './nested-document.ts';
import { counted, cutTo, isText, quotedHead, SHOWN } from './shown-text.ts';
import { attributeName, pageName, tagName } from './token-names.ts';
import { valueWords, type Value } from './values/value-words.ts';

/** The value of the element with index `i`; `undefined` where it has none: empty, or other elements in it. */
export function elementValueFacts(
  decoded: Decoded,
  i: number,
  context: ExplainContext,
): ValueFacts | undefined {
  const content = contentOf(decoded, i);
  const { tokens, vocabulary } = decoded;
  const value: Value = { content, ...dataOf(decoded, content) };
  const page = pageName(decoded, tokens.page(i));
  if (vocabulary.type.id === 'activesync' && page !== undefined && tokens.kind(i) === KIND.tag) {
    const entry = vocabulary.tag(tokens.page(i), tokens.tagCode(i));
    value.page = page;
    value.name = tagName(decoded, i);
    if (entry?.type) value.type = entry.type;
    const { steps } = elementPath(decoded, i);
    value.parent = steps.at(-2)?.name ?? '';
    const root = steps[0];
    value.root = root ? `${pageName(decoded, tokens.page(root.token)) ?? ''}:${root.name}` : '';
  }
  const facts = factsOf(tagName(decoded, i), value, context);
  const document = content.kind === 'data' && content.span && nestedDocument(decoded, content.span);
  if (!facts || !document) return facts;
  const inside = { label: 'A document inside', text: `${document.title}, ${counted(content.size, 'byte')}` };
  return { ...facts, lines: [inside, ...facts.lines], document };
}

/** The value of the attribute that begins with token `i`. */
export function attributeValueFacts(decoded: Decoded, i: number): ValueFacts | undefined {
  const content = attributeContent(decoded, i);
  return factsOf(attributeName(decoded, i), { content, ...dataOf(decoded, content) }, {});
}

/** Bytes of data that are looked at to tell what it is. */
const LOOKED_AT = 256;

function dataOf(decoded: Decoded, { kind, span }: Content): { data?: Uint8Array } {
  if (kind !== 'data' || !span) return {};
  return { data: decoded.bytes.subarray(span.start, Math.min(span.end, span.start + LOOKED_AT)) };
}

function factsOf(of: string, value: Value, context: ExplainContext): ValueFacts | undefined {
  const { kind, head, size, typed } = value.content;
  if (kind === 'elements' || kind === 'empty') return undefined;
  const readable = kind === 'text' || typed || isText(head.text);
  const text = readable ? quotedHead(cutTo(head.text, SHOWN, head.whole)) : counted(size, 'byte');
  return { of, kind, text, size, ...valueWords(value, context) };
}
