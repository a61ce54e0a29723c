/** Where the browser has it: goes on before other work that waits. */
interface Yields {
  scheduler?: { yield?: () => Promise<void> };
}

/** Settles in another turn of the browser: it paints, and hears what a person does, in between. */
export function turn(): Promise<void> {
  return (globalThis as Yields).scheduler?.yield?.() ?? new Promise((done) => setTimeout(done));
}

/** Ms that are worked at a time: with a frame's drawing they are less than a frame. */
const AT_A_TIME = 6;
/** Items between two looks at the clock, where they are small. */
const FEW = 32;

/**
 * Does something to each item, a few ms at a time.
 * @param goesOn asked after each pause
 * @param few items between two looks at the clock
 * @returns false where it was not to go on
 */
export async function inTurns<T>(
  items: readonly T[],
  act: (item: T) => void,
  goesOn: () => boolean,
  few = FEW,
): Promise<boolean> {
  let from = performance.now();
  for (let i = 0; i < items.length; i++) {
    act(items[i] as T);
    if (i % few !== few - 1 || performance.now() - from < AT_A_TIME) continue;
    await turn();
    if (!goesOn()) return false;
    from = performance.now();
  }
  return true;
}
