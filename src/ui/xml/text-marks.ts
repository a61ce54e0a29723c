import { words } from '#words/xml.ts';
import { furtherPlaces, type Finding } from '../../doctor/index.ts';
import type { Highlight, Marker, MarkerAction } from '../../editor/index.ts';
import type { Span } from '../../state/index.ts';
import type { Problem } from '../../wbxml/index.ts';
import { reactionWords } from '../shared/reaction-words.ts';
import { findingWords } from '../shared/severity.ts';
import { textFixOf, type TextFix } from './text-fix.ts';
import { problemText } from './text-lines.ts';

/** Markers drawn at most: beyond it a list says more than a margin full of them. */
const MOST = 500;

/** A finding, one of its places, and the text that stands for the bytes there. */
export interface PlacedFinding {
  finding: Finding;
  place: Span;
  span: Span;
}

/** What a person can do about a finding. */
export interface FindingActions {
  fix(finding: Finding): void;
  openRule(id: string): void;
}

/**
 * The places of findings whose bytes stand in the text; where there are many, each finding has its first.
 * @param toText the text of a span of bytes
 */
export function placedIn(
  findings: readonly Finding[],
  toText: (span: Span) => Span | undefined,
): PlacedFinding[] {
  const firsts = findings.map((finding) => ({ finding, place: finding }));
  const further = findings.flatMap((finding) => furtherPlaces(finding).map((place) => ({ finding, place })));
  return [...firsts, ...further].slice(0, MOST).flatMap(({ finding, place }) => {
    const { start, end } = place;
    const span = toText({ start, end: Math.max(end, start + 1) });
    return span ? [{ finding, place: { start, end }, span }] : [];
  });
}

/**
 * What the editor marks: the problems of the text itself, then findings.
 * @param mend changes the text
 */
export function markersOf(
  text: string,
  problems: readonly Problem[],
  placed: readonly PlacedFinding[],
  actions: FindingActions,
  mend: (fix: TextFix) => void,
): Marker[] {
  const own: Marker[] = problems.slice(0, MOST).map((problem) => ({
    start: problem.start,
    end: problem.end,
    severity: problem.severity,
    message: problemText(problem),
    code: problem.code,
    actions: mending(textFixOf(text, problem), mend),
  }));
  return [...own, ...placed.map((one) => markerOf(text, one, actions))];
}

function markerOf(text: string, { finding, place, span }: PlacedFinding, actions: FindingActions): Marker {
  const { severity, text: message, rule, source, phone = [], fix } = finding;
  return {
    ...firstLine(text, span),
    severity,
    message,
    details: [
      findingWords({ ...finding, ...place, source: '' }).replace(/ · $/, ''),
      ...phone.map(reactionWords),
      ...(fix ? [words.fix(fix.title)] : []),
    ],
    source,
    code: rule,
    actions: actionsOf(finding, actions),
  };
}

const mending = (fix: TextFix | undefined, mend: (fix: TextFix) => void): MarkerAction[] =>
  fix ? [{ title: fix.title, mends: true, run: () => mend(fix) }] : [];

function actionsOf(finding: Finding, actions: FindingActions): MarkerAction[] {
  const rule = { title: words.openRule, mends: false, run: () => actions.openRule(finding.rule) };
  if (!finding.fix) return [rule];
  return [{ title: words.fix(finding.fix.title), mends: true, run: () => actions.fix(finding) }, rule];
}

/** Under every line of a large element a line would be drawn: under its start tag it says as much. */
function firstLine(text: string, { start, end }: Span): Span {
  const lineEnd = text.indexOf('\n', start);
  return { start, end: lineEnd < 0 ? end : Math.min(end, Math.max(lineEnd, start + 1)) };
}

/** Findings as the editor lights them. */
export const highlightsOf = (placed: readonly PlacedFinding[]): Highlight[] =>
  placed.map(({ finding, span }) => ({ ...span, kind: 'finding', severity: finding.severity }));
