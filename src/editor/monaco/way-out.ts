import { words } from '#words/editor.ts';
import * as monaco from 'monaco-editor/editor';

const MODIFIERS = new Set([
  monaco.KeyCode.Shift,
  monaco.KeyCode.Ctrl,
  monaco.KeyCode.Alt,
  monaco.KeyCode.Meta,
  monaco.KeyCode.Tab, // it leaves, backwards with Shift
]);

/** An editor, and whether Tab leaves it unasked. */
interface WayOut {
  /** The hint, to be shown while the editor has the focus; it describes the editor to a screen reader. */
  hint: HTMLElement;
  /** From now on Tab leaves the editor always, or only after Escape. */
  prefer(tabLeaves: boolean): void;
}

/**
 * The keyboard's way out: Escape lets the next Tab leave, any other key takes that back. Ctrl+M (with Shift on
 * a Mac) keeps it so, as Monaco has it.
 */
export function wayOut(editor: monaco.editor.IStandaloneCodeEditor, id: string): WayOut {
  let always = false;
  const hint = document.createElement('p');
  hint.id = id;
  hint.className = 'xml-way-out';
  hint.ariaLive = 'polite';
  const tabLeaves = (): boolean => editor.getOption(monaco.editor.EditorOption.tabFocusMode);
  const show = (): void => {
    const told = tabLeaves() ? words.tabLeaves : words.tabLeavesSoon;
    if (hint.textContent !== told) hint.textContent = told; // it is said aloud with every change
  };
  const free = (on: boolean): void => editor.updateOptions({ tabFocusMode: on || always });

  show();
  editor.onDidChangeConfiguration(show);
  editor.onKeyDown(({ keyCode }) => {
    if (keyCode === monaco.KeyCode.Escape) free(true);
    else if (!MODIFIERS.has(keyCode)) free(false);
  });
  editor.getContainerDomNode().addEventListener('focusout', () => free(false)); // Monaco tells of it later
  // The element that takes the keys is another for each model, and when a screen reader is found.
  const describe = (): void => {
    const taker = editor.getDomNode()?.querySelector('.native-edit-context, .inputarea');
    taker?.setAttribute('aria-describedby', id);
  };
  editor.onDidChangeModel(describe);
  editor.onDidChangeConfiguration(describe);
  const prefer = (tabLeaves: boolean): void => {
    always = tabLeaves;
    free(false);
  };
  return { hint, prefer };
}
