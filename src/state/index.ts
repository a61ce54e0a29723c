export { Notices, type Banner } from './notices.svelte.ts';
export { Selection, type Origin, type Span } from './selection.svelte.ts';
export { Settings, type BytesView, type Theme } from './settings.svelte.ts';
export { Examiner } from './examiner.svelte.ts';
export { Workspace, type At, type TextEdit } from './workspace.svelte.ts';
export { Opener } from './opener.svelte.ts';
export type { Intake, Source } from './source.ts';
export { PageState } from './page-state.svelte.ts';
