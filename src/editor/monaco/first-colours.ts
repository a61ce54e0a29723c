import type { editor } from 'monaco-editor/editor';

/** Lines that a high window shows, where nobody knows yet how high the editor is. */
const IN_VIEW = 80;
/** Px. */
const LINE = 16;

/** What every model of Monaco's has beside its public face. */
interface Colouring {
  readonly tokenization: { tokenizeIfCheap(line: number): void };
}

/**
 * Colours the first lines of a text before they are drawn. Monaco looks at them 50 ms after it drew them: the text, which
 * had its colours as long as it could only be read, would lose and get them again.
 * @param height of the editor, px; 0 where it has none yet
 */
export function colourFirstLines(model: editor.ITextModel, height: number): void {
  const { tokenization } = model as unknown as Colouring;
  const inView = height > 0 ? Math.ceil(height / LINE) : IN_VIEW;
  const last = Math.min(model.getLineCount(), inView);
  for (let line = 1; line <= last; line++) tokenization.tokenizeIfCheap(line); // not a line of 2,048 letters, nor those behind
}
