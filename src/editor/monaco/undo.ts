import * as monaco from 'monaco-editor/editor';
import { RedoCommand, UndoCommand } from 'monaco-editor/editor/browser/editorExtensions';
import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices';
import { IUndoRedoService } from 'monaco-editor/platform/undoRedo/common/undoRedo';

/** What undo and redo do in an editor, instead of what Monaco remembers. */
export interface UndoHooks {
  onundo(): void;
  onredo(): void;
}

type Editor = monaco.editor.IStandaloneCodeEditor;

const hooks = new WeakMap<object, UndoHooks>();
/** Before Monaco's own ways, of which the first stands at 10,000. */
const FIRST = 20_000;

/** Sends undo and redo of an editor, by key, menu or command, to whoever remembers all that was done. */
export function undoBy(editor: Editor, by: UndoHooks): void {
  hooks.set(editor, by);
}

/** Once per page: Monaco has one command each for all its editors. */
export function takeOverUndo(): void {
  UndoCommand.addImplementation(FIRST, 'page', () => run((by) => by.onundo()));
  RedoCommand.addImplementation(FIRST, 'page', () => run((by) => by.onredo()));
}

/** What Monaco remembers of a text is nobody's any more: it would only grow. */
export function forgetUndo(model: monaco.editor.ITextModel): void {
  StandaloneServices.get(IUndoRedoService).removeElements(model.uri);
}

/** @returns false where the focus is elsewhere, as in the field of the search: that has an undo of its own */
function run(act: (by: UndoHooks) => void): boolean {
  const editor = monaco.editor.getEditors().find((one) => one.hasTextFocus());
  const by = editor && hooks.get(editor);
  if (by) act(by);
  return by !== undefined;
}
