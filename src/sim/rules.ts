import { reactionsTo } from '../eas/index.ts';
import { faults } from './faults/index.ts';
import { phoneProfiles } from './phone/profiles.ts';
import { phoneRows } from './phone/rows.ts';
import { scripts } from './scripts/scripts.ts';
import { serverProfiles } from './server/profiles.ts';
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
const EDITION = 2;

/** Made when it is first asked for: it follows from data that stays as it is. */
const made: { fingerprint?: string } = {};

/**
 * A fingerprint of the data a run follows: 16 hex digits. Where two differ, the same setup may come out otherwise.
 */
export const rulesFingerprint = (): string => (made.fingerprint ??= fingerprintOf());

function fingerprintOf(): string {
  const data = [
    EDITION,
    phoneRows,
    serverRows,
    phoneProfiles,
    serverProfiles.map(({ alterations, ...rest }) => [rest, alterations.length]),
    faults.map(({ id, effect, habits }) => [id, effect, habits]),
    scripts,
    JUDGED.map(reactionsTo),
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
