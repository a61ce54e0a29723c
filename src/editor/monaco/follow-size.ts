import type { editor } from 'monaco-editor/editor';

/** How an editor keeps the size of its element. */
export interface Size {
  /** True where it was put off to take the size of the element. */
  readonly isDue: boolean;
  /** Takes the size of the element, where that was put off. */
  settle(): void;
}

/**
 * Lays an editor out anew whenever its element has another size: a frame later, since its own way to do so takes
 * the time of a frame in which something else is waited for. While it cannot be seen that waits for the next text.
 */
export function followSize(of: editor.IStandaloneCodeEditor, element: Element): Size {
  let next = 0;
  let isOther = false;
  const settle = (): void => {
    cancelAnimationFrame(next);
    if (isOther) of.layout(undefined, true); // drawn with the next frame
    isOther = false;
  };
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(next);
    isOther = true;
    next = requestAnimationFrame(() => {
      if (getComputedStyle(element).visibility !== 'hidden') settle();
    });
  });
  observer.observe(element);
  of.onDidDispose(() => {
    cancelAnimationFrame(next);
    observer.disconnect();
  });
  return {
    get isDue() {
      return isOther;
    },
    settle,
  };
}
