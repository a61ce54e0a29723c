export { simulate } from './run.ts';
export { judgeReply, type ReplyQuestion } from './judge-reply.ts';
export { askServer, type ServerAnswer, type ServerQuestion } from './ask-server.ts';
export { mailboxDifferences, mailboxesEqual, type MailboxDifference } from './mailboxes.ts';
export { transcriptText } from './transcript-text.ts';
export { rulesFingerprint } from './rules.ts';
export { scripts } from './scripts/scripts.ts';
export type { Script, ScriptEvent } from './scripts/types.ts';
export { serverProfiles, type ServerProfile } from './server/profiles.ts';
export {
  phoneProfiles,
  unknownPhones,
  type Parameters,
  type PhoneProfile,
  type Trait,
} from './phone/profiles.ts';
export { faults, type Fault } from './faults/index.ts';
export { phoneRows } from './phone/rows.ts';
export { serverRows } from './server/rows.ts';
export type { Row, Taken } from './machine.ts';
export type { Judgement } from './reading/judgement.ts';
export type { PhoneCollection, PhoneItem, PhoneState } from './phone/types.ts';
export { folderLabel } from './phone/types.ts';
export type { ServerState } from './server/types.ts';
export { collectionLabel, hierarchyLabel, pingLabel, policyLabel } from './server/labels.ts';
export type { Folder, Item, Mailbox } from './mailbox/types.ts';
export type { CommandSummary, Loop, Outcome, ReplyJudgement, Setup, Step, Transcript } from './types.ts';
