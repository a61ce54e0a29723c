import type { Worst } from '../storage/index.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Messages up to which the worst finding of all is looked for when a conversation is saved. */
const LOOK_MOST = 1_000;
const SEVERITIES = ['error', 'warning', 'note'] as const;

/** How bad what is on show was found to be; absent where that is not known, or would take long to look for. */
export function worstOf({ steps, examiner }: Workspace): { worst?: Worst } {
  if (examiner.pending || steps.length > LOOK_MOST) return {};
  const found = steps.map((at) => examiner.worst(at));
  return { worst: SEVERITIES.find((severity) => found.includes(severity)) ?? 'nothing' };
}
