import { hexByte, readMbUint32, toHex } from '../bytes/index.ts';
import { isOpenString, stringSpan, type Document, type Vocabulary } from '../doctypes/index.ts';
import { KIND, type Header } from '../wbxml/index.ts';
import { escapeValue } from './escape.ts';
import { splitPieces } from './pieces.ts';
import { storedText } from './stored.ts';

/** What a mark needs to know of its document. */
interface MarkContext {
  document: Document;
  header: Header;
  vocabulary: Vocabulary;
}

/** A token of an attribute list as its mark; nothing for an END or what cannot be read. */
export function attributeMark({ document, header, vocabulary }: MarkContext, i: number): string {
  const variables = vocabulary.type.variables === true;
  const { tokens } = document;
  const { bytes } = tokens;
  const [start, end] = [tokens.start(i), tokens.end(i)];
  const stored = () => {
    const read = readMbUint32(bytes, start + 1);
    return {
      text: storedText({ value: read.value, width: read.next - start - 1 }),
      value: read.value,
      next: read.next,
    };
  };
  const which = tokens.byte(i) & 3;
  const code = `0x${hexByte(tokens.byte(i)).toUpperCase()}`;
  switch (tokens.kind(i)) {
    case KIND.switchPage:
      return `{switch-page ${tokens.page(i)}}`;
    case KIND.attributeStart:
      return `{start ${code}}`;
    case KIND.attributeLiteral:
      return `{literal ${stored().text}}`;
    case KIND.attributeValue:
      return `{${code}}`;
    case KIND.strI: {
      const span = stringSpan(document, i);
      const value = escapeValue(splitPieces(bytes.subarray(span.start, span.end), header.encoding), {
        variables,
      });
      return `{str-i}${value}${isOpenString(document, i) ? '{end}' : ''}`;
    }
    case KIND.strT:
      return `{str-t ${stored().text}}`;
    case KIND.entity:
      return `{entity ${stored().text}}`;
    case KIND.ext:
      return `{ext-${which}}`;
    case KIND.extT:
      return `{ext-t-${which} ${stored().text}}`;
    case KIND.extI: {
      const span = stringSpan(document, i);
      const hex = toHex(bytes.subarray(span.start, span.end));
      return `{ext-i-${which} ${hex}}${isOpenString(document, i) ? '{end}' : ''}`;
    }
    case KIND.opaque: {
      const { text, value, next } = stored();
      const hex = toHex(bytes.subarray(next, end)) || '-';
      const isPlain = value === end - next && text === String(value);
      return isPlain ? `{opaque ${hex}}` : `{opaque ${hex} ${text}}`;
    }
    default:
      return '';
  }
}
