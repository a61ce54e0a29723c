/**
 * A catalogue in a language made of English: every text stands in ⟦brackets⟧, those that functions give too. It has
 * the type of the English one, as every language has.
 */
export function pseudo<Words>(words: Words): Words {
  return changed(words) as Words;
}

function changed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? value : `⟦${value}⟧`;
  if (typeof value === 'function') {
    const write = value as (...given: unknown[]) => unknown;
    return (...given: unknown[]) => changed(write(...given));
  }
  if (Array.isArray(value)) return value.map(changed);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, changed(held)]));
  }
  return value;
}
