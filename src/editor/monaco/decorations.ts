import * as monaco from 'monaco-editor/editor';
import type { Highlight, HighlightKind, Marker } from '../types.ts';
import { rangeOf } from './model-text.ts';

type Model = monaco.editor.ITextModel;

const stickiness = monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges;

const looks: Record<HighlightKind, monaco.editor.IModelDecorationOptions> = {
  hover: { stickiness, className: 'xml-hover', inlineClassName: 'xml-hover-text', zIndex: 1 },
  selection: { stickiness, className: 'xml-selection', inlineClassName: 'xml-selection-text', zIndex: 2 },
  finding: { stickiness, className: 'xml-finding', linesDecorationsClassName: 'xml-finding-line' },
};

/** A colour and, for whom that says nothing, a line under the text or a bar beside it: see editor.css. */
export function decorationsOf(
  model: Model,
  highlights: readonly Highlight[],
): monaco.editor.IModelDeltaDecoration[] {
  return highlights.map((highlight) => ({
    range: rangeOf(model, highlight),
    options: looks[highlight.kind],
  }));
}

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  note: monaco.MarkerSeverity.Info, // F8 passes over hints
} as const;

export function markersOf(model: Model, markers: readonly Marker[]): monaco.editor.IMarkerData[] {
  return markers.map((marker) => ({
    ...rangeOf(model, marker),
    severity: severities[marker.severity],
    message: marker.message,
    code: marker.code,
  }));
}
