/** The protocol versions, oldest first. */
export const VERSIONS = ['2.5', '12.0', '12.1', '14.0', '14.1', '16.0', '16.1'] as const;

export type ProtocolVersion = (typeof VERSIONS)[number];

/** A set of protocol versions: bit `i` stands for `VERSIONS[i]`. */
export type VersionSet = number;

export const EVERY_VERSION: VersionSet = (1 << VERSIONS.length) - 1;

/** The set with just this version; 0 where it is none that we know. */
export function versionBit(version: string): VersionSet {
  const index = VERSIONS.findIndex((known) => known === version);
  return index < 0 ? 0 : 1 << index;
}

/**
 * The set of a range as the tables write it: `'14.0-16.1'`, `'2.5'`; every version for an empty range.
 * A bound that is no version we know gives the empty set.
 */
export function versionsOf(range: string): VersionSet {
  if (range === '') return EVERY_VERSION;
  const [first = '', last = first] = range.split('-');
  const low = versionBit(first);
  const high = versionBit(last);
  return low === 0 || high === 0 ? 0 : (high << 1) - low;
}

/** The set in words: “14.0 and later”, “versions up to 12.1”, “2.5 only”. */
export function versionsText(set: VersionSet): string {
  const names = VERSIONS.filter((_, i) => (set & (1 << i)) !== 0);
  const [first] = names;
  const last = names.at(-1);
  if (first === undefined || last === undefined) return 'no version';
  if (set === EVERY_VERSION) return 'every version';
  if (names.length === 1) return `${first} only`;
  if (last === VERSIONS.at(-1)) return `${first} and later`;
  return first === VERSIONS[0] ? `versions up to ${last}` : `${first} to ${last}`;
}
