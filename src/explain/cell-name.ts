import { hexByte } from '../bytes/index.ts';
import type { Decoded } from '../doctypes/index.ts';
import { partWords } from './part-words.ts';
import { partAt } from './token-parts.ts';

/**
 * A byte's name for assistive technology: `offset 12, 4b, SyncKey tag, content follows`. Outside the input only
 * the offset and that there is no byte.
 */
export function cellName(decoded: Decoded, offset: number): string {
  const i = decoded.tokens.atOffset(offset);
  if (i < 0) return `offset ${offset}, no byte`;
  const hex = hexByte(decoded.bytes[offset] as number);
  return `offset ${offset}, ${hex}, ${partWords(decoded, i, partAt(decoded, i, offset), offset)}`;
}
