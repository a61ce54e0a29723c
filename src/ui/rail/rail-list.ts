import type { Workspace } from '../../state/index.ts';
import { lazyList } from '../shared/lazy-list.ts';
import { railSteps, type RailStep } from './rail-steps.ts';

/** The rows of the timeline, each made when it is looked at: what is found out later makes another list. */
export function railList({ conversation, steps, examiner }: Workspace): readonly RailStep[] {
  void examiner.found;
  return lazyList(
    steps.length,
    (i) => railSteps(conversation, steps.slice(i, i + 1), examiner)[0] as RailStep,
  );
}
