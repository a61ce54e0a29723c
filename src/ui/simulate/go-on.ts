import { words } from '#words/simulate.ts';
import type { Message } from '../../conversation/index.ts';
import type { View } from '../view.svelte.ts';

/**
 * Lets the phone go on from another reply to the request on show, as a branch.
 * @param name of the branch
 * @returns whether it was played
 */
export async function goOnFrom({ page }: View, message: Message | undefined, name: string): Promise<boolean> {
  const { opener, stage, notices } = page;
  const { simulation } = stage;
  const step = simulation?.replyStep;
  if (!message || step === undefined || !(await opener.goOn(step, message, name))) return false;
  const now = stage.simulation ?? simulation;
  if (now) notices.say(words.played(now.step + 1, now.steps.length));
  return true;
}

/** The number of the step whose reply a person changed and has on show; `undefined` where there is none. */
export function editedStep({ page: { stage, workspace } }: View): number | undefined {
  return stage.edited && workspace.at.side === 'response' ? stage.simulation?.replyStep : undefined;
}
