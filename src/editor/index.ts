export { lineFeeds } from './line-feeds.ts';
export { loadEditor } from './load-editor.ts';
export { smallestEdit } from './smallest-edit.ts';
export { trustedWorker } from './trusted-worker.ts';
export type {
  Change,
  Edit,
  Highlight,
  HighlightKind,
  Marker,
  MarkerAction,
  MessageFacts,
  OpenEditor,
  Severity,
  Span,
  XmlEditor,
  XmlEditorOptions,
} from './types.ts';
