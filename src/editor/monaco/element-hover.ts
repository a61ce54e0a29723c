import type { languages } from 'monaco-editor/editor';
import { helpOf, loadKnowledge } from './help.ts';
import { markdownOf } from './markdown.ts';
import { rangeOf, textOf } from './model-text.ts';

/** Says what is known of the element or the value the pointer rests on. */
export const elementHover: languages.HoverProvider = {
  async provideHover(model, position) {
    const message = helpOf(model)?.message();
    if (!message) return undefined;
    const version = model.getVersionId();
    const knowledge = await loadKnowledge();
    // Where the text has changed meanwhile, places in it are others.
    if (!knowledge || model.isDisposed() || model.getVersionId() !== version) return undefined;
    const found = knowledge.hover({ ...message, text: textOf(model), offset: model.getOffsetAt(position) });
    if (!found) return undefined;
    const { title, about, facts, source } = found;
    return { range: rangeOf(model, found), contents: [{ value: markdownOf(title, about, facts, source) }] };
  },
};
