import { commandNamed } from '../../eas/index.ts';
import type { MessageRule, Scene } from '../rule.ts';
import { addressWithScheme } from './address-with-scheme.ts';
import { allDayWithTime } from './all-day-with-time.ts';
import { answerWithoutServerId } from './answer-without-server-id.ts';
import { attributeList } from './attribute-list.ts';
import { collectionsBesideFailure } from './collections-beside-failure.ts';
import { commandsWithKey0 } from './commands-with-key-0.ts';
import { commandsWithKeyError } from './commands-with-key-error.ts';
import { conflictWithoutChange } from './conflict-without-change.ts';
import { controlCharacter } from './control-character.ts';
import { dataOverSize } from './data-over-size.ts';
import { doubledDefaultFolder } from './doubled-default-folder.ts';
import { doubledOptions } from './doubled-options.ts';
import { keyNamed } from './elements.ts';
import { estimateWithKey0 } from './estimate-with-key-0.ts';
import { folderAddedTwice } from './folder-added-twice.ts';
import { foreignHeader } from './foreign-header.ts';
import { foreignPage } from './foreign-page.ts';
import { foreignToken } from './foreign-token.ts';
import { getchangesWithKey0 } from './getchanges-with-key-0.ts';
import { halfAcknowledgement } from './half-acknowledgement.ts';
import { incompleteRequest } from './incomplete-request.ts';
import { impossibleTimeZone } from './impossible-time-zone.ts';
import { itemAddedTwice } from './item-added-twice.ts';
import { keyOnFailure } from './key-on-failure.ts';
import { mimeAsText } from './mime-as-text.ts';
import { misplacedStatus } from './misplaced-status.ts';
import { missingBesideValue } from './missing-beside-value.ts';
import { moreWithoutChanges } from './more-without-changes.ts';
import { movedWithFailure } from './moved-with-failure.ts';
import { noDateReceived } from './no-date-received.ts';
import { noMeetingStatus } from './no-meeting-status.ts';
import { noNativeBodyType } from './no-native-body-type.ts';
import { partialAlone } from './partial-alone.ts';
import { pingWithoutFolders } from './ping-without-folders.ts';
import { foldersWithoutChange } from './folders-without-change.ts';
import { pingWithoutLimit } from './ping-without-limit.ts';
import { policyKeyZero } from './policy-key-zero.ts';
import { policyWithoutKey } from './policy-without-key.ts';
import { provisionRefusesItself } from './provision-refuses-itself.ts';
import { provisionWithoutDevice } from './provision-without-device.ts';
import { redundantSwitchPage } from './redundant-switch-page.ts';
import { remoteWipe } from './remote-wipe.ts';
import { tooShortSpan } from './too-short-span.ts';
import { reversedTimes } from './reversed-times.ts';
import { ruledOutByValue } from './ruled-out-by-value.ts';
import { statusNotInVersion } from './status-not-in-version.ts';
import { statusUnderSync } from './status-under-sync.ts';
import { stringTable } from './string-table.ts';
import { successWithoutResult } from './success-without-result.ts';
import { unencodedData } from './unencoded-data.ts';
import { tooManyOperations } from './too-many-operations.ts';
import { truncatedWithoutSize } from './truncated-without-size.ts';
import { unknownStatus } from './unknown-status.ts';
import { unusablePolicyKey } from './unusable-policy-key.ts';
import { wrongFolderCount } from './wrong-folder-count.ts';
import { wrongLimit } from './wrong-limit.ts';
import { wrongNoteClass } from './wrong-note-class.ts';
import { wrongPolicyType } from './wrong-policy-type.ts';
import { wrongResultRange } from './wrong-result-range.ts';
import { zeroKey } from './zero-key.ts';

/** Every rule about a message as a whole. */
export const messageRules: readonly MessageRule[] = [
  foreignHeader,
  redundantSwitchPage,
  stringTable,
  foreignToken,
  attributeList,
  controlCharacter,
  foreignPage,
  unknownStatus,
  statusNotInVersion,
  statusUnderSync,
  misplacedStatus,
  collectionsBesideFailure,
  wrongLimit,
  commandsWithKeyError,
  zeroKey,
  keyOnFailure,
  commandsWithKey0,
  getchangesWithKey0,
  partialAlone,
  doubledOptions,
  tooManyOperations,
  mimeAsText,
  answerWithoutServerId,
  itemAddedTwice,
  moreWithoutChanges,
  conflictWithoutChange,
  noDateReceived,
  noNativeBodyType,
  noMeetingStatus,
  dataOverSize,
  truncatedWithoutSize,
  missingBesideValue,
  ruledOutByValue,
  reversedTimes,
  allDayWithTime,
  impossibleTimeZone,
  wrongNoteClass,
  addressWithScheme,
  wrongFolderCount,
  folderAddedTwice,
  doubledDefaultFolder,
  halfAcknowledgement,
  provisionWithoutDevice,
  wrongPolicyType,
  policyWithoutKey,
  policyKeyZero,
  unusablePolicyKey,
  remoteWipe,
  provisionRefusesItself,
  pingWithoutFolders,
  foldersWithoutChange,
  pingWithoutLimit,
  movedWithFailure,
  estimateWithKey0,
  incompleteRequest,
  tooShortSpan,
  successWithoutResult,
  unencodedData,
  wrongResultRange,
];

/** A rule with the keys of the tags it is about. */
interface Asked {
  rule: MessageRule;
  about: readonly number[];
}

const ASKED: readonly Asked[] = messageRules.map((rule) => ({
  rule,
  about: (rule.about ?? []).map(keyNamed),
}));

const rulesOf = {
  request: new Map<string, readonly Asked[]>(),
  response: new Map<string, readonly Asked[]>(),
};

/** The rules that hold in messages of this command and side. */
export function messageRulesFor({ command, side }: Pick<Scene, 'command' | 'side'>): readonly Asked[] {
  const known = rulesOf[side].get(command);
  if (known) return known;
  const found = ASKED.filter(
    ({ rule }) => (rule.side ?? side) === side && (rule.commands?.includes(command) ?? true),
  );
  // A command that is none comes from an address, so that there is no end of them.
  if (commandNamed(command)) rulesOf[side].set(command, found);
  return found;
}
