import { reactionsTo, type Reaction } from '../eas/index.ts';
import { faults, type Fault } from './faults/index.ts';
import type { Row } from './machine.ts';
import { phoneProfiles, type PhoneProfile } from './phone/profiles.ts';
import { phoneRows } from './phone/rows.ts';
import { scripts } from './scripts/scripts.ts';
import type { Script } from './scripts/types.ts';
import { serverProfiles, type ServerProfile } from './server/profiles.ts';
import { serverRows } from './server/rows.ts';

/** Faults whose reactions decide what a phone does with a reply. */
const JUDGED = [
  'synckey-under-sync',
  'class-in-collection',
  'empty-commands',
  'empty-collections',
  'missing-sync-part',
  'other-collection',
  'zero-key',
  'unreadable-date',
  'not-text',
  'unknown-tag',
  'unknown-page',
  'foreign-property',
  'missing-in-item',
  'wrong-type',
  'odd-empty-reply',
  'wrong-content-type',
  'empty-reply-to-upload',
  'key-not-moved-on',
];

/** Grows with every change of the code that may change how a run comes out. */
const EDITION = 3;

/** The data that a run follows. */
export interface Rules {
  readonly phoneRows: readonly Row[];
  readonly serverRows: readonly Row[];
  readonly phones: readonly PhoneProfile[];
  readonly servers: readonly ServerProfile[];
  readonly faults: readonly Fault[];
  readonly scripts: readonly Script[];
  readonly reactions: readonly (readonly Reaction[])[];
}

/**
 * A fingerprint of the data a run follows: 16 hex digits. Where two differ, the same setup may come out otherwise.
 * Made anew each time, in a third of a millisecond.
 */
export const rulesFingerprint = (): string => fingerprintOf(rulesToday());

/** The rules of this page. */
export const rulesToday = (): Rules => ({
  phoneRows,
  serverRows,
  phones: phoneProfiles,
  servers: serverProfiles,
  faults,
  scripts,
  reactions: JUDGED.map(reactionsTo),
});

/**
 * Of all that rules say only what decides is in it: what they tell people about it, and where it is known from, may be
 * said better at any time.
 */
export function fingerprintOf(rules: Rules): string {
  const row = ({ id, state, next }: Row) => [id, state, next];
  const data = [
    EDITION,
    rules.phoneRows.map(row),
    rules.serverRows.map(row),
    rules.phones.map(({ title: _title, about: _about, traits: _traits, ...decides }) => decides),
    rules.servers.map(({ title: _title, about: _about, traits: _traits, alterations, ...decides }) => [
      decides,
      alterations.length,
    ]),
    rules.faults.map(({ id, habits, alteration }) => [id, habits, alteration !== undefined]),
    rules.scripts.map(({ title: _title, about: _about, ...decides }) => decides),
    rules.reactions.map((each) => each.map(({ profile, verdict, basis }) => [profile, verdict, basis])),
  ];
  const text = JSON.stringify(data);
  return hash(text, 0x811c9dc5) + hash(text, 0x1000193);
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value.toString(16).padStart(8, '0');
}
