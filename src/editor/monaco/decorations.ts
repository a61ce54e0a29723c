import * as monaco from 'monaco-editor/editor';
import type { Highlight, HighlightKind, Marker, Severity } from '../types.ts';
import { rangeOf } from './model-text.ts';

type Model = monaco.editor.ITextModel;
type Look = monaco.editor.IModelDecorationOptions;

const stickiness = monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges;

const looks: Record<Exclude<HighlightKind, 'finding'>, Look> = {
  hover: { stickiness, className: 'xml-hover', inlineClassName: 'xml-hover-text', zIndex: 1 },
  selection: { stickiness, className: 'xml-selection', inlineClassName: 'xml-selection-text', zIndex: 2 },
};

/** A bar beside all its lines; the worse, the further in front. */
const findingLook = (severity: Severity, zIndex: number): Look => ({
  stickiness,
  className: `xml-finding xml-finding-${severity}`,
  linesDecorationsClassName: `xml-finding-line xml-finding-line-${severity}`,
  zIndex,
});

const findingLooks: Record<Severity, Look> = {
  note: findingLook('note', -3),
  warning: findingLook('warning', -2),
  error: findingLook('error', -1),
};

const RANK: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** A colour and, for whom that says nothing, a line under the text, or a bar and a sign beside it: see editor.css. */
export function decorationsOf(
  model: Model,
  highlights: readonly Highlight[],
): monaco.editor.IModelDeltaDecoration[] {
  const shown = highlights.map((highlight) => ({
    range: rangeOf(model, highlight),
    options:
      highlight.kind === 'finding' ? findingLooks[highlight.severity ?? 'error'] : looks[highlight.kind],
  }));
  return [...shown, ...signsOf(model, highlights)];
}

/**
 * The sign of the worst finding that begins in a line, in the margin before it: not in the lane of glyphs, which the
 * light bulb needs where it would cover text.
 */
function signsOf(model: Model, highlights: readonly Highlight[]): monaco.editor.IModelDeltaDecoration[] {
  const worst = new Map<number, Severity>();
  for (const { kind, severity = 'error', start } of highlights) {
    if (kind !== 'finding') continue;
    const line = rangeOf(model, { start, end: start }).startLineNumber;
    const other = worst.get(line);
    if (other === undefined || RANK[severity] < RANK[other]) worst.set(line, severity);
  }
  return [...worst].map(([line, severity]) => ({
    range: new monaco.Range(line, 1, line, 1),
    options: { stickiness, marginClassName: `xml-sign xml-sign-${severity}` },
  }));
}

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  note: monaco.MarkerSeverity.Info, // F8 passes over hints
} as const;

export function markersOf(model: Model, markers: readonly Marker[]): monaco.editor.IMarkerData[] {
  return markers.map((marker) => markerData(model, marker));
}

/** A marker as Monaco takes it: its message has all lines. */
export function markerData(model: Model, marker: Marker): monaco.editor.IMarkerData {
  const { severity, message, details = [], code, source } = marker;
  return {
    ...rangeOf(model, marker),
    severity: severities[severity],
    message: [message, ...details].join('\n'),
    code,
    ...(source !== undefined && { source }),
  };
}
