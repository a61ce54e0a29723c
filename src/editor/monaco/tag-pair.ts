import type * as monaco from 'monaco-editor/editor';
import { elementNamedAt } from '../tag-table.ts';
import { elementsIn, rangeOf } from './model-text.ts';

const DELAY = 150; // ms; not at every letter of a large text

/** Frames both names of the element whose tag the caret is in. */
export function frameTagPair(editor: monaco.editor.IStandaloneCodeEditor): monaco.IDisposable {
  const frames = editor.createDecorationsCollection();
  const show = (): void => {
    const model = editor.getModel();
    const caret = editor.getPosition();
    if (!model || !caret) return;
    const element = elementNamedAt(elementsIn(model), model.getOffsetAt(caret));
    frames.set(
      (element ? [element.openName, element.closeName] : []).map((name) => ({
        range: rangeOf(model, name),
        options: { description: 'tag pair', className: 'xml-tag-pair' },
      })),
    );
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(show, DELAY);
  };
  editor.onDidChangeCursorPosition(later);
  editor.onDidChangeModel(later);
  return { dispose: () => clearTimeout(timer) };
}
