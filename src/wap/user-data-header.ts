/** What stands in front of the user data of a short message. @see 3GPP TS 23.040 §9.2.3.24 */
export interface UserDataHeader {
  /** Whom the data is for, and whom from. */
  ports?: { to: number; from: number };
  /** Which part of a longer message it is: parts have one reference, are counted from 1. */
  part?: { reference: number; total: number; number: number };
  /** Offset of the first byte behind it. */
  next: number;
}

/**
 * Reads the header of user data at `at`: its length, then elements that fill it just up.
 * @returns `undefined` where they do not
 */
export function readUserDataHeader(bytes: Uint8Array, at: number): UserDataHeader | undefined {
  const length = bytes[at];
  if (length === undefined) return undefined;
  const next = at + 1 + length;
  if (next > bytes.length) return undefined;
  const header: UserDataHeader = { next };
  for (let i = at + 1; i < next;) {
    const [id, size = next] = [bytes[i], bytes[i + 1]];
    const start = i + 2;
    if (start + size > next) return undefined;
    const byte = (n: number): number => bytes[start + n] as number;
    const word = (n: number): number => byte(n) * 256 + byte(n + 1);
    if (id === 0x00 && size === 3) header.part = { reference: byte(0), total: byte(1), number: byte(2) };
    if (id === 0x08 && size === 4) header.part = { reference: word(0), total: byte(2), number: byte(3) };
    if (id === 0x04 && size === 2) header.ports = { to: byte(0), from: byte(1) };
    if (id === 0x05 && size === 4) header.ports = { to: word(0), from: word(2) };
    i = start + size;
  }
  const { part } = header;
  return part && (part.number === 0 || part.number > part.total) ? undefined : header;
}

/** The ports of pushes and of WAP. */
const CDMA_PORTS = [2948, 2949, 9200];

/**
 * Reads what stands in front of the same data in CDMA: a type, how many segments, which, the ports, source first.
 * Segments of several do not say enough to be told from other bytes.
 * @see WAP-259-WDP §6.5
 */
export function readCdmaHeader([type, total, number, a = 0, b = 0, c = 0, d = 0]: Uint8Array):
  UserDataHeader | undefined {
  const ports = { to: c * 256 + d, from: a * 256 + b };
  const isOne = type === 0 && total === 1 && number === 0;
  return isOne && CDMA_PORTS.includes(ports.to) ? { ports, next: 7 } : undefined;
}

/** Ports at which WSP without a session is spoken in the clear, or WBXML pushes come in. */
export const PORTS: Readonly<Record<number, string>> = {
  2948: 'WAP push',
  2949: 'WAP push, secure',
  5505: 'ring tones of Nokia',
  5506: 'operator logos of Nokia',
  5507: 'group graphics of Nokia',
  5514: 'pictures of Nokia',
  5580: 'service data of Nokia',
  9200: 'WAP without a session',
  9201: 'WAP with a session',
  9202: 'WAP without a session, secure',
  9203: 'WAP with a session, secure',
  9204: 'vCard',
  9205: 'vCalendar',
  9206: 'vCard, secure',
  9207: 'vCalendar, secure',
  49996: 'settings of Siemens',
  49999: 'settings of Nokia and Ericsson',
};
