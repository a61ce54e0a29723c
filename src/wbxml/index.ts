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
export { versionText, type Header, type Stored } from './header.ts';
export {
  TokenTable,
  TokenTableBuilder,
  type Token,
  type Tokens,
  type TokenArrays,
  type Namer,
} from './token-table.ts';
export { tokenize, stringEnd, type Tokenized } from './tokenize.ts';
