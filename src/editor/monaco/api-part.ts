// Monaco as it is used here, without the features: see `in-parts.ts`.
import 'monaco-editor/editor';
