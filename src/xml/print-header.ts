import { mbUint32Width } from '../bytes/index.ts';
import type { Vocabulary } from '../doctypes/index.ts';
import { UTF_8, versionText, type Header } from '../wbxml/index.ts';
import { escapeValue } from './escape.ts';
import { splitPieces } from './pieces.ts';
import { storedText } from './stored.ts';
import type { StringTable } from './string-table.ts';

const PLAIN_VERSION = 3;

/** The marks that stand before the root, a line each; nothing where the header is the plain one. */
export function printHeader(
  header: Header,
  vocabulary: Vocabulary,
  table: StringTable,
  whiteIsText: boolean,
): string {
  const words: string[] = [];
  const { type } = vocabulary;
  if (whiteIsText) words.push('space="text"');
  if (type.id !== 'activesync') words.push(`type="${type.id}"`);
  if (header.version !== PLAIN_VERSION) words.push(`version="${versionText(header.version)}"`);
  const { publicId, charset } = header;
  const plainId = type.publicId ?? 1;
  const isPlainId =
    !publicId.index && publicId.value === plainId && publicId.width === mbUint32Width(plainId);
  if (!isPlainId) words.push(`publicid="${publicId.index ? '#' : ''}${storedText(publicId)}"`);
  if (charset && !(charset.value === UTF_8 && charset.width === 1))
    words.push(`charset="${storedText(charset)}"`);
  if (header.givenCharset !== undefined) words.push(`encoding="${header.givenCharset}"`);
  const { tableLength } = header;
  if (tableLength.width !== mbUint32Width(tableLength.value)) words.push(`strtbl="/${tableLength.width}"`);
  if (words.length === 0 && table.bytes.length === 0) return '';
  const lines = words.length > 0 ? [`<?wbxml ${words.join(' ')}?>\n`] : [];
  for (const { start, end, terminated } of table.spans()) {
    const value = escapeValue(splitPieces(table.bytes.subarray(start, end), header.encoding), {
      variables: false,
    });
    lines.push(`<?wbxml string="${value}${terminated ? '' : '{end}'}"?>\n`);
  }
  return lines.join('');
}
