export {
  KIND,
  KIND_NAMES,
  GLOBAL,
  TAG_CODE,
  CONTENT_BIT,
  ATTRIBUTE_BIT,
  globalName,
  type TokenKind,
  type KindNumber,
  type CodeSpace,
} from './token-kinds.ts';
export { ProblemList, type Problem } from './problem.ts';
export { charsetOf, hasLoneSurrogate, UTF_8, FALLBACK, type Charset } from './charset.ts';
export { mayBeginWbxml, readHeader, versionText, type Header, type Stored } from './header.ts';
export { TokenTable, type Token, type Tokens, type Namer } from './token-table.ts';
export { stringEnd } from './string-end.ts';
export { tokenize, type Tokenized } from './tokenize.ts';
