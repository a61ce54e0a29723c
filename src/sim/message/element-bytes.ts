import { xmlToBytes } from '../../xml/index.ts';
import { replaceRawBytes, type Element, type Mark } from './element.ts';
import { plainBytes } from './plain-bytes.ts';

/**
 * The bytes of a message with this root, as the page's own codec writes them.
 * @param before marks that stand before the root
 */
export function elementBytes(root: Element, before: readonly Mark[] = []): Uint8Array {
  const plain = before.length === 0 ? plainBytes(root) : undefined;
  return plain ?? xmlToBytes(elementText(root, before), { doctype: 'activesync' });
}

/** The XML text of a message, its odd bytes as marks. */
export function elementText(root: Element, before: readonly Mark[] = []): string {
  const parts: string[] = before.map(markText);
  write(root, parts);
  return parts.join('');
}

const markText = ({ mark }: Mark): string => `<?wbxml ${mark}?>`;

/** Trees are a few levels deep: they are made here, never read. */
function write(element: Element, parts: string[]): void {
  if (!element.holds) {
    parts.push(`<${element.name}/>`);
    return;
  }
  parts.push(`<${element.name}>`);
  element.holds.forEach((content, i) => {
    if (typeof content === 'string') {
      // Two texts in a row are two strings; an empty one is apart from what stands before it by its own mark.
      if (content !== '' && typeof element.holds?.[i - 1] === 'string') parts.push('<?wbxml cut?>');
      parts.push(escaped(content));
    } else if ('mark' in content) parts.push(markText(content));
    else write(content, parts);
  });
  parts.push(`</${element.name}>`);
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
/** C0 controls but tab, LF and CR: they have no form in XML. */
const CONTROLS = /[^\t\n\r -\uffff]/g;

function escaped(text: string): string {
  if (text === '') return '<?wbxml str-i?>';
  let out = text.replaceAll('\0', '').replace(/[&<>\r]/g, (character) => NAMED[character] ?? '');
  // Nothing but white space is layout; one reference makes it text.
  if (/^[ \t\n]+$/.test(out)) out = `&#${out.charCodeAt(0)};${out.slice(1)}`;
  out = replaceRawBytes(out, byteMark);
  return out.replace(CONTROLS, (control) => byteMark(control.charCodeAt(0)));
}

const byteMark = (byte: number): string => `<?wbxml bytes="${byte.toString(16).padStart(2, '0')}"?>`;
