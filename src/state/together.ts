import type { Edit } from '../conversation/index.ts';
import type { Finding } from '../doctor/index.ts';

/** Findings whose fix nobody has to think about: there is one, and what it mends is more than a note. */
export const certain = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ fix, severity }) => fix && severity !== 'note');

/**
 * The edits of several fixes that can be made at once: one that meets an earlier one's bytes is left for later. Fixes
 * that are the same count once.
 * @returns the edits, and how many of the findings they mend
 */
export function together(findings: readonly Finding[]): { edits: Edit[]; count: number } {
  const edits: Edit[] = [];
  let count = 0;
  for (const { fix } of findings) {
    const fresh = fix?.edits.filter((edit) => !edits.some((other) => isSame(edit, other))) ?? [];
    if (!fix || fresh.some((edit) => edits.some((other) => meets(edit, other)))) continue;
    edits.push(...fresh);
    count++;
  }
  return { edits, count };
}

const sameMessage = ({ place: a }: Edit, { place: b }: Edit): boolean =>
  a.exchange === b.exchange && a.side === b.side;

function isSame(a: Edit, b: Edit): boolean {
  return (
    sameMessage(a, b) &&
    a.place.start === b.place.start &&
    a.place.end === b.place.end &&
    a.bytes.length === b.bytes.length &&
    a.bytes.every((byte, i) => byte === b.bytes[i])
  );
}

/** An insertion meets what begins, ends or lies around its place: what it stands beside would not be there any more. */
function meets(a: Edit, b: Edit): boolean {
  if (!sameMessage(a, b)) return false;
  const empty = a.place.start === a.place.end || b.place.start === b.place.end;
  return empty
    ? a.place.start <= b.place.end && b.place.start <= a.place.end
    : a.place.start < b.place.end && b.place.start < a.place.end;
}
