import { mbUint32Width, toHex, writeMbUint32 } from '../bytes/index.ts';

/** What a push says of its body; numbers as WSP has them. */
export interface PushSpec {
  transaction?: number;
  /** A number, or a text. */
  type: number | string;
  /** Parameters of the type: a number and the bytes of its value. */
  parameters?: readonly (readonly [code: number, value: readonly number[]])[];
  /** Headers as their bytes. */
  headers?: readonly number[];
}

const uintvar = (value: number): number[] => {
  const bytes = new Uint8Array(mbUint32Width(value));
  writeMbUint32(bytes, 0, value);
  return [...bytes];
};
const ascii = (text: string): number[] => [...new TextEncoder().encode(text)];
/** A text of WSP with its NUL. */
export const wspText = (text: string): number[] => [...ascii(text), 0];
/** A Service Indication of a.test. */
export const SI = Uint8Array.from(
  [[2, 5, 0x6a, 0, 0x45, 0xc6, 0x0c], wspText('a.test'), [1], wspText('\x03hi'), [1, 1]].flat(),
);
/** A length of WSP: itself up to 30, else behind a quote. */
const valueLength = (length: number): number[] => (length <= 30 ? [length] : [31, ...uintvar(length)]);

function integer(value: number): number[] {
  if (value < 0x80) return [value | 0x80];
  const bytes: number[] = [];
  for (let left = value; left > 0; left = Math.floor(left / 256)) bytes.unshift(left % 256);
  return [bytes.length, ...bytes];
}

/** A connectionless push. @see WAP-230-WSP §8.2.4.1 */
export function writePush(
  { transaction = 0x25, type, parameters = [], headers = [] }: PushSpec,
  body: Uint8Array,
): Uint8Array {
  const media = typeof type === 'number' ? integer(type) : wspText(type);
  const rest = parameters.flatMap(([code, value]) => [code | 0x80, ...value]);
  const isPlain = rest.length === 0 && (typeof type === 'string' || type < 0x80);
  const contentType = isPlain ? media : [...valueLength(media.length + rest.length), ...media, ...rest];
  const head = [...contentType, ...headers];
  return Uint8Array.from([transaction, 6, ...uintvar(head.length), ...head, ...body]);
}

/** How short messages are written. */
export interface SmsSpec {
  kind: 'deliver' | 'submit' | 'user-data';
  /** Digits of the service centre; none for a byte 00. */
  centre?: string;
  number?: string;
  ports?: readonly [to: number, from: number];
  /** Reference of the parts, in one byte or two. */
  reference?: number;
  wide?: boolean;
  /** Validity period of a message to be sent. */
  validity?: 0 | 1 | 7;
}

const swapped = (digits: string): number[] => {
  const even = digits.length % 2 === 0 ? digits : `${digits}f`;
  return [...even.matchAll(/(.)(.)/g)].map(([, a = '0', b = '0']) => parseInt(b + a, 16));
};

const word = (value: number): number[] => [value >> 8, value & 255];
const MOST_USER_DATA = 140;
const FIRST = { deliver: 0x44, submit: 0x41 } as const;
const VALIDITY = { 0: 0x00, 1: 0x10, 7: 0x18 } as const;

/** A datagram in short messages, as many as it needs, in their order. @see 3GPP TS 23.040 §9.2.2 */
export function writeShortMessages(spec: SmsSpec, datagram: Uint8Array): Uint8Array[] {
  const { ports = [2948, 9200], reference = 0x5a, wide = false } = spec;
  const port = [5, 4, ...word(ports[0]), ...word(ports[1])];
  const fits = datagram.length + port.length + 1 <= MOST_USER_DATA;
  const room = MOST_USER_DATA - 1 - port.length - (fits ? 0 : wide ? 6 : 5);
  const total = Math.max(1, Math.ceil(datagram.length / room));
  return Array.from({ length: total }, (_, i) => {
    const part = wide ? [8, 4, ...word(reference), total, i + 1] : [0, 3, reference & 255, total, i + 1];
    const elements = total > 1 ? [...port, ...part] : port;
    const data = datagram.subarray(i * room, (i + 1) * room);
    return Uint8Array.from(withHead(spec, [elements.length, ...elements, ...data]));
  });
}

function withHead(
  { kind, centre = '', number = '491701234567', validity = 0 }: SmsSpec,
  userData: number[],
): number[] {
  if (kind === 'user-data') return userData;
  const smsc = centre === '' ? [0] : [1 + Math.ceil(centre.length / 2), 0x91, ...swapped(centre)];
  const address = [number.length, 0x91, ...swapped(number)];
  const time = kind === 'deliver' ? swapped('04030212000004') : new Array<number>(validity).fill(0xaa);
  const first = kind === 'deliver' ? [FIRST.deliver] : [FIRST.submit | VALIDITY[validity], 0];
  return [...smsc, ...first, ...address, 0, 4, ...time, userData.length, ...userData];
}

/** Short messages as a modem lists them. */
export const asModemList = (pdus: readonly Uint8Array[]): string =>
  [
    ...pdus.map(
      (pdu, i) => `+CMGL: ${i + 1},1,,${pdu.length - 1 - (pdu[0] ?? 0)}\r\n${toHex(pdu).toUpperCase()}`,
    ),
    '',
    'OK',
  ].join('\r\n');

/** An object in OBEX PUT packets of at most `size` bytes of it. @see IrOBEX 1.3 §3.3.3 */
export function writeObex(type: string, name: string, body: Uint8Array, size: number): Uint8Array {
  const packets: number[] = [];
  const total = Math.max(1, Math.ceil(body.length / size));
  for (let i = 0; i < total; i++) {
    const isLast = i === total - 1;
    const piece = body.subarray(i * size, (i + 1) * size);
    const header = (id: number, bytes: readonly number[]): number[] => [
      id,
      ...word(bytes.length + 3),
      ...bytes,
    ];
    const utf16 = [...name].flatMap((letter) => [0, letter.charCodeAt(0)]);
    const first = i === 0 ? [...header(1, [...utf16, 0, 0]), ...header(0x42, wspText(type))] : [];
    const content = [...first, ...header(isLast ? 0x49 : 0x48, [...piece])];
    packets.push(isLast ? 0x82 : 0x02, ...word(content.length + 3), ...content);
  }
  return Uint8Array.from(packets);
}
