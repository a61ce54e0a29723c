import * as monaco from 'monaco-editor/editor';
import { lineFeeds } from '../line-feeds.ts';
import { elementsOf } from '../tag-table.ts';
import type { Element } from '../tag-table.ts';
import type { Span } from '../types.ts';
import { LANGUAGE } from './language.ts';

type Model = monaco.editor.ITextModel;

let made = 0; // for addresses that no two models share

/**
 * A model that holds exactly this text, line ends made LF. The text goes into an empty model: one made from a
 * text drops a byte order mark, and counts line ends to choose one.
 */
export function modelOf(text: string): Model {
  const uri = monaco.Uri.from({ scheme: 'inmemory', path: `/${++made}/XML` }); // F8 shows its last part
  const model = monaco.editor.createModel('', LANGUAGE, uri);
  model.setEOL(monaco.editor.EndOfLineSequence.LF);
  // Nothing is coloured by it, and the tree it keeps of each text has been seen to read on for ever.
  model.updateOptions({
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
  const own = lineFeeds(text);
  model.applyEdits([{ range: model.getFullModelRange(), text: own }]);
  if (lengthOf(model) === own.length) textIs(model, own);
  return model;
}

/** Beyond the text is its end; not a number is its start. */
export function rangeOf(model: Model, { start, end }: Span): monaco.Range {
  const position = (offset: number): monaco.Position =>
    model.getPositionAt(Number.isFinite(offset) ? offset : 0);
  return monaco.Range.fromPositions(position(start), position(Math.max(start, end)));
}

export function spanOf(model: Model, range: monaco.IRange): Span {
  const { startLineNumber, startColumn, endLineNumber, endColumn } = range;
  return {
    start: model.getOffsetAt({ lineNumber: startLineNumber, column: startColumn }),
    end: model.getOffsetAt({ lineNumber: endLineNumber, column: endColumn }),
  };
}

const known = new WeakMap<Model, { version: number; text: string; elements?: Element[] }>();

/** The text of a model; put together once for each version of it. */
export function textOf(model: Model): string {
  return entryOf(model).text;
}

/** UTF-16 units of a model's text. */
export const lengthOf = (model: Model): number =>
  model.getValueLength(monaco.editor.EndOfLinePreference.LF, true);

/** Says what the text of a model is, which somebody has already: it is not put together again. */
export function textIs(model: Model, text: string): void {
  known.set(model, { version: model.getVersionId(), text });
}

/** The elements of a model's text; found once for each version of it. */
export function elementsIn(model: Model): Element[] {
  const entry = entryOf(model);
  return (entry.elements ??= elementsOf(entry.text));
}

function entryOf(model: Model): { version: number; text: string; elements?: Element[] } {
  const version = model.getVersionId();
  const entry = known.get(model);
  if (entry?.version === version) return entry;
  const text = model.getValue(monaco.editor.EndOfLinePreference.LF, true);
  const fresh = { version, text };
  known.set(model, fresh);
  return fresh;
}
