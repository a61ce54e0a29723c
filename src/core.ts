/**
 * Everything of the playground that knows no browser: the codec and its XML text, what was pasted, what a
 * byte means, what is wrong with a message, and links. Plain functions of their arguments; no dependencies.
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
  startEdit,
  editXml,
  xmlToBytes,
  XmlError,
  type XmlRead,
  type XmlEdit,
  type XmlMap,
  type TextChange,
  type ReadOptions,
} from './xml/index.ts';
export {
  applyEdits,
  conversationFromJson,
  conversationToJson,
  type Basis,
  type Conversation,
  type Exchange,
  type Http,
  type Message,
  type Place,
  type ReadAs,
  type Side,
} from './conversation/index.ts';
export { explain, listingRows, listingText, type Explanation, type Listing } from './explain/index.ts';
export {
  alignTokens,
  applyFix,
  checks,
  compare,
  contextOf,
  detect,
  detectSteps,
  examine,
  examineMessage,
  explainLengths,
  explainSize,
  rules,
  verdict,
  versionsOfMessage,
  type Check,
  type Context,
  type Difference,
  type Examination,
  type Finding,
  type Fix,
  type LengthsAnswer,
  type LengthsQuestion,
  type Proposal,
  type Reaction,
  type Rule,
  type Severity,
  type SizeExplanation,
  type TokenRow,
  type Verdict,
} from './doctor/index.ts';
export { readPaste, recognise, type Candidate, type PasteProblem } from './intake/index.ts';
export { fromLink, isLinkProblem, linkFacts, toLink, type LinkProblem, type View } from './share/index.ts';
