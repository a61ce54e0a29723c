export { hexByte, toHex, fromHex, hexDigit } from './hex.ts';
export { toBase64, toBase64Url, fromBase64 } from './base64.ts';
export { readMbUint32, writeMbUint32, mbUint32Width, type MbUint32 } from './mb-uint32.ts';
export { inflate, MAX_INFLATED, type Inflated, type InflateFault } from './inflate.ts';
export { gunzip, unzlib, isGzip, isZlib } from './gzip.ts';
export { fileStart, type FileFormat, type FileStart } from './file-start.ts';
export { grouped } from './grouped.ts';
export { ByteWriter } from './byte-writer.ts';
export {
  commonEnds,
  commonTextEnds,
  gapBetween,
  sameBytes,
  type ByteGap,
  type CommonEnds,
} from './common-ends.ts';
export { shortText } from './short-text.ts';
export { joined } from './joined.ts';
export { latin1Text } from './latin1.ts';
export { lookUp } from './look-up.ts';
