import { latin1Text } from '../../../bytes/index.ts';

/** Whether bytes begin like TLS: a handshake record of version 3.x. */
export const isTls = (bytes: Uint8Array): boolean =>
  bytes[0] !== undefined && bytes[0] >= 20 && bytes[0] <= 23 && bytes[1] === 3 && (bytes[2] ?? 9) <= 4;

const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const MOST_EXTENSIONS = 64;

/** The host name that the first message of a TLS client asks for (RFC 6066 §3); `undefined` where it names none. */
export function serverName(bytes: Uint8Array): string | undefined {
  if (!isTls(bytes) || bytes[0] !== 22 || bytes[5] !== 1) return undefined;
  let at = 43; // record header 5, handshake header 4, version 2, random 32
  at += 1 + (bytes[at] ?? 0); // session id
  at += 2 + u16(bytes, at); // cipher suites
  at += 1 + (bytes[at] ?? 0); // compression
  at += 2;
  for (let n = 0; n < MOST_EXTENSIONS && at + 4 < bytes.length; n++) {
    const length = u16(bytes, at + 2);
    if (u16(bytes, at) === 0) {
      const name = bytes.subarray(at + 9, at + 9 + u16(bytes, at + 7));
      const text = latin1Text(name.subarray(0, 255));
      return /^[\w.-]+$/.test(text) ? text : undefined;
    }
    at += 4 + length;
  }
  return undefined;
}
