export { Notices, type Banner } from './notices.svelte.ts';
export { Selection, type Origin, type Span } from './selection.svelte.ts';
export { Settings, type BytesView, type Theme } from './settings.svelte.ts';
export { Workspace, type At, type TextEdit } from './workspace.svelte.ts';
