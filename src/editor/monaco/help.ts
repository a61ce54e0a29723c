import type { editor } from 'monaco-editor/editor';
import type { Marker, MessageFacts } from '../types.ts';

/** What the providers of the language are told of one model: they are registered once for all of them. */
export interface Help {
  markers: readonly Marker[];
  message: () => MessageFacts | undefined;
}

const helps = new WeakMap<editor.ITextModel, Help>();

/** Lets the providers help with a model. */
export const giveHelp = (model: editor.ITextModel, help: Help): void => void helps.set(model, help);

export const helpOf = (model: editor.ITextModel): Help | undefined => helps.get(model);

/** What knows the elements; it is loaded once. `undefined` where its file cannot be. */
export const loadKnowledge = () => import('../../complete/index.ts').catch(() => undefined);
