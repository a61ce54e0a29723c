import { ByteWriter, readMbUint32 } from '../bytes/index.ts';
import { GLOBAL, KIND, type Header } from '../wbxml/index.ts';
import { isOpenString, stringSpan, type Document } from './decode.ts';

/**
 * Writes a document, token by token from what each token says: kinds, pages, codes, numbers with their
 * widths, and the bytes of strings and OPAQUE. A document whose header could not be read is its bytes.
 */
export function encode(document: Document): Uint8Array {
  const { header, tokens } = document;
  if (!header) return tokens.bytes.slice();
  const out = new ByteWriter(tokens.bytes.length + 16);
  writeHeader(out, header, tokens.bytes.subarray(header.tableStart, header.tableEnd));
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.space(i) !== 'header') writeToken(out, document, i);
  }
  return out.take();
}

/** Writes the header fields and the string table. */
export function writeHeader(out: ByteWriter, header: Header, table: Uint8Array): void {
  out.byte(header.version);
  if (header.publicId.index) out.byte(0);
  out.number(header.publicId.value, header.publicId.width);
  if (header.charset) out.number(header.charset.value, header.charset.width);
  out.number(table.length, header.tableLength.width);
  out.raw(table);
}

function writeToken(out: ByteWriter, document: Document, i: number): void {
  const { tokens } = document;
  const { bytes } = tokens;
  const [start, end] = [tokens.start(i), tokens.end(i)];
  const number = (at: number) => {
    const read = readMbUint32(bytes, at);
    out.number(read.value, read.next - at);
    return read;
  };
  switch (tokens.kind(i)) {
    case KIND.switchPage:
      out.byte(GLOBAL.SWITCH_PAGE);
      out.byte(tokens.page(i));
      return;
    case KIND.end:
      out.byte(GLOBAL.END);
      return;
    case KIND.strI:
    case KIND.extI: {
      out.byte(tokens.byte(i));
      const span = stringSpan(document, i);
      out.raw(bytes.subarray(span.start, span.end));
      const unit = document.header?.encoding.unit ?? 1;
      if (!isOpenString(document, i)) for (let k = 0; k < unit; k++) out.byte(0);
      return;
    }
    case KIND.literalTag:
    case KIND.attributeLiteral:
    case KIND.strT:
    case KIND.extT:
    case KIND.entity:
      out.byte(tokens.byte(i));
      number(start + 1);
      return;
    case KIND.opaque: {
      out.byte(GLOBAL.OPAQUE);
      out.raw(bytes.subarray(number(start + 1).next, end));
      return;
    }
    case KIND.unread:
      out.raw(bytes.subarray(start, end));
      return;
    default: // tags, attribute codes, PI and EXT are one byte
      out.byte(tokens.byte(i));
  }
}
