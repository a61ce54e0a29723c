import { markupWords } from './literals.js';

/**
 * Holds components to the catalogue: words stand in `src/words`, not in markup.
 * @param {ReadonlyMap<string, string>} components text by path: `src/ui/bar/TopBar.svelte`
 * @param {readonly string[]} open paths of files, or of folders with a slash at the end, that are still to be converted
 * @returns {string[]} a line per fault; none where all is well. An entry of `open` that nothing is left of is a
 *   fault too: the list only shrinks
 */
export function wordFaults(components, open) {
  const left = new Set(open);
  const faults = [...components].flatMap(([path, text]) => {
    const words = markupWords(text);
    const entry = open.find((one) => (one.endsWith('/') ? path.startsWith(one) : path === one));
    if (entry === undefined)
      return words.map(({ text: said, line }) => `${path}:${line}: “${said}” is in no catalogue`);
    if (words.length > 0) left.delete(entry);
    return [];
  });
  const done = [...left].map(
    (entry) => `${entry}: nothing is left to convert: take it off scripts/words/open.json`,
  );
  return [...faults, ...done];
}
