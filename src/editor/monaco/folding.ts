import type { languages } from 'monaco-editor/editor';
import { foldsOf } from '../tag-table.ts';
import { elementsIn, textOf } from './model-text.ts';

/** Elements fold, not indents: the lines of a mail's body have none. */
export const foldingProvider: languages.FoldingRangeProvider = {
  provideFoldingRanges: (model) => foldsOf(textOf(model), elementsIn(model)),
};
