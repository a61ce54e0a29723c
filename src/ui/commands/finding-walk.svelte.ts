import { words } from '#words/commands.ts';
import { words as shared } from '#words/shared.ts';
import { untrack } from 'svelte';
import type { Finding } from '../../doctor/index.ts';
import type { Span } from '../../state/index.ts';
import type { View } from '../view.svelte.ts';

/** The finding that was stepped to last in a page, and what was selected by it. */
const stood = new WeakMap<View, { finding: Finding; on: Span }>();

/**
 * Goes to the next finding by place, round the end, and says what it stands on; from a message without findings to
 * the next one with an error or a warning.
 * @param by 1, or -1 for the one before
 */
export function walkFindings(view: View, by: 1 | -1): void {
  const { workspace, notices } = view.page;
  const inPlace = workspace.findings.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const count = inPlace.length;
  if (count === 0 && workspace.examiner.pending) {
    notices.say(words.examining);
    return whenExamined(view, () => walkFindings(view, by));
  }
  if (count === 0) {
    const other = otherStep(view, by);
    if (other < 0) return notices.say(words.noFindings);
    workspace.walk(other - workspace.step);
    return walkFindings(view, by);
  }
  const next = inPlace[nextOf(view, inPlace, by)];
  if (!next) return;
  view.show(next);
  stood.set(view, { finding: next, on: workspace.selection.span });
  notices.say(words.findingOf(inPlace.indexOf(next) + 1, count, shared.severity[next.severity], next.text));
}

/** From the finding one stands on; where that is none any more, from the caret. */
function nextOf(view: View, inPlace: readonly Finding[], by: 1 | -1): number {
  const { selection } = view.page.workspace;
  const count = inPlace.length;
  const last = stood.get(view);
  const stands = last?.on === selection.span ? inPlace.indexOf(last.finding) : -1;
  if (stands >= 0) return (stands + by + count) % count;
  const { caret } = selection;
  const near =
    by > 0
      ? inPlace.findIndex(({ start }) => start >= caret)
      : inPlace.findLastIndex(({ start }) => start <= caret);
  return near >= 0 ? near : by > 0 ? 0 : count - 1;
}

/** The next message with an error or a warning, of those the timeline shows, round the end; −1 where there is none. */
function otherStep({ page, worstOfSteps, shown }: View, by: 1 | -1): number {
  const { step } = page.workspace;
  const { length } = worstOfSteps;
  const isShown = shown && new Set(shown);
  for (let far = 1; far < length; far++) {
    const at = (step + by * far + far * length) % length;
    const worst = worstOfSteps[at];
    if (worst && worst !== 'note' && isShown?.has(at) !== false) return at;
  }
  return -1;
}

/** What stops waiting for a page to be examined. */
const waiting = new WeakMap<View, () => void>();

/** Waits until all is known that is asked for now, once however often it is asked; not beyond a change. */
function whenExamined(view: View, act: () => void): void {
  waiting.get(view)?.();
  const { workspace } = view.page;
  const { revision } = workspace;
  const stop = $effect.root(() => {
    $effect(() => {
      const isSame = workspace.revision === revision;
      if (isSame && workspace.examiner.pending) return;
      stop();
      waiting.delete(view);
      if (isSame) untrack(act);
    });
  });
  waiting.set(view, stop);
}
