import { hexByte, mbUint32Width, readMbUint32, grouped } from '../bytes/index.ts';
import { counted } from './shown-text.ts';

/** A number as it stands in the bytes: seven bits a byte, highest first. */
export interface NumberForm {
  value: number;
  groups: NumberGroup[];
  /** Bytes that the shortest form takes; fewer than there are groups where it was padded. */
  shortest: number;
}

export interface NumberGroup {
  hex: string;
  /** The low seven bits. */
  bits: string;
  value: number;
  /** What the group is multiplied by. */
  weight: number;
  /** True on all bytes but the last. */
  more: boolean;
}

/**
 * The mb_u_int32 in bytes `start` to `end`, digit group by digit group.
 * @see WAP-192-WBXML §5.1
 */
export function numberForm(bytes: Uint8Array, start: number, end: number): NumberForm {
  const groups: NumberGroup[] = [];
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    groups.push({
      hex: hexByte(byte),
      bits: (byte & 0x7f).toString(2).padStart(7, '0'),
      value: byte & 0x7f,
      weight: 128 ** (end - 1 - at),
      more: (byte & 0x80) !== 0,
    });
  }
  const { value } = readMbUint32(bytes, start, end);
  return { value, groups, shortest: mbUint32Width(value) };
}

/** How the groups make the value, in one line: `81 20 → 1 × 128 + 32 = 160`. */
export function numberWords({ value, groups, shortest }: NumberForm): string {
  const hex = groups.map((group) => group.hex).join(' ');
  const terms = groups.map((group) =>
    group.weight === 1 ? `${group.value}` : `${group.value} × ${grouped(group.weight)}`,
  );
  const sum =
    groups.length === 1 ? `${hex} = ${grouped(value)}` : `${hex} → ${terms.join(' + ')} = ${grouped(value)}`;
  return shortest < groups.length ? `${sum}; ${counted(shortest, 'byte')} would do` : sum;
}
