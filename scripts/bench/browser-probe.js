/**
 * Runs in the page before anything else: notes how long its main thread was taken at a time, and when things that a
 * person waits for were there. All in ms since the page began.
 */
export function probe() {
  const PULSE = 4;
  /** Times the main thread was taken for longer than a pulse: from, to. @type {[number, number][]} */
  const blocks = [];
  let last = performance.now();
  // As urgent as what a person does: a timer would also wait for what goes by turns, and count it as one.
  const { scheduler } = /** @type {{ scheduler?: Scheduler }} */ (/** @type {unknown} */ (globalThis));
  const next = () => {
    if (!scheduler) setTimeout(beat, PULSE);
    else void scheduler.postTask(beat, { priority: 'user-blocking', delay: PULSE });
  };
  const beat = () => {
    const now = performance.now();
    if (now - last > PULSE + 4) blocks.push([last + PULSE, now]);
    last = now;
    next();
  };
  next();
  /** From the press of a key to the picture it made. @type {number[]} */
  const keys = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') keys.push(entry.duration);
  }).observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 }));

  /**
   * Waits for something to be there, looking with each frame.
   * @param {() => unknown} isThere
   * @param {number} most ms to wait
   * @returns {Promise<number>} when it was; NaN where it was not
   */
  const when = (isThere, most) =>
    new Promise((done) => {
      const from = performance.now();
      const look = () => {
        if (isThere()) done(performance.now());
        else if (performance.now() - from > most) done(NaN);
        else requestAnimationFrame(look);
      };
      look();
    });

  /** What the editor took to take a text in: from, to. @returns {[number, number][]} */
  const editor = () =>
    performance
      .getEntriesByName('editor takes a text')
      .map(({ startTime, duration }) => [startTime, startTime + duration]);

  /**
   * The longest time the main thread was taken in a span, without what the editor took.
   * @param {number} from
   * @param {number} to
   */
  const longest = (from, to) => {
    const own = editor();
    const lengths = blocks
      .filter(([start, end]) => end > from && start < to)
      .map(([start, end]) => {
        const inside = own.filter(([a, b]) => a < end && b > start);
        return end - start - inside.reduce((sum, [a, b]) => sum + Math.min(b, end) - Math.max(a, start), 0);
      });
    return Math.max(0, ...lengths);
  };

  Object.assign(globalThis, { bench: { when, keys, editor, longest } });
}

/**
 * @typedef {object} Scheduler of browsers that have one
 * @property {(act: () => void, options: { priority: string, delay: number }) => Promise<void>} postTask
 */

/**
 * @typedef {object} Bench
 * @property {(isThere: () => unknown, most: number) => Promise<number>} when
 * @property {number[]} keys
 * @property {() => [number, number][]} editor
 * @property {(from: number, to: number) => number} longest
 */
