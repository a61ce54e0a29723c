import type { Message } from '../../conversation/index.ts';
import type { Decoded } from '../../doctypes/index.ts';
import { versionsOfMessage, type Finding, type MessagePlace, type Severity } from '../../doctor/index.ts';
import { VERSIONS, versionBit, versionsText } from '../../eas/index.ts';

/** What would be found in a message if it were of one version. */
export interface UnderVersion {
  version: string;
  findings: Finding[];
  /** The worst of them, and how many are as bad; absent where there are none but notes. */
  worst?: { severity: Severity; count: number };
}

/** A finding that not every version has. */
export interface Bound {
  finding: Finding;
  /** The versions it is found under, in words. */
  versions: string;
}

/**
 * A message examined under each version, oldest first; nothing for what is no WBXML.
 * @param decoded its bytes, read
 */
export const underVersions = (message: Message, place: MessagePlace, decoded?: Decoded): UnderVersion[] =>
  withWorst(versionsOfMessage(message, place, decoded));

/** What was found under each version, with the worst of it. */
export const withWorst = (found: readonly Omit<UnderVersion, 'worst'>[]): UnderVersion[] =>
  found.map(({ version, findings }) => {
    const severity = findings[0]?.severity;
    if (severity === undefined || severity === 'note') return { version, findings };
    const count = findings.filter((finding) => finding.severity === severity).length;
    return { version, findings, worst: { severity, count } };
  });

/** Findings that stand under some versions and not under others, or not as loud; worst first. */
export function boundToVersions(rows: readonly UnderVersion[]): Bound[] {
  const sets = new Map<string, { finding: Finding; set: number }>();
  for (const { version, findings } of rows) {
    for (const finding of findings) {
      const key = `${finding.severity} ${finding.rule} ${finding.start} ${finding.end}`;
      const known = sets.get(key);
      sets.set(key, { finding: known?.finding ?? finding, set: (known?.set ?? 0) | versionBit(version) });
    }
  }
  const every = rows.reduce((set, { version }) => set | versionBit(version), 0);
  return [...sets.values()]
    .filter(({ set }) => set !== every)
    .map(({ finding, set }) => ({ finding, versions: wordsOf(set) }));
}

/** `versionsText` speaks of runs; a set with holes is told one by one. */
function wordsOf(set: number): string {
  const names = VERSIONS.filter((version) => set & versionBit(version));
  const [first, last] = [names[0], names.at(-1)].map((name) => VERSIONS.findIndex((known) => known === name));
  const isRun = first !== undefined && last !== undefined && last - first + 1 === names.length;
  return isRun ? versionsText(set) : names.join(', ');
}
