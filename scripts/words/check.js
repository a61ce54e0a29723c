import { scriptsOf } from '../arrows/imports.js';
import { markupWords } from './markup-words.js';
import { scriptWords } from './script-words.js';

/**
 * Holds what is drawn to the catalogue: words stand in `src/words`, not in markup, not in scripts.
 * @param {ReadonlyMap<string, string>} files text by path: `src/ui/bar/TopBar.svelte`, `src/ui/view.svelte.ts`
 * @param {{ open: readonly string[], names: readonly string[] }} lists as `open.json` explains them
 * @returns {string[]} a line per fault; none where all is well
 */
export function wordFaults(files, { open, names }) {
  const left = new Set([...open, ...names]);
  const faults = [...files].flatMap(([path, text]) => {
    const said = wordsOf(path, text).filter((words) => {
      if (names.includes(words.text)) left.delete(words.text);
      return !names.includes(words.text);
    });
    const entry = open.find((one) => (one.endsWith('/') ? path.startsWith(one) : path === one));
    if (entry === undefined)
      return said.map((words) => `${path}:${words.line}: “${words.text}” is in no catalogue`);
    if (said.length > 0) left.delete(entry);
    return [];
  });
  const done = [...left].map(
    (entry) => `scripts/words/open.json: nothing is left of “${entry}”: take it out`,
  );
  return [...faults, ...done];
}

/**
 * @param {string} path
 * @param {string} text
 */
function wordsOf(path, text) {
  if (!path.endsWith('.svelte')) return scriptWords(text);
  return [...markupWords(text), ...scriptWords(scriptsOf(text))];
}
