import { told, type Rule } from '../rule.ts';
import { addressWithScheme, addressWithSchemePage } from './address-with-scheme.ts';
import { allDayWithTime, allDayWithTimePage } from './all-day-with-time.ts';
import { answerWithoutServerId, answerWithoutServerIdPage } from './answer-without-server-id.ts';
import { attributeList, attributeListPage } from './attribute-list.ts';
import { collectionsBesideFailure, collectionsBesideFailurePage } from './collections-beside-failure.ts';
import { commandsWithKey0, commandsWithKey0Page } from './commands-with-key-0.ts';
import { commandsWithKeyError, commandsWithKeyErrorPage } from './commands-with-key-error.ts';
import { conflictWithoutChange, conflictWithoutChangePage } from './conflict-without-change.ts';
import { controlCharacter, controlCharacterPage } from './control-character.ts';
import { dataOverSize, dataOverSizePage } from './data-over-size.ts';
import { doubledDefaultFolder, doubledDefaultFolderPage } from './doubled-default-folder.ts';
import { doubledOptions, doubledOptionsPage } from './doubled-options.ts';
import { estimateWithKey0, estimateWithKey0Page } from './estimate-with-key-0.ts';
import { folderAddedTwice, folderAddedTwicePage } from './folder-added-twice.ts';
import { foreignHeader, foreignHeaderPage } from './foreign-header.ts';
import { foreignPage, foreignPagePage } from './foreign-page.ts';
import { foreignToken, foreignTokenPage } from './foreign-token.ts';
import { getchangesWithKey0, getchangesWithKey0Page } from './getchanges-with-key-0.ts';
import { halfAcknowledgement, halfAcknowledgementPage } from './half-acknowledgement.ts';
import { incompleteRequest, incompleteRequestPage } from './incomplete-request.ts';
import { impossibleTimeZone, impossibleTimeZonePage } from './impossible-time-zone.ts';
import { itemAddedTwice, itemAddedTwicePage } from './item-added-twice.ts';
import { keyOnFailure, keyOnFailurePage } from './key-on-failure.ts';
import { mimeAsText, mimeAsTextPage } from './mime-as-text.ts';
import { misplacedStatus, misplacedStatusPage } from './misplaced-status.ts';
import { missingBesideValue, missingBesideValuePage } from './missing-beside-value.ts';
import { moreWithoutChanges, moreWithoutChangesPage } from './more-without-changes.ts';
import { movedWithFailure, movedWithFailurePage } from './moved-with-failure.ts';
import { noDateReceived, noDateReceivedPage } from './no-date-received.ts';
import { noMeetingStatus, noMeetingStatusPage } from './no-meeting-status.ts';
import { noNativeBodyType, noNativeBodyTypePage } from './no-native-body-type.ts';
import { partialAlone, partialAlonePage } from './partial-alone.ts';
import { pingWithoutFolders, pingWithoutFoldersPage } from './ping-without-folders.ts';
import { foldersWithoutChange, foldersWithoutChangePage } from './folders-without-change.ts';
import { pingWithoutLimit, pingWithoutLimitPage } from './ping-without-limit.ts';
import { policyKeyZero, policyKeyZeroPage } from './policy-key-zero.ts';
import { policyWithoutKey, policyWithoutKeyPage } from './policy-without-key.ts';
import { provisionRefusesItself, provisionRefusesItselfPage } from './provision-refuses-itself.ts';
import { provisionWithoutDevice, provisionWithoutDevicePage } from './provision-without-device.ts';
import { redundantSwitchPage, redundantSwitchPagePage } from './redundant-switch-page.ts';
import { remoteWipe, remoteWipePage } from './remote-wipe.ts';
import { tooShortSpan, tooShortSpanPage } from './too-short-span.ts';
import { reversedTimes, reversedTimesPage } from './reversed-times.ts';
import { ruledOutByValue, ruledOutByValuePage } from './ruled-out-by-value.ts';
import { statusNotInVersion, statusNotInVersionPage } from './status-not-in-version.ts';
import { statusUnderSync, statusUnderSyncPage } from './status-under-sync.ts';
import { stringTable, stringTablePage } from './string-table.ts';
import { successWithoutResult, successWithoutResultPage } from './success-without-result.ts';
import { unencodedData, unencodedDataPage } from './unencoded-data.ts';
import { tooManyOperations, tooManyOperationsPage } from './too-many-operations.ts';
import { truncatedWithoutSize, truncatedWithoutSizePage } from './truncated-without-size.ts';
import { unknownStatus, unknownStatusPage } from './unknown-status.ts';
import { unusablePolicyKey, unusablePolicyKeyPage } from './unusable-policy-key.ts';
import { wrongFolderCount, wrongFolderCountPage } from './wrong-folder-count.ts';
import { wrongLimit, wrongLimitPage } from './wrong-limit.ts';
import { wrongNoteClass, wrongNoteClassPage } from './wrong-note-class.ts';
import { wrongPolicyType, wrongPolicyTypePage } from './wrong-policy-type.ts';
import { wrongResultRange, wrongResultRangePage } from './wrong-result-range.ts';
import { zeroKey, zeroKeyPage } from './zero-key.ts';

/** The rules about a message as a whole, with their pages. A function, so that who does not ask for it does not carry it. */
export function messageRulePages(): Rule[] {
  return [
    told(foreignHeader, foreignHeaderPage),
    told(redundantSwitchPage, redundantSwitchPagePage),
    told(stringTable, stringTablePage),
    told(foreignToken, foreignTokenPage),
    told(attributeList, attributeListPage),
    told(controlCharacter, controlCharacterPage),
    told(foreignPage, foreignPagePage),
    told(unknownStatus, unknownStatusPage),
    told(statusNotInVersion, statusNotInVersionPage),
    told(statusUnderSync, statusUnderSyncPage),
    told(misplacedStatus, misplacedStatusPage),
    told(collectionsBesideFailure, collectionsBesideFailurePage),
    told(wrongLimit, wrongLimitPage),
    told(commandsWithKeyError, commandsWithKeyErrorPage),
    told(zeroKey, zeroKeyPage),
    told(keyOnFailure, keyOnFailurePage),
    told(commandsWithKey0, commandsWithKey0Page),
    told(getchangesWithKey0, getchangesWithKey0Page),
    told(partialAlone, partialAlonePage),
    told(doubledOptions, doubledOptionsPage),
    told(tooManyOperations, tooManyOperationsPage),
    told(mimeAsText, mimeAsTextPage),
    told(answerWithoutServerId, answerWithoutServerIdPage),
    told(itemAddedTwice, itemAddedTwicePage),
    told(moreWithoutChanges, moreWithoutChangesPage),
    told(conflictWithoutChange, conflictWithoutChangePage),
    told(noDateReceived, noDateReceivedPage),
    told(noNativeBodyType, noNativeBodyTypePage),
    told(noMeetingStatus, noMeetingStatusPage),
    told(dataOverSize, dataOverSizePage),
    told(truncatedWithoutSize, truncatedWithoutSizePage),
    told(missingBesideValue, missingBesideValuePage),
    told(ruledOutByValue, ruledOutByValuePage),
    told(reversedTimes, reversedTimesPage),
    told(allDayWithTime, allDayWithTimePage),
    told(impossibleTimeZone, impossibleTimeZonePage),
    told(wrongNoteClass, wrongNoteClassPage),
    told(addressWithScheme, addressWithSchemePage),
    told(wrongFolderCount, wrongFolderCountPage),
    told(folderAddedTwice, folderAddedTwicePage),
    told(doubledDefaultFolder, doubledDefaultFolderPage),
    told(halfAcknowledgement, halfAcknowledgementPage),
    told(provisionWithoutDevice, provisionWithoutDevicePage),
    told(wrongPolicyType, wrongPolicyTypePage),
    told(policyWithoutKey, policyWithoutKeyPage),
    told(policyKeyZero, policyKeyZeroPage),
    told(unusablePolicyKey, unusablePolicyKeyPage),
    told(remoteWipe, remoteWipePage),
    told(provisionRefusesItself, provisionRefusesItselfPage),
    told(pingWithoutFolders, pingWithoutFoldersPage),
    told(foldersWithoutChange, foldersWithoutChangePage),
    told(pingWithoutLimit, pingWithoutLimitPage),
    told(movedWithFailure, movedWithFailurePage),
    told(estimateWithKey0, estimateWithKey0Page),
    told(incompleteRequest, incompleteRequestPage),
    told(tooShortSpan, tooShortSpanPage),
    told(successWithoutResult, successWithoutResultPage),
    told(unencodedData, unencodedDataPage),
    told(wrongResultRange, wrongResultRangePage),
  ];
}
