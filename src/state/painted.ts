/** Ms after which a page that paints no frame is not waited for: it is in the background. */
const NO_FRAME = 100;

/** Settles when what is on show now has been painted. */
export function painted(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, NO_FRAME);
    requestAnimationFrame(() => setTimeout(done));
  });
}
