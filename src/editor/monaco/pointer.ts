import * as monaco from 'monaco-editor/editor';
import { textOf } from './model-text.ts';

/**
 * Tells the offset of the character under the pointer, each time it is another; nothing where there is none.
 */
export function watchPointer(
  editor: monaco.editor.IStandaloneCodeEditor,
  tell: (offset: number | undefined) => void,
): void {
  let last: number | undefined;
  const move = (offset: number | undefined): void => {
    if (offset === last) return;
    last = offset;
    tell(offset);
  };
  editor.onMouseMove((event) => move(offsetUnder(editor, event)));
  editor.onMouseLeave(() => move(undefined));
}

function offsetUnder(
  editor: monaco.editor.IStandaloneCodeEditor,
  { target, event }: monaco.editor.IEditorMouseEvent,
): number | undefined {
  const model = editor.getModel();
  const node = editor.getDomNode();
  if (!model || !node || target.type !== monaco.editor.MouseTargetType.CONTENT_TEXT) return undefined;
  // Monaco tells the nearest gap between two characters: right of it is the one behind, left the one before.
  const gap = model.getOffsetAt(target.position);
  const place = editor.getScrolledVisiblePosition(target.position);
  const x = event.posx - node.getBoundingClientRect().left - window.scrollX;
  const offset = place && x < place.left && target.position.column > 1 ? gap - 1 : gap;
  return startOfCharacter(textOf(model), offset);
}

/** An offset between the halves of a surrogate pair belongs to its start. */
function startOfCharacter(text: string, offset: number): number {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset - 1 : offset;
}
