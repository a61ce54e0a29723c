export { fingersOnly, loadDiff, loadEditor } from './load-editor.ts';
export { preferEditors, type EditorPreferences } from './preferences.ts';
export { trustedAddress, trustedWorker } from './trusted-worker.ts';
export type {
  Change,
  Edit,
  Highlight,
  HighlightKind,
  Marker,
  MarkerAction,
  MessageFacts,
  OpenDiff,
  OpenEditor,
  Severity,
  Span,
  TwoSpans,
  TwoTexts,
  XmlDiff,
  XmlDiffOptions,
  XmlEditor,
  XmlEditorOptions,
} from './types.ts';
