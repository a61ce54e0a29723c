import type { ExchangeRule } from '../digest/index.ts';
import { bodyOverLimit } from './body-over-limit.ts';
import { classNotEchoed } from './class-not-echoed.ts';
import { commandNotInVersion } from './command-not-in-version.ts';
import { cutUnsaid } from './cut-unsaid.ts';
import { deviceInformationUnanswered } from './device-information-unanswered.ts';
import { dressedUpNothing } from './dressed-up-nothing.ts';
import { emptyFolderList } from './empty-folder-list.ts';
import { emptyPingRefused } from './empty-ping-refused.ts';
import { emptyReply } from './empty-reply.ts';
import { emptyReplyToKey0 } from './empty-reply-to-key-0.ts';
import { emptyReplyToOperations } from './empty-reply-to-operations.ts';
import { emptyReplyTooOld } from './empty-reply-too-old.ts';
import { gatewayTimeout } from './gateway-timeout.ts';
import { itemsAtKey0 } from './items-at-key-0.ts';
import { key0Refused } from './key-0-refused.ts';
import { keyNotMovedOn } from './key-not-moved-on.ts';
import { noChallenge } from './no-challenge.ts';
import { noInbox } from './no-inbox.ts';
import { noNewAddress } from './no-new-address.ts';
import { noOffer } from './no-offer.ts';
import { noRetryAfter } from './no-retry-after.ts';
import { noVersionHeader } from './no-version-header.ts';
import { offerWithoutCommand } from './offer-without-command.ts';
import { oldOffer } from './old-offer.ts';
import { optionsRefused } from './options-refused.ts';
import { otherCollection } from './other-collection.ts';
import { otherItem } from './other-item.ts';
import { otherPingFolder } from './other-ping-folder.ts';
import { otherVersion } from './other-version.ts';
import { policyPartMissing } from './policy-part-missing.ts';
import { previewOverLimit } from './preview-over-limit.ts';
import { provisionRefused } from './provision-refused.ts';
import { serverError } from './server-error.ts';
import { successWithBody } from './success-with-body.ts';
import { unansweredAdd } from './unanswered-add.ts';
import { unansweredCollection } from './unanswered-collection.ts';
import { unansweredFetch } from './unanswered-fetch.ts';
import { unansweredItem } from './unanswered-item.ts';
import { unansweredSetting } from './unanswered-setting.ts';
import { unaskedBodyType } from './unasked-body-type.ts';
import { unaskedChanges } from './unasked-changes.ts';
import { unaskedRange } from './unasked-range.ts';
import { partWithoutParts } from './part-without-parts.ts';
import { unaskedResponses } from './unasked-responses.ts';
import { unreadableQuery } from './unreadable-query.ts';
import { windowExceeded } from './window-exceeded.ts';
import { wrongContentLength } from './wrong-content-length.ts';
import { wrongContentType } from './wrong-content-type.ts';

/** Every rule about an exchange. */
export const exchangeRules: readonly ExchangeRule[] = [
  classNotEchoed,
  commandNotInVersion,
  deviceInformationUnanswered,
  dressedUpNothing,
  emptyFolderList,
  emptyPingRefused,
  emptyReply,
  emptyReplyToKey0,
  emptyReplyToOperations,
  emptyReplyTooOld,
  gatewayTimeout,
  itemsAtKey0,
  key0Refused,
  keyNotMovedOn,
  noChallenge,
  noInbox,
  noNewAddress,
  noOffer,
  noRetryAfter,
  noVersionHeader,
  offerWithoutCommand,
  oldOffer,
  optionsRefused,
  otherCollection,
  otherItem,
  otherPingFolder,
  otherVersion,
  policyPartMissing,
  provisionRefused,
  serverError,
  successWithBody,
  unansweredAdd,
  unansweredCollection,
  unansweredFetch,
  unansweredItem,
  unansweredSetting,
  unaskedBodyType,
  bodyOverLimit,
  cutUnsaid,
  previewOverLimit,
  unaskedChanges,
  unaskedRange,
  partWithoutParts,
  unaskedResponses,
  unreadableQuery,
  windowExceeded,
  wrongContentLength,
  wrongContentType,
];
