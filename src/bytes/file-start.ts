import { toHex } from './hex.ts';

/** What other files and records begin with. */
export type FileFormat = 'zip' | 'png' | 'jpeg' | 'gif' | 'pdf' | 'pcap' | 'pcapng' | 'tls';

export interface FileStart {
  format: FileFormat;
  /** Ends the sentence 'This is …'. */
  name: string;
  /** The bytes it is known by, as hex with spaces. */
  start: string;
}

const PCAP = { format: 'pcap', name: 'a packet capture (pcap)' } as const;

const STARTS: readonly FileStart[] = [
  { format: 'zip', start: '50 4b 03 04', name: 'a zip archive or an Office document' },
  { format: 'png', start: '89 50 4e 47 0d 0a 1a 0a', name: 'a PNG image' },
  { format: 'jpeg', start: 'ff d8 ff', name: 'a JPEG image' },
  { format: 'gif', start: '47 49 46 38', name: 'a GIF image' },
  { format: 'pdf', start: '25 50 44 46 2d', name: 'a PDF document' },
  { ...PCAP, start: 'd4 c3 b2 a1' },
  { ...PCAP, start: 'a1 b2 c3 d4' },
  { ...PCAP, start: '4d 3c b2 a1' }, // the two with times in nanoseconds
  { ...PCAP, start: 'a1 b2 3c 4d' },
  { format: 'pcapng', start: '0a 0d 0d 0a', name: 'a packet capture (pcapng)' },
];

/** Bytes of the longest start. */
const LONGEST = 8;

/** A TLS record: type 20 to 23, version 3.0 to 3.4, at most 2¹⁴ + 2048 bytes (RFC 5246 §6.2.3). */
function isTls([type = 0, major = 0, minor = 9, high = 255, low = 0]: Uint8Array): boolean {
  const size = high * 256 + low;
  return type >= 20 && type <= 23 && major === 3 && minor <= 4 && size > 0 && size <= 18432;
}

/** What bytes begin like that are a file of another format; `undefined` where the start is not known. */
export function fileStart(bytes: Uint8Array): FileStart | undefined {
  const head = toHex(bytes.subarray(0, LONGEST), ' ');
  const known = STARTS.find(({ start }) => head.startsWith(start));
  if (known) return known;
  return isTls(bytes)
    ? { format: 'tls', start: head.slice(0, 8), name: 'a TLS record, still encrypted' }
    : undefined;
}
