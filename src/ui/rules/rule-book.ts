// What rule pages are made of; only they need it.
import { rules, severityOf, type Rule, type Severity } from '../../doctor/index.ts';

export { examineMessage, exampleConversation } from '../../doctor/index.ts';

const SCOPES: readonly Rule['scope'][] = ['message', 'exchange', 'conversation'];

/** A rule and how loud it is by itself, where nothing it meets says otherwise. */
export interface BookEntry {
  rule: Rule;
  severity: Severity;
}

/** Every rule, by id. */
export const book: readonly BookEntry[] = rules()
  .map((rule) => ({ rule, severity: severityOf(rule, { text: '', start: 0, end: 0 }, undefined) }))
  .sort(
    (a, b) => SCOPES.indexOf(a.rule.scope) - SCOPES.indexOf(b.rule.scope) || (a.rule.id < b.rule.id ? -1 : 1),
  );

/** The rule with this id, or `undefined`. */
export const entryOf = (id: string): BookEntry | undefined => book.find(({ rule }) => rule.id === id);

/** Rules that a few words ask for: each stands in its id, title, reason, commands or source. */
export function search(words: string, entries: readonly BookEntry[] = book): BookEntry[] {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ rule }) => {
    const { id, title, why, source, commands = [], covers } = rule;
    const text = [id, title, why, source, ...commands, ...covers].join('\n').toLowerCase();
    return asked.every((word) => text.includes(word));
  });
}
