import * as monaco from 'monaco-editor/editor';
import type { Proposal } from '../../complete/index.ts';
import { lastAt } from '../last-at.ts';
import { lineStarts } from '../tag-table.ts';
import type { Span } from '../types.ts';
import { helpOf, loadKnowledge } from './help.ts';
import { markdownOf } from './markdown.ts';
import { textOf } from './model-text.ts';

const { CompletionItemInsertTextRule, CompletionItemKind, CompletionTriggerKind } = monaco.languages;

const kinds = {
  element: CompletionItemKind.Property,
  'end tag': CompletionItemKind.Keyword,
  value: CompletionItemKind.EnumMember,
} as const;

/** Offers what may stand at the caret: when `<` or `/` was typed, or when asked. It writes nothing by itself. */
export const completionProvider: monaco.languages.CompletionItemProvider = {
  triggerCharacters: ['<', '/'],
  async provideCompletionItems(model, position, { triggerKind }) {
    const message = helpOf(model)?.message();
    const text = textOf(model);
    const offset = model.getOffsetAt(position);
    const knowledge = message && (await loadKnowledge());
    if (!knowledge) return { suggestions: [] };
    // Of the text that was asked about: who types on meanwhile finds the list there, and Monaco moves the edits.
    const proposals = knowledge.complete({ ...message, text, offset });
    const rangeOf = rangesIn(text);
    // A slash in a text is only a slash.
    const isTyped = triggerKind === CompletionTriggerKind.TriggerCharacter;
    const wanted = isTyped ? proposals.filter(({ kind }) => kind !== 'value') : proposals;
    return {
      suggestions: wanted.map((proposal, i) => ({
        ...itemOf(proposal, text.slice(proposal.start, offset), i),
        range: rangeOf(proposal),
        additionalTextEdits: proposal.also.map((edit) => ({ range: rangeOf(edit), text: edit.insert })),
      })),
    };
  },
};

type Item = monaco.languages.CompletionItem;

/** @param typed what stands there of it, up to the caret @param place from 0, in the order of the list */
function itemOf(proposal: Proposal, typed: string, place: number): Omit<Item, 'range'> {
  const { kind, label, detail, about, insert, caret, otherName } = proposal;
  // A value takes the place of the one that is there, whatever that is.
  const names = kind === 'value' ? [typed, label] : [otherName ?? label, label];
  return {
    label: { label, description: detail },
    kind: kinds[kind],
    documentation: { value: markdownOf(kind === 'value' ? `${label}: ${detail}` : detail, about) },
    insertText: `${asSnippet(insert.slice(0, caret))}$0${asSnippet(insert.slice(caret))}`,
    insertTextRules:
      CompletionItemInsertTextRule.InsertAsSnippet | CompletionItemInsertTextRule.KeepWhitespace,
    filterText: names.join(' '),
    sortText: String(place).padStart(5, '0'),
    preselect: place === 0,
  };
}

/** Where spans of a text stand in it, by line and column. */
function rangesIn(text: string): (span: Span) => monaco.IRange {
  const starts = lineStarts(text);
  return ({ start, end }) => {
    const [first, last] = [lastAt(starts, start), lastAt(starts, end)];
    return {
      startLineNumber: first + 1,
      startColumn: start - (starts[first] ?? 0) + 1,
      endLineNumber: last + 1,
      endColumn: end - (starts[last] ?? 0) + 1,
    };
  };
}

/** Text as a snippet that writes just it. */
const asSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
