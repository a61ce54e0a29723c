import type { Problem } from '../../wbxml/index.ts';
import type { Finding } from '../../doctor/index.ts';
import type { Marker } from '../../editor/index.ts';
import type { Span } from '../../state/index.ts';

/** Markers drawn at most: beyond it a list says more than a margin full of them. */
const MOST = 500;

/** The problem of a text in one sentence. */
export function problemText({ expected, found, assumed }: Problem): string {
  const then = assumed === '' || assumed === 'nothing' ? '' : `; ${assumed}`; // of an error nothing is assumed
  return `Expected ${expected}, found ${found}${then}.`;
}

/**
 * What the editor marks: the problems of the text itself, then findings where their bytes stand in it.
 * @param toText the text of a span of bytes
 */
export function markersOf(
  problems: readonly Problem[],
  findings: readonly Finding[],
  toText: (span: Span) => Span | undefined,
): Marker[] {
  const markers: Marker[] = problems.slice(0, MOST).map((problem) => ({
    start: problem.start,
    end: problem.end,
    severity: problem.severity,
    message: problemText(problem),
    code: problem.code,
  }));
  for (const { start, end, severity, text, rule } of findings) {
    if (markers.length >= MOST) break;
    const place = toText({ start, end: Math.max(end, start + 1) });
    if (place) markers.push({ ...place, severity, message: text, code: rule });
  }
  return markers;
}

/** The line, from 1, of an offset. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
