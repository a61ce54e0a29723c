import type { ConversationRule } from '../digest/index.ts';
import { addedAgain } from './added-again.ts';
import { defaultFolderChanged } from './default-folder-changed.ts';
import { draftsTooEarly } from './drafts-too-early.ts';
import { emptySyncFirst } from './empty-sync-first.ts';
import { folderIdsChanged } from './folder-ids-changed.ts';
import { forgottenOptions } from './forgotten-options.ts';
import { gaveUp } from './gave-up.ts';
import { keyRefusedAtOnce } from './key-refused-at-once.ts';
import { late401 } from './late-401.ts';
import { listsInReply } from './lists-in-reply.ts';
import { morePromised } from './more-promised.ts';
import { noFolderList } from './no-folder-list.ts';
import { orphanFolder } from './orphan-folder.ts';
import { otherPolicyKey } from './other-policy-key.ts';
import { ownLimitRefused } from './own-limit-refused.ts';
import { pingWithoutChanges } from './ping-without-changes.ts';
import { policyKeyForgotten } from './policy-key-forgotten.ts';
import { provisionAgain } from './provision-again.ts';
import { refusedAgain } from './refused-again.ts';
import { resendAnsweredOtherwise } from './resend-answered-otherwise.ts';
import { resendMovedOn } from './resend-moved-on.ts';
import { sameRequestAgain } from './same-request-again.ts';
import { sentTwice } from './sent-twice.ts';
import { serverErrorsInARow } from './server-errors-in-a-row.ts';
import { sharedKey } from './shared-key.ts';
import { transientKeyLost } from './transient-key-lost.ts';
import { unissuedKey } from './unissued-key.ts';
import { unknownFolder } from './unknown-folder.ts';
import { unprimedPingRefused } from './unprimed-ping-refused.ts';

/** Every rule about a conversation. */
export const conversationRules: readonly ConversationRule[] = [
  addedAgain,
  defaultFolderChanged,
  draftsTooEarly,
  emptySyncFirst,
  folderIdsChanged,
  forgottenOptions,
  gaveUp,
  keyRefusedAtOnce,
  late401,
  listsInReply,
  morePromised,
  noFolderList,
  orphanFolder,
  otherPolicyKey,
  ownLimitRefused,
  pingWithoutChanges,
  policyKeyForgotten,
  provisionAgain,
  refusedAgain,
  resendAnsweredOtherwise,
  resendMovedOn,
  sameRequestAgain,
  sentTwice,
  serverErrorsInARow,
  sharedKey,
  transientKeyLost,
  unissuedKey,
  unknownFolder,
  unprimedPingRefused,
];
