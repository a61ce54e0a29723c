import { stringEnd, type Header } from '../wbxml/index.ts';

/** The string at `offset` of the string table, to its terminator or the table's end; `undefined` outside it. */
export function tableString(bytes: Uint8Array, header: Header, offset: number): string | undefined {
  const { tableStart, tableEnd, encoding } = header;
  if (offset >= tableEnd - tableStart) return undefined;
  const start = tableStart + offset;
  const past = stringEnd(bytes, start, tableEnd, encoding.unit);
  return encoding.decode(bytes.subarray(start, past < 0 ? tableEnd : past - encoding.unit));
}
