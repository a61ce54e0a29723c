import { ByteWriter } from '../../bytes/index.ts';
import { writeHeader, type Decoded } from '../../doctypes/index.ts';
import { CONTENT_BIT, GLOBAL, KIND, type Header } from '../../wbxml/index.ts';

/** What of a message is left out. */
export interface Leaving {
  /** Elements that go, by the token of their tag. */
  elements: ReadonlySet<number>;
  /** Tags that lose their content bit and END: nothing is in them. */
  bare: ReadonlySet<number>;
  /** True where the string table goes: nothing points into it. */
  table: boolean;
}

export const NOTHING: Leaving = { elements: new Set(), bare: new Set(), table: false };

/** A message written with the SWITCH_PAGEs it needs and no other. */
export interface Written {
  bytes: Uint8Array;
  /** Bytes of its SWITCH_PAGEs. */
  switches: number;
}

/**
 * Writes a message without what is left out. SWITCH_PAGEs of tag space stand right before a tag whose page is not in
 * force, never elsewhere. Linear in the tokens.
 */
export function write({ bytes, tokens }: Decoded, header: Header, leaving: Leaving): Written {
  const out = new ByteWriter(bytes.length + 8);
  const table = leaving.table ? new Uint8Array() : bytes.subarray(header.tableStart, header.tableEnd);
  writeHeader(out, leaving.table ? { ...header, tableLength: { value: 0, width: 1 } } : header, table);
  let page = 0;
  let switches = 0;
  for (let i = firstOfBody(tokens); i < tokens.length; i++) {
    const kind = tokens.kind(i);
    const isAttribute = tokens.inAttributes(i);
    if (leaving.elements.has(i)) {
      i = tokens.past(i) - 1;
      continue;
    }
    if (kind === KIND.switchPage && !isAttribute) continue;
    if (kind === KIND.tag && !isAttribute && tokens.page(i) !== page) {
      page = tokens.page(i);
      out.byte(GLOBAL.SWITCH_PAGE);
      out.byte(page);
      switches += 2;
    }
    if (leaving.bare.has(i)) {
      out.byte(tokens.byte(i) & ~CONTENT_BIT);
      i = tokens.past(i) - 1;
      continue;
    }
    out.raw(bytes.subarray(tokens.start(i), tokens.end(i)));
  }
  return { bytes: out.take(), switches };
}

/** Index of the first token behind the header. */
export function firstOfBody(tokens: Decoded['tokens']): number {
  let i = 0;
  while (i < tokens.length && tokens.kind(i) <= KIND.stringTableEntry) i++;
  return i;
}
