import { told, type Rule } from '../rule.ts';
import { bodyOverLimit, bodyOverLimitPage } from './body-over-limit.ts';
import { classNotEchoed, classNotEchoedPage } from './class-not-echoed.ts';
import { commandNotInVersion, commandNotInVersionPage } from './command-not-in-version.ts';
import { cutUnsaid, cutUnsaidPage } from './cut-unsaid.ts';
import { dressedUpNothing, dressedUpNothingPage } from './dressed-up-nothing.ts';
import { emptyFolderList, emptyFolderListPage } from './empty-folder-list.ts';
import { emptyPingRefused, emptyPingRefusedPage } from './empty-ping-refused.ts';
import { emptyReply, emptyReplyPage } from './empty-reply.ts';
import { emptyReplyToKey0, emptyReplyToKey0Page } from './empty-reply-to-key-0.ts';
import { emptyReplyToOperations, emptyReplyToOperationsPage } from './empty-reply-to-operations.ts';
import { emptyReplyTooOld, emptyReplyTooOldPage } from './empty-reply-too-old.ts';
import { gatewayTimeout, gatewayTimeoutPage } from './gateway-timeout.ts';
import { itemsAtKey0, itemsAtKey0Page } from './items-at-key-0.ts';
import { key0Refused, key0RefusedPage } from './key-0-refused.ts';
import { keyNotMovedOn, keyNotMovedOnPage } from './key-not-moved-on.ts';
import { noChallenge, noChallengePage } from './no-challenge.ts';
import { noInbox, noInboxPage } from './no-inbox.ts';
import { noNewAddress, noNewAddressPage } from './no-new-address.ts';
import { noOffer, noOfferPage } from './no-offer.ts';
import { noRetryAfter, noRetryAfterPage } from './no-retry-after.ts';
import { noVersionHeader, noVersionHeaderPage } from './no-version-header.ts';
import { offerWithoutCommand, offerWithoutCommandPage } from './offer-without-command.ts';
import { oldOffer, oldOfferPage } from './old-offer.ts';
import { optionsRefused, optionsRefusedPage } from './options-refused.ts';
import { otherCollection, otherCollectionPage } from './other-collection.ts';
import { otherItem, otherItemPage } from './other-item.ts';
import { otherPingFolder, otherPingFolderPage } from './other-ping-folder.ts';
import { otherVersion, otherVersionPage } from './other-version.ts';
import { policyPartMissing, policyPartMissingPage } from './policy-part-missing.ts';
import { previewOverLimit, previewOverLimitPage } from './preview-over-limit.ts';
import { provisionRefused, provisionRefusedPage } from './provision-refused.ts';
import { serverError, serverErrorPage } from './server-error.ts';
import { successWithBody, successWithBodyPage } from './success-with-body.ts';
import { unansweredAdd, unansweredAddPage } from './unanswered-add.ts';
import { unansweredCollection, unansweredCollectionPage } from './unanswered-collection.ts';
import { unansweredFetch, unansweredFetchPage } from './unanswered-fetch.ts';
import { unansweredItem, unansweredItemPage } from './unanswered-item.ts';
import { unansweredSetting, unansweredSettingPage } from './unanswered-setting.ts';
import { unaskedBodyType, unaskedBodyTypePage } from './unasked-body-type.ts';
import { unaskedChanges, unaskedChangesPage } from './unasked-changes.ts';
import { unaskedRange, unaskedRangePage } from './unasked-range.ts';
import { partWithoutParts, partWithoutPartsPage } from './part-without-parts.ts';
import { unaskedResponses, unaskedResponsesPage } from './unasked-responses.ts';
import { unreadableQuery, unreadableQueryPage } from './unreadable-query.ts';
import { windowExceeded, windowExceededPage } from './window-exceeded.ts';
import { wrongContentLength, wrongContentLengthPage } from './wrong-content-length.ts';
import { wrongContentType, wrongContentTypePage } from './wrong-content-type.ts';
import {
  deviceInformationUnanswered,
  deviceInformationUnansweredPage,
} from './device-information-unanswered.ts';

/** The rules about an exchange, with their pages. A function, so that who does not ask for it does not carry it. */
export function exchangeRulePages(): Rule[] {
  return [
    told(classNotEchoed, classNotEchoedPage),
    told(commandNotInVersion, commandNotInVersionPage),
    told(deviceInformationUnanswered, deviceInformationUnansweredPage),
    told(dressedUpNothing, dressedUpNothingPage),
    told(emptyFolderList, emptyFolderListPage),
    told(emptyPingRefused, emptyPingRefusedPage),
    told(emptyReply, emptyReplyPage),
    told(emptyReplyToKey0, emptyReplyToKey0Page),
    told(emptyReplyToOperations, emptyReplyToOperationsPage),
    told(emptyReplyTooOld, emptyReplyTooOldPage),
    told(gatewayTimeout, gatewayTimeoutPage),
    told(itemsAtKey0, itemsAtKey0Page),
    told(key0Refused, key0RefusedPage),
    told(keyNotMovedOn, keyNotMovedOnPage),
    told(noChallenge, noChallengePage),
    told(noInbox, noInboxPage),
    told(noNewAddress, noNewAddressPage),
    told(noOffer, noOfferPage),
    told(noRetryAfter, noRetryAfterPage),
    told(noVersionHeader, noVersionHeaderPage),
    told(offerWithoutCommand, offerWithoutCommandPage),
    told(oldOffer, oldOfferPage),
    told(optionsRefused, optionsRefusedPage),
    told(otherCollection, otherCollectionPage),
    told(otherItem, otherItemPage),
    told(otherPingFolder, otherPingFolderPage),
    told(otherVersion, otherVersionPage),
    told(policyPartMissing, policyPartMissingPage),
    told(provisionRefused, provisionRefusedPage),
    told(serverError, serverErrorPage),
    told(successWithBody, successWithBodyPage),
    told(unansweredAdd, unansweredAddPage),
    told(unansweredCollection, unansweredCollectionPage),
    told(unansweredFetch, unansweredFetchPage),
    told(unansweredItem, unansweredItemPage),
    told(unansweredSetting, unansweredSettingPage),
    told(unaskedBodyType, unaskedBodyTypePage),
    told(bodyOverLimit, bodyOverLimitPage),
    told(cutUnsaid, cutUnsaidPage),
    told(previewOverLimit, previewOverLimitPage),
    told(unaskedChanges, unaskedChangesPage),
    told(unaskedRange, unaskedRangePage),
    told(partWithoutParts, partWithoutPartsPage),
    told(unaskedResponses, unaskedResponsesPage),
    told(unreadableQuery, unreadableQueryPage),
    told(windowExceeded, windowExceededPage),
    told(wrongContentLength, wrongContentLengthPage),
    told(wrongContentType, wrongContentTypePage),
  ];
}
