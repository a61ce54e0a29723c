import { decode, type Decoded, type Vocabulary } from '../doctypes/index.ts';
import { KIND } from '../wbxml/index.ts';

/** Larger data is no document that anybody nests. */
const LARGEST = 1 << 16;
const VERSION_1_3 = 0x03;
const LF = 0x0a;

/**
 * The text of a document that stands as data in another, as an element; `undefined` where the data is no such document,
 * or reading the element would not give it back: for that the text must have a plain header and nothing around its root.
 * @param inside a line end and the indentation inside the element around it; empty where no layout may stand there
 * @param print the text of a whole document, which reads as that document
 */
export function printNested(
  data: Uint8Array,
  { type }: Vocabulary,
  inside: string,
  print: (decoded: Decoded) => string,
): { text: string; isIndented: boolean } | undefined {
  const { nests } = type;
  if (!nests || data[0] !== VERSION_1_3 || data.length > LARGEST) return undefined;
  const inner = decode(data);
  const { id } = inner.doctype;
  if (!nests.includes(id) || inner.problems.length > 0) return undefined;
  const whole = print(inner);
  const head = `<?wbxml type="${id}"?>\n`;
  const text = whole.slice(head.length);
  // a mark in front of the root or behind it is no part of its element
  const isElement = inner.vocabulary.type.roots.some((root) => text.startsWith(`<${root} xmlns=`));
  if (!whole.startsWith(head) || !isElement || text.endsWith('?>')) return undefined;
  const isIndented = inside !== '' && !hasLineEnds(inner);
  return { text: isIndented ? text.replaceAll('\n', inside) : text, isIndented };
}

/** Whether a text of the document holds a line end: then not every line end of its XML is layout. */
function hasLineEnds({ tokens }: Decoded): boolean {
  for (let i = 0; i < tokens.length; i++) {
    const kind = tokens.kind(i);
    if (kind !== KIND.strI && kind !== KIND.extI && kind !== KIND.opaque) continue;
    if (tokens.bytes.subarray(tokens.start(i), tokens.end(i)).includes(LF)) return true;
  }
  return false;
}
