import { twoDigits } from './digits.ts';
import { readAddress, readServiceCentre, type SmsAddress } from './sms-address.ts';
import { readCdmaHeader, readUserDataHeader, type UserDataHeader } from './user-data-header.ts';

/**
 * A short message as modems print it, or its user data alone. Offsets are into its bytes, half-open.
 * @see 3GPP TS 23.040 §9.2.2, TS 27.005 §3.1
 */
export interface ShortMessage {
  /** `deliver`: received. `submit`: to be sent. `user-data`: its user data, header and all, and nothing else. */
  kind: 'deliver' | 'submit' | 'user-data';
  serviceCentre?: SmsAddress | undefined;
  /** Whom it came from, or is for. */
  address?: SmsAddress | undefined;
  /** When the service centre had it, as it says it itself: '2004-03-02 12:00:00 +01:00'; '' for digits that are no time. */
  sentAt?: string | undefined;
  header?: UserDataHeader | undefined;
  /** False where it is text. */
  isBinary: boolean;
  /** Where the length of the user data is said. */
  lengthAt?: number;
  /** The user data behind its header. */
  start: number;
  end: number;
  /** How many bytes of it the input lacks. */
  missing: number;
}

const HAS_HEADER = 0x40;
const FILLER = 0xff;

/**
 * Reads one short message: with the number of its service centre in front or without, as a SIM keeps it (a byte of
 * state in front, filled up with ff), or user data with a header that names a port or a part.
 * @returns `undefined` where no form fits to the last byte. Never throws; time is linear.
 */
export function readShortMessage(bytes: Uint8Array): ShortMessage | undefined {
  const whole = [...withServiceCentre(bytes, 0), ...withServiceCentre(bytes, 1)].find(fits);
  return whole ?? [readTpdu(bytes, 0)].find(fits) ?? userData(bytes);
}

/** A message that is cut counts where its header says what it is for. */
const fits = (message: ShortMessage | undefined): message is ShortMessage =>
  message !== undefined && (message.missing === 0 || message.header?.ports !== undefined);

/** @param at 1 where the byte in front is the state of a record of a SIM: read, to be read, sent, to be sent */
function withServiceCentre(bytes: Uint8Array, at: 0 | 1): ShortMessage[] {
  if (at === 1 && ![1, 3, 5, 7].includes(bytes[0] as number)) return [];
  const centre = readServiceCentre(bytes, at);
  const message = centre && readTpdu(bytes, centre.next);
  return message ? [{ ...message, serviceCentre: centre.value }] : [];
}

/** The lengths of a validity period by the bits that say its form. */
const VALIDITY: readonly number[] = [0, 7, 1, 7];

/** By its first byte; examples that go round for emulators say “received” and are written as those to be sent. */
function readTpdu(bytes: Uint8Array, at: number): ShortMessage | undefined {
  const type = (bytes[at] ?? 3) & 3;
  if (type > 1) return undefined;
  return (type === 0 ? readAs('deliver', bytes, at) : undefined) ?? readAs('submit', bytes, at);
}

function readAs(kind: 'deliver' | 'submit', bytes: Uint8Array, at: number): ShortMessage | undefined {
  const first = bytes[at] as number;
  const address = readAddress(bytes, at + (kind === 'deliver' ? 1 : 2));
  if (!address?.value) return undefined;
  const coding = address.next + 1;
  const time = coding + 1;
  const sentAt = kind === 'deliver' ? timeText(bytes, time) : undefined;
  if (kind === 'deliver' && sentAt === undefined) return undefined;
  const lengthAt = time + (kind === 'deliver' ? 7 : (VALIDITY[(first >> 3) & 3] as number));
  const length = bytes[lengthAt];
  if (length === undefined) return undefined;
  const isBinary = isEightBit(bytes[coding] as number);
  const isUcs2 = ((bytes[coding] as number) & 0xcc) === 0x08;
  const start = lengthAt + 1;
  const end = start + (isBinary || isUcs2 ? length : Math.ceil((length * 7) / 8));
  const header = first & HAS_HEADER ? readUserDataHeader(bytes, start) : undefined;
  if (first & HAS_HEADER && (!header || header.next > end)) return undefined;
  for (let i = end; i < bytes.length; i++) if (bytes[i] !== FILLER) return undefined;
  const missing = Math.max(0, end - bytes.length);
  return {
    kind,
    address: address.value,
    sentAt,
    header,
    isBinary,
    lengthAt,
    start: header?.next ?? start,
    end: Math.min(end, bytes.length),
    missing,
  };
}

/** Data coding schemes whose user data is bytes. @see 3GPP TS 23.038 §4 */
const isEightBit = (coding: number): boolean =>
  (coding & 0x80) === 0 ? (coding & 0x0c) === 0x04 : (coding & 0xf4) === 0xf4;

/** User data alone, with its own length in front or without: a header that names a port or a part is its mark. */
function userData(bytes: Uint8Array): ShortMessage | undefined {
  const whole = { kind: 'user-data', isBinary: true, missing: 0 } as const;
  const counted = bytes.length > 1 ? readUserDataHeader(bytes, 1) : undefined;
  const end = 1 + (bytes[0] as number);
  // protocols of gateways fill up with zeros behind it
  if (
    counted?.ports &&
    counted.next <= end &&
    end <= bytes.length &&
    bytes.subarray(end).every((byte) => byte === 0)
  )
    return { ...whole, header: counted, lengthAt: 0, start: counted.next, end };
  const header = readCdmaHeader(bytes) ?? readUserDataHeader(bytes, 0);
  if (!header?.ports && !header?.part) return undefined;
  return { ...whole, header, start: header.next, end: bytes.length };
}

const two = (value: number): string => String(value).padStart(2, '0');
const SIGN = 0x08;

/** Year of two digits to second, then the zone in quarters of an hour; `undefined` where they are no digits. */
function timeText(bytes: Uint8Array, at: number): string | undefined {
  const parts = Array.from({ length: 6 }, (_, i) => twoDigits(bytes[at + i]));
  const zone = bytes[at + 6];
  if (zone === undefined || parts.includes(undefined)) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23) return '';
  const quarters = (zone & 7) * 10 + (zone >> 4);
  const east = zone & SIGN ? '-' : '+';
  // two digits: phones take those from 90 on for the last century
  const century = year >= 90 ? 1900 : 2000;
  const date = `${century + year}-${two(month)}-${two(day)}`;
  const offset = `${east}${two(Math.floor(quarters / 4))}:${two((quarters % 4) * 15)}`;
  return `${date} ${two(hour)}:${two(minute)}:${two(second)} ${offset}`;
}
