import type { Kept } from '../storage/index.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Characters of a text that is kept though the bytes say the same: for its spelling. */
const SPELLING_MOST = 200_000;

/** All of what is on show, as it is kept. @param step of the run it comes from, where it comes from one */
export function keptOf({ whole, at, selection, texts }: Workspace, step: number | undefined): Kept {
  const worthy = texts.filter(({ broken, text }) => broken || text.length <= SPELLING_MOST);
  const { start, end } = selection.span;
  const view = { ...at, selection: { start, end }, ...(step !== undefined && { step }) };
  return { conversation: whole, view, texts: worthy };
}
