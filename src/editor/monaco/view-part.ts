// What Monaco draws with, without what its own page makes of it: see `in-parts.ts`.
import 'monaco-editor/editor/browser/widget/codeEditor/codeEditorWidget';
