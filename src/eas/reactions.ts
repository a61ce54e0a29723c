/** How a reaction is known. */
export type ReactionBasis = 'spec' | 'reported' | 'inferred';

export type Verdict = 'accepts' | 'rejects' | 'crashes' | 'unknown';

/** What one kind of phone does about a fault. */
export interface Reaction {
  /** The kind of phone, as it is said to a person. */
  profile: string;
  verdict: Verdict;
  basis: ReactionBasis;
  /** Where it was seen or said. */
  source: string;
  /** What it does then, to follow the profile's name: “asks again with key 0”. */
  does?: string;
}

const IPHONE = 'iPhone';
const OLD_IPHONE = 'old iPhone';
const AOSP = 'Android (AOSP)';
const WINDOWS = 'Windows Mobile';

const CASE = 'shtrumj/19_10_alt_365, October 2025, iOS 26';

/**
 * Reactions by fault: the ids are those of the rules, or narrower where phones take one form of a fault
 * differently. A fault without a row is one of which nobody has reported anything.
 */
const REACTIONS: Readonly<Record<string, readonly Reaction[]>> = {
  'synckey-under-sync': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'reported',
      source: `${CASE}: commits 66373d1, 68b191d`,
      does: 'discards the reply and asks again with key 0',
    },
    {
      profile: AOSP,
      verdict: 'accepts',
      basis: 'inferred',
      source: 'AbstractSyncParser.parse of AOSP Exchange flattens Sync',
      does: 'takes any SyncKey it meets',
    },
  ],
  'class-in-collection': [
    {
      profile: IPHONE,
      verdict: 'accepts',
      basis: 'reported',
      source: `${CASE}, at 14.1; SOGo writes it to every client`,
    },
  ],
  'empty-commands': [
    { profile: IPHONE, verdict: 'accepts', basis: 'reported', source: `${CASE}: commit a3e3b19` },
  ],
  'empty-collections': [
    {
      profile: OLD_IPHONE,
      verdict: 'crashes',
      basis: 'reported',
      source: 'comment in the Sync dispatcher of SOGo',
      does: 'crashes',
    },
  ],
  'empty-responses': [
    {
      profile: WINDOWS,
      verdict: 'rejects',
      basis: 'reported',
      source: 'comment in the Sync dispatcher of SOGo',
      does: 'is said not to take it',
    },
  ],
  'body-order': [
    {
      profile: IPHONE,
      verdict: 'accepts',
      basis: 'reported',
      source: 'SOGo writes its own order to every client (mailcow issues 647, 1414)',
    },
  ],
  'collection-order': [
    {
      profile: IPHONE,
      verdict: 'accepts',
      basis: 'reported',
      source: `${CASE}: Class first, last and in between`,
    },
    {
      profile: WINDOWS,
      verdict: 'rejects',
      basis: 'reported',
      source: 'SOGo: MoreAvailable must stand before Commands',
      does: 'needs MoreAvailable before Commands',
    },
  ],
  'missing-sync-part': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'inferred',
      source: 'MS-ASCMD R648: the answer to key 0 brings the key',
      does: 'stays on the key it has',
    },
  ],
  'unreadable-date': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'reported',
      source: `${CASE}: a subject in DateReceived, among other faults`,
      does: 'discards the reply and asks again with the same key',
    },
  ],
  'empty-date-received': [
    {
      profile: IPHONE,
      verdict: 'accepts',
      basis: 'reported',
      source: 'grommunio mapiprovider.php',
      does: 'shows the time of the sync instead',
    },
  ],
  'not-text': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'reported',
      source: 'grommunio-sync PR 28, Z-Push PR 193',
      does: 'discards the whole reply and asks with the same key for ever',
    },
  ],
  'unknown-tag': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'reported',
      source: CASE,
      does: 'discards the reply and asks again with the same key',
    },
  ],
  'unknown-page': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'reported',
      source: CASE,
      does: 'discards the reply and asks again with the same key',
    },
  ],
  'not-in-version': [
    {
      profile: IPHONE,
      verdict: 'accepts',
      basis: 'inferred',
      source: 'daily use with SOGo and Z-Push, which both do it',
      does: 'skips what its version does not know',
    },
  ],
  'foreign-property': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'reported',
      source: CASE,
      does: 'discards the reply and asks the same again',
    },
  ],
  'missing-in-item': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'inferred',
      source: 'MS-ASCMD R4817: required children',
      does: 'discards the reply and asks the same again',
    },
  ],
  'wrong-type': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'inferred',
      source: 'MS-ASDTYPE 2.1',
      does: 'discards the reply and asks the same again',
    },
  ],
  'wrong-root': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'inferred',
      source: `${CASE}: a FolderSync reply on page 1, among other faults`,
      does: 'discards the reply and asks the same again',
    },
  ],
  'missing-end': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'inferred',
      source: 'the document is not whole',
      does: 'discards the reply and asks the same again',
    },
  ],
  'after-root': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'inferred',
      source: 'WBXML 1.2: nothing follows the root',
      does: 'discards the reply and asks the same again',
    },
  ],
  'other-collection': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'inferred',
      source: 'MS-ASCMD R2033: the answer is to another folder',
      does: 'does not find its folder and asks the same again',
    },
  ],
  'zero-key': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'inferred',
      source: 'MS-ASCMD R4598, R4603',
      does: 'starts anew',
    },
  ],
  'odd-empty-reply': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'reported',
      source: 'tine20 issues 4198, 4202 (iOS 6.1.3)',
      does: 'ignores it and asks the same after about 80 s',
    },
  ],
  'wrong-content-type': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'inferred',
      source: 'MS-ASHTTP R219',
      does: 'cannot use the body',
    },
  ],
  'empty-reply-to-upload': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'inferred',
      source: 'MS-ASCMD R4603; a loop of that shape in mailcow issue 4857',
      does: 'sends it again',
    },
  ],
  'foreign-page': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'reported',
      source: `${CASE}: items on page 14, together with wrong tokens of mail`,
      does: 'discards the reply and asks again with the same key',
    },
  ],
  'foreign-header': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'inferred',
      source: 'every server in use sends 03 01 6a 00',
      does: 'is thought to discard the reply',
    },
  ],
  'redundant-switch-page': [
    {
      profile: IPHONE,
      verdict: 'accepts',
      basis: 'reported',
      source: `${CASE}: the reply of 36 bytes that it took still began with one`,
    },
  ],
  'status-under-sync': [
    {
      profile: IPHONE,
      verdict: 'accepts',
      basis: 'reported',
      source: `${CASE}: empty replies with it moved the key from 1 to 6`,
    },
  ],
  'item-added-twice': [
    {
      profile: IPHONE,
      verdict: 'accepts',
      basis: 'inferred',
      source: 'MS-ASCMD R757: the second one is a change',
      does: 'shows the item once',
    },
  ],
  'more-without-changes': [
    {
      profile: IPHONE,
      verdict: 'accepts',
      basis: 'inferred',
      source: 'MS-ASCMD R3456: MoreAvailable asks for the next request',
      does: 'asks again at once',
    },
    {
      profile: AOSP,
      verdict: 'rejects',
      basis: 'reported',
      source: 'AbstractSyncParser of AOSP Exchange looks for such a loop',
      does: 'stops where the key stays the same',
    },
  ],
  'no-meeting-status': [
    {
      profile: IPHONE,
      verdict: 'accepts',
      basis: 'reported',
      source: 'Horde change log, bug 12056',
      does: 'shows the appointment wrongly or not at all, in some versions',
    },
  ],
  'policy-key-zero': [
    {
      profile: OLD_IPHONE,
      verdict: 'rejects',
      basis: 'reported',
      source: 'Z-Push provisioning.php, on a beta of iPhone OS 4',
      does: 'does not take 0 for a key',
    },
  ],
  'remote-wipe': [
    {
      profile: IPHONE,
      verdict: 'accepts',
      basis: 'reported',
      source: 'Horde Provision.php, on iOS 5',
      does: 'deletes what it holds',
    },
  ],
  'key-not-moved-on': [
    {
      profile: IPHONE,
      verdict: 'accepts',
      basis: 'inferred',
      source: 'daily use of SOGo, which does it for calendars, contacts and tasks',
    },
    {
      profile: AOSP,
      verdict: 'rejects',
      basis: 'reported',
      source: 'AbstractSyncParser of AOSP Exchange',
      does: 'takes it for a loop',
    },
  ],
  'items-at-key-0': [
    {
      profile: IPHONE,
      verdict: 'unknown',
      basis: 'inferred',
      source: 'items at key 0 failed only together with other faults: shtrumj/19_10_alt_365',
    },
  ],
  'key-0-refused': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'reported',
      source: 'shtrumj/19_10_alt_365, activesync/fix__002',
      does: 'asks with key 0 again and again',
    },
  ],
  'key-refused-at-once': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'reported',
      source: 'shtrumj/19_10_alt_365, activesync/fix__002',
      does: 'goes round between key 0 and Status 3',
    },
  ],
  'unasked-body-type': [
    {
      profile: IPHONE,
      verdict: 'accepts',
      basis: 'reported',
      source: 'Z-Push-contrib issue 229; mailcow issue 194',
      does: 'shows the source text in its list of messages',
    },
  ],
  'unasked-range': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'reported',
      source: 'comment in the dispatcher of SOGo, on iOS 10',
      does: 'fails at the first download of an attachment; the second works',
    },
  ],
  'provision-refused': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'reported',
      source: 'Intermesh/groupoffice issue 1036',
      does: 'says that the server cannot be reached, and tries again',
    },
    {
      profile: OLD_IPHONE,
      verdict: 'rejects',
      basis: 'reported',
      source: 'Microsoft KB 2851708, on iOS 7.0',
      does: 'repeats Provision thousands of times',
    },
  ],
  'provision-again': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'reported',
      source: 'shtrumj/19_10_alt_365, ACTIVESYNC_PROVISIONING_LOOP_ANALYSIS',
      does: 'goes round between the command and Provision',
    },
  ],
  'policy-key-forgotten': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'reported',
      source: 'shtrumj/19_10_alt_365, ACTIVESYNC_PROVISIONING_LOOP_ANALYSIS',
      does: 'goes round between FolderSync and Provision',
    },
  ],
  'dressed-up-nothing': [
    {
      profile: OLD_IPHONE,
      verdict: 'rejects',
      basis: 'reported',
      source: 'tine20 issues 4198, 4202, on iOS 6.1.3',
      does: 'ignores it, waits about 80 seconds and asks again',
    },
  ],
  'server-error': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'reported',
      source: 'Apple support 102023',
      does: 'loads the whole folder anew after several',
    },
  ],
  'empty-folder-list': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'reported',
      source: 'shtrumj/19_10_alt_365, FOLDERSYNC_LOOP_FIX_SUMMARY',
      does: 'asks for the folders with key 0 again',
    },
  ],
  'unprimed-ping-refused': [
    {
      profile: IPHONE,
      verdict: 'rejects',
      basis: 'reported',
      source: 'Horde commit 64446e94',
      does: 'pings again at once, without end',
    },
  ],
};

/** What phones are known to do about a fault; empty where nobody has reported anything. */
export const reactionsTo = (fault: string): readonly Reaction[] =>
  Object.hasOwn(REACTIONS, fault) ? (REACTIONS[fault] ?? []) : [];
