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
};

/** What phones are known to do about a fault; empty where nobody has reported anything. */
export const reactionsTo = (fault: string): readonly Reaction[] =>
  Object.hasOwn(REACTIONS, fault) ? (REACTIONS[fault] ?? []) : [];
