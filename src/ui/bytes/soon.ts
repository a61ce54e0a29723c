import { turn } from '../../worker/index.ts';

/** Ms that what nobody sees waits for the picture. */
const SOON = 150;
/** Ms that it takes at a time: with a frame's drawing they are less than a frame. */
const AT_A_TIME = 6;

/** What is still to be done. One timer serves all: with most keys every row is drawn anew. */
const waiting = new Set<() => void>();
let last = 0;
let isAwaited = false;

/** Does something once what is drawn has been seen. @returns what takes that back */
export function soon(act: () => void): () => void {
  waiting.add(act);
  last = performance.now();
  if (!isAwaited) setTimeout(actAll, SOON);
  isAwaited = true;
  return () => waiting.delete(act);
}

/** Does what waits, by turns; where something is asked for in between, the rest waits once more. */
function actAll(): void {
  const now = performance.now();
  const rest = SOON - (now - last);
  if (rest > 1) {
    setTimeout(actAll, rest);
    return;
  }
  for (const act of waiting) {
    waiting.delete(act);
    act();
    if (performance.now() - now >= AT_A_TIME) break;
  }
  isAwaited = waiting.size > 0;
  if (isAwaited) void turn().then(actAll);
}
