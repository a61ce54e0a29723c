import { furtherPlaces, type Finding, type Severity } from '../../doctor/index.ts';
import { isWorse } from '../shared/severity.ts';

/** A span with the worst that is said about it. Bytes, half-open. */
export interface Mark {
  start: number;
  end: number;
  severity: Severity;
}

/** What is drawn beside the bytes: the places of findings. An empty span marks the byte it stands before. */
export function marksOf(findings: readonly Finding[]): Mark[] {
  return findings.flatMap((finding) =>
    [finding, ...furtherPlaces(finding)].map(({ start, end }) => ({
      start,
      end: Math.max(end, start + 1),
      severity: finding.severity,
    })),
  );
}

/** The marks that touch a span; few, where a row of many is drawn. */
export const marksIn = (marks: readonly Mark[], start: number, end: number): Mark[] =>
  marks.filter((mark) => mark.start < end && mark.end > start);

/** The worst of what is said about a span, or `undefined`. */
export function worstIn(marks: readonly Mark[], start: number, end: number): Severity | undefined {
  let worst: Severity | undefined;
  for (const mark of marks) {
    if (mark.start >= end || mark.end <= start) continue;
    if (isWorse(mark.severity, worst)) worst = mark.severity;
  }
  return worst;
}
