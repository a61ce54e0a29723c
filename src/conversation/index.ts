export type * from './types.ts';
export { HeaderCollector } from './header-collector.ts';
export { LIMITS } from './limits.ts';
export {
  conversationToJson,
  conversationFromJson,
  conversationFromValue,
  isConversationText,
  type FromJson,
} from './json.ts';
export { toPlain, fromPlain, type BytesForm, type FromPlain } from './form.ts';
export {
  object,
  textUpTo,
  wholeNumber,
  oneOf,
  type Check,
  type JsonProblem,
  type JsonProblemCode,
} from './checks.ts';
export {
  messageAt,
  bytesOf,
  firstWithBytes,
  frontOf,
  messagesOf,
  partOf,
  stepOf,
  otherSide,
  type MessagePlace,
  type PlacedMessage,
} from './places.ts';
export { readingOf } from './reading.ts';
export { applyEdits, replaceAllBytes, replaceBytes, replaceMessage, type Edit } from './edits.ts';
export { byteCount, withSizeNow, sizeText, sideWord, messageTitle, methodTitle } from './titles.ts';
export {
  duplicateExchange,
  duplicateMessage,
  hasRoom,
  insertExchanges,
  moveExchange,
  pairMessages,
  partExchange,
  partnersFor,
  removeExchange,
  removeMessage,
  stepWords,
  turnMessage,
  type Arranged,
  type NewExchange,
} from './arrange.ts';
export {
  readAsFound,
  readMessagesAs,
  withHttp,
  withWords,
  wordsOf,
  type Reach,
  type Words,
} from './facts.ts';
export { headersFromText, headerText, type HeaderFault, type HeaderLines } from './header-lines.ts';
export { bytesAround } from './bytes-around.ts';
export { applyEditsWithLength } from './content-length.ts';
export { firstPartOf, hasFirstPart, hasWholeBody, multipartPartOf, wholeBodyOf } from './multipart-body.ts';
export { envelope, envelopesOf, pushBody } from './push-body.ts';
export { aroundWords, phoneNumbersAround, withoutPiece } from './around-words.ts';
export { blankMessage, type Blank } from './blank.ts';
