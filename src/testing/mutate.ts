import type { Random } from './random.ts';

/** Tokens and beginnings of tokens that a mutation puts where they do not belong. */
const ODD: readonly (readonly number[])[] = [
  [0x00, 0x00],
  [0x00, 0x11],
  [0x00, 0x63],
  [0x01],
  [0x02, 0x41],
  [0x02, 0x81, 0x20],
  [0x03, 0x00],
  [0x03, 0x20, 0x0a, 0x00],
  [0x03, 0x61, 0x0d, 0x0a, 0x62, 0x00],
  [0x03, 0x24, 0x28, 0x61, 0x29, 0x00],
  [0x03, 0xff, 0x07, 0x00],
  [0x03, 0xef, 0xbb, 0xbf, 0xe2, 0x80, 0xa8, 0x00],
  [0x04, 0x00],
  [0x40, 0x61, 0x00],
  [0x43, 0x05, 0x01],
  [0x44, 0x80, 0x00],
  [0x81, 0x02],
  [0x83, 0x00],
  [0x83, 0x80, 0x01],
  [0x84, 0x00, 0x01],
  [0x85, 0x05, 0x01],
  [0x85, 0x0b, 0x03, 0x7b, 0x7d, 0x00, 0x86, 0x01],
  [0xc1],
  [0xc3, 0x00],
  [0xc3, 0x03, 0x5d, 0x5d, 0x3e],
  [0xc3, 0x01, 0x61, 0x03, 0x20, 0x07, 0x00],
  [0xc3, 0x80, 0x02, 0x0d, 0x0a],
  [0xc3, 0xff, 0xff, 0xff, 0xff, 0x7f],
  [0xc3, 0x8f, 0xff, 0xff, 0xff, 0x7f],
  [0xc4, 0x01, 0x0a, 0x01],
];

/** One to four changes to a real message: flips, odd tokens put in, pieces taken out or doubled, cuts, headers. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let result = bytes;
  for (let left = 1 + random.below(4); left > 0; left--) result = change(result, random);
  return result;
}

function change(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  switch (random.below(8)) {
    case 0:
      return spliced(bytes, at, 1, [random.below(256)]);
    case 1:
      return spliced(bytes, at, 0, random.pick(ODD));
    case 2:
      return spliced(bytes, at, 1 + random.below(8), []);
    case 3:
      return bytes.slice(0, at);
    case 4: {
      const piece = bytes.subarray(at, at + 1 + random.below(16));
      return spliced(bytes, random.below(bytes.length + 1), 0, piece);
    }
    case 5:
      return spliced(bytes, random.below(4), 1, [random.below(256)]);
    case 6:
      return spliced(bytes, at, 1, [(bytes[at] ?? 0) ^ (1 << random.below(8))]);
    default:
      return spliced(bytes, at, 2, random.pick(ODD));
  }
}

function spliced(bytes: Uint8Array, at: number, remove: number, insert: ArrayLike<number>): Uint8Array {
  const end = Math.min(bytes.length, at + remove);
  const result = new Uint8Array(bytes.length - (end - at) + insert.length);
  result.set(bytes.subarray(0, at));
  result.set(insert, at);
  result.set(bytes.subarray(end), at + insert.length);
  return result;
}
