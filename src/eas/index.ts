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
  commandOfCode,
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
export { type ValueType } from './content/value-types.ts';
export { statusMeanings, type StatusMeaning } from './statuses/status.ts';
export { wordOf } from './words.ts';
export { easFacts, headerOf, type EasFacts, type HttpMessage } from './http.ts';
export { reactionsTo, type Reaction, type Verdict } from './reactions.ts';
export { deviations, deviationFor, type Deviation } from './deviations.ts';
