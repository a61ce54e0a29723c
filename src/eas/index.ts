export {
  VERSIONS,
  EVERY_VERSION,
  versionBit,
  versionsOf,
  versionsText,
  type ProtocolVersion,
  type VersionSet,
} from './versions.ts';
export {
  commands,
  commandNamed,
  commandOfRoot,
  type BodyForm,
  type Command,
  type EmptyBody,
} from './commands.ts';
export {
  bodyModel,
  modelledCommands,
  type ContentModel,
  type Direction,
  type ElementModel,
  type Requirement,
} from './content/model.ts';
export { typePhrase, typeWords } from './content/type-words.ts';
export { wordsIn, type ValueType } from './content/value-types.ts';
export { needed, ruledOut, type Companions } from './companions.ts';
export { smallestMessage } from './smallest-message.ts';
export { writeMessage, type Piece } from './message-writer.ts';
export { statusCodes, statusMeanings, type StatusMeaning } from './statuses/status.ts';
export { wordOf, wordsOf } from './words.ts';
export { HttpHeaders, headerOf, type HttpMessage } from './http-headers.ts';
export { readMultipart, type Part } from './multipart.ts';
export { withFirstLength } from './multipart-table.ts';
export { base64QueryFault, easFacts, type EasFacts } from './http.ts';
export { reactionsTo, type Reaction, type Verdict } from './reactions.ts';
export { deviations, deviationFor, type Deviation } from './deviations.ts';
