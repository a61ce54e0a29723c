import * as monaco from 'monaco-editor/editor';
import type { MarkerAction } from '../types.ts';
import { markerData } from './decorations.ts';
import { helpOf } from './help.ts';
import { spanOf } from './model-text.ts';

const RUN = 'wbxml.run';

/** Offers what can be done about the markers at the caret. */
export const lightBulb: monaco.languages.CodeActionProvider = {
  provideCodeActions(model, range) {
    const { start, end } = spanOf(model, range);
    const here = (helpOf(model)?.markers ?? []).filter(
      (marker) => marker.start <= end && marker.end >= start,
    );
    const actions = here.flatMap((marker) =>
      (marker.actions ?? []).map((action) => ({
        title: action.title,
        kind: 'quickfix',
        isPreferred: action.mends,
        diagnostics: [markerData(model, marker)],
        command: { id: RUN, title: action.title, arguments: [action] },
      })),
    );
    // What mends first, whichever marker it belongs to.
    actions.sort((a, b) => Number(b.isPreferred) - Number(a.isPreferred));
    return { actions, dispose: () => undefined };
  },
};

/** Lets Monaco run what the light bulb offers. */
export const registerActions = (): monaco.IDisposable =>
  monaco.editor.registerCommand(RUN, (_, action: MarkerAction) => action.run());
