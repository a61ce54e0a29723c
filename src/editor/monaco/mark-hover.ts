import type { languages } from 'monaco-editor/editor';
import { markAt } from '../mark-at.ts';
import { explainMark } from '../marks.ts';
import { asMarkdown } from './markdown.ts';
import { rangeOf, textOf } from './model-text.ts';

/** Says what a mark means where the pointer rests on one. */
export const markHover: languages.HoverProvider = {
  provideHover: (model, position) => {
    const mark = markAt(textOf(model), model.getOffsetAt(position));
    if (!mark) return undefined;
    return {
      range: rangeOf(model, mark),
      // Words of a mark come from the text: no character of them is Markdown.
      contents: explainMark(mark).map((sentence) => ({ value: asMarkdown(sentence) })),
    };
  },
};
