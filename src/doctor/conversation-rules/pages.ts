import { told, type Rule } from '../rule.ts';
import { addedAgain, addedAgainPage } from './added-again.ts';
import { defaultFolderChanged, defaultFolderChangedPage } from './default-folder-changed.ts';
import { draftsTooEarly, draftsTooEarlyPage } from './drafts-too-early.ts';
import { emptySyncFirst, emptySyncFirstPage } from './empty-sync-first.ts';
import { folderIdsChanged, folderIdsChangedPage } from './folder-ids-changed.ts';
import { forgottenOptions, forgottenOptionsPage } from './forgotten-options.ts';
import { gaveUp, gaveUpPage } from './gave-up.ts';
import { keyRefusedAtOnce, keyRefusedAtOncePage } from './key-refused-at-once.ts';
import { late401, late401Page } from './late-401.ts';
import { listsInReply, listsInReplyPage } from './lists-in-reply.ts';
import { morePromised, morePromisedPage } from './more-promised.ts';
import { noFolderList, noFolderListPage } from './no-folder-list.ts';
import { orphanFolder, orphanFolderPage } from './orphan-folder.ts';
import { otherPolicyKey, otherPolicyKeyPage } from './other-policy-key.ts';
import { ownLimitRefused, ownLimitRefusedPage } from './own-limit-refused.ts';
import { pingWithoutChanges, pingWithoutChangesPage } from './ping-without-changes.ts';
import { policyKeyForgotten, policyKeyForgottenPage } from './policy-key-forgotten.ts';
import { provisionAgain, provisionAgainPage } from './provision-again.ts';
import { refusedAgain, refusedAgainPage } from './refused-again.ts';
import { resendAnsweredOtherwise, resendAnsweredOtherwisePage } from './resend-answered-otherwise.ts';
import { resendMovedOn, resendMovedOnPage } from './resend-moved-on.ts';
import { sameRequestAgain, sameRequestAgainPage } from './same-request-again.ts';
import { sentTwice, sentTwicePage } from './sent-twice.ts';
import { serverErrorsInARow, serverErrorsInARowPage } from './server-errors-in-a-row.ts';
import { sharedKey, sharedKeyPage } from './shared-key.ts';
import { transientKeyLost, transientKeyLostPage } from './transient-key-lost.ts';
import { unissuedKey, unissuedKeyPage } from './unissued-key.ts';
import { unknownFolder, unknownFolderPage } from './unknown-folder.ts';
import { unprimedPingRefused, unprimedPingRefusedPage } from './unprimed-ping-refused.ts';

/** The rules about a conversation, with their pages. A function, so that who does not ask for it does not carry it. */
export function conversationRulePages(): Rule[] {
  return [
    told(addedAgain, addedAgainPage),
    told(defaultFolderChanged, defaultFolderChangedPage),
    told(draftsTooEarly, draftsTooEarlyPage),
    told(emptySyncFirst, emptySyncFirstPage),
    told(folderIdsChanged, folderIdsChangedPage),
    told(forgottenOptions, forgottenOptionsPage),
    told(gaveUp, gaveUpPage),
    told(keyRefusedAtOnce, keyRefusedAtOncePage),
    told(late401, late401Page),
    told(listsInReply, listsInReplyPage),
    told(morePromised, morePromisedPage),
    told(noFolderList, noFolderListPage),
    told(orphanFolder, orphanFolderPage),
    told(otherPolicyKey, otherPolicyKeyPage),
    told(ownLimitRefused, ownLimitRefusedPage),
    told(pingWithoutChanges, pingWithoutChangesPage),
    told(policyKeyForgotten, policyKeyForgottenPage),
    told(provisionAgain, provisionAgainPage),
    told(refusedAgain, refusedAgainPage),
    told(resendAnsweredOtherwise, resendAnsweredOtherwisePage),
    told(resendMovedOn, resendMovedOnPage),
    told(sameRequestAgain, sameRequestAgainPage),
    told(sentTwice, sentTwicePage),
    told(serverErrorsInARow, serverErrorsInARowPage),
    told(sharedKey, sharedKeyPage),
    told(transientKeyLost, transientKeyLostPage),
    told(unissuedKey, unissuedKeyPage),
    told(unknownFolder, unknownFolderPage),
    told(unprimedPingRefused, unprimedPingRefusedPage),
  ];
}
