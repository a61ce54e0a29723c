import { words } from '#words/simulate.ts';

/** A server that knows what the phone has: whatever the key is, nothing is on its way. */
const ARRIVED = /^S\(.*,–\)/;

/** What states mean, by what their labels begin with; the longer beginnings first. */
const states = Object.entries(words.states).toSorted(([a], [b]) => b.length - a.length);

/** What a state of a machine means in plain words, or its label where nobody wrote any. */
export function stateWords(label: string): string {
  if (ARRIVED.test(label)) return words.states['S(…,–)'];
  return states.find(([begin]) => label.startsWith(begin))?.[1] ?? label;
}
