/**
 * Everything of the playground that knows no browser: the codec, the XML text, what was pasted, what is wrong
 * with it, and links. Plain functions of their arguments.
 */
export { toHex, fromHex, toBase64, fromBase64, toBase64Url } from './bytes/index.ts';
export type { Problem, Token, TokenKind, Tokens } from './wbxml/index.ts';
export {
  decode,
  encode,
  documentTypes,
  type Decoded,
  type DecodeOptions,
  type Document,
  type DocumentType,
} from './doctypes/index.ts';
export {
  bytesToXml,
  toXml,
  fromXml,
  readXml,
  xmlToBytes,
  XmlError,
  type XmlRead,
  type XmlMap,
  type ReadOptions,
} from './xml/index.ts';
