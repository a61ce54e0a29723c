import { words } from '#words/editor.ts';
import * as monaco from 'monaco-editor/editor';
import { markerBeside } from '../marker-walk.ts';
import type { Marker } from '../types.ts';
import { helpOf } from './help.ts';
import { rangeOf, spanOf } from './model-text.ts';

type Editor = monaco.editor.IStandaloneCodeEditor;

const { F8 } = monaco.KeyCode;
const { Alt, Shift } = monaco.KeyMod;

/** Lets F8 and Shift+F8 go from marker to marker. @param tell says the words of one, for whom does not see them */
export function markerKeys(editor: Editor, tell: (words: string) => void): void {
  // Also with Alt: Monaco’s own way shows a marker between the lines, without what can be done about it.
  const action = (id: string, label: string, key: number, back: boolean) =>
    editor.addAction({
      id,
      label,
      keybindings: [key, Alt | key],
      contextMenuGroupId: 'navigation',
      run: () => {
        const marker = goToMarker(editor, back);
        if (marker) tell([marker.message, ...(marker.details ?? [])].join('\n'));
      },
    });
  action('wbxml.nextMarker', words.nextProblem, F8, false);
  action('wbxml.lastMarker', words.problemBefore, Shift | F8, true);
}

/** Selects the marker beside the selection and shows what is said of it. */
export function goToMarker(editor: Editor, back: boolean): Marker | undefined {
  const model = editor.getModel();
  const selection = editor.getSelection();
  const marker =
    model && selection && markerBeside(helpOf(model)?.markers ?? [], spanOf(model, selection), back);
  if (!marker) return undefined;
  const range = rangeOf(model, marker);
  // The caret goes to its beginning: the hover stands there.
  editor.setSelection(
    monaco.Selection.fromPositions(range.getEndPosition(), range.getStartPosition()),
    'marker',
  );
  editor.revealRangeInCenterIfOutsideViewport(range, monaco.editor.ScrollType.Immediate);
  editor.trigger('marker', 'editor.action.showHover', { focus: 'noAutoFocus' });
  return marker;
}
