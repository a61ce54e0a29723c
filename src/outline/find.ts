import type { Outline } from './outline.ts';

/**
 * The next element whose name holds `part`, letters of either case, from `from` on and round the end.
 * @param by 1 forwards, −1 back
 * @returns its number, or −1 where there is none
 */
export function findElement(outline: Outline, part: string, from: number, by: 1 | -1): number {
  const { length } = outline;
  const wanted = part.trim().toLowerCase();
  if (wanted === '' || length === 0) return -1;
  const fits = new Map<number, boolean>(); // a message has few names, however many elements
  const { tokens } = outline.decoded;
  for (let step = 1; step <= length; step++) {
    const element = (((from + by * step) % length) + length) % length;
    const token = outline.token(element);
    const key = tokens.kind(token) * 0x10000 + tokens.page(token) * 0x100 + tokens.tagCode(token);
    const isLiteral = tokens.tagCode(token) < FIRST_CODE;
    const known = isLiteral ? undefined : fits.get(key);
    const fit = known ?? outline.name(element).toLowerCase().includes(wanted);
    if (known === undefined && !isLiteral) fits.set(key, fit);
    if (fit) return element;
  }
  return -1;
}

/** Tag codes begin here; below it a tag is a LITERAL, named by the string table. */
const FIRST_CODE = 5;
