/** Deeper than any entry is. */
const DEEPEST = 64;

/** The offset just past the object that begins at `at`; −1 where it does not end, or is deeper than real ones are. */
function objectEnd(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const unit = text.charAt(i);
    if (unit === '"') {
      for (i++; i < text.length && text[i] !== '"'; i++) if (text[i] === '\\') i++;
    } else if (unit === '{' || unit === '[') {
      if (++depth > DEEPEST) return -1;
    } else if ((unit === '}' || unit === ']') && --depth === 0) {
      return i + 1;
    }
  }
  return -1;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** An object of a list, and where it stands in the text. Half-open. */
export interface JsonItem {
  value: unknown;
  start: number;
  end: number;
}

/**
 * The objects of a JSON list that may break off, up to the first that is not whole. Linear in the text.
 * @param list offset of its bracket
 */
export function wholeItems(text: string, list: number): { items: JsonItem[]; whole: boolean } {
  const items: JsonItem[] = [];
  let at = list + 1;
  while (at > 0) {
    const start = text.indexOf('{', at);
    const end = start < 0 ? -1 : objectEnd(text, start);
    const value = end < 0 ? undefined : parse(text.slice(start, end));
    if (value === undefined) break;
    items.push({ value, start, end });
    at = end;
    const next = /^\s*([,\]])/.exec(text.slice(at, at + 200))?.[1];
    if (next === ']') return { items, whole: true };
    if (next === undefined) break;
  }
  return { items, whole: false };
}

/** The entries of a HAR text that breaks off, up to the first that is not whole. Linear in the text. */
export const wholeEntries = (text: string): unknown[] =>
  wholeItems(text, text.indexOf('[', text.indexOf('"entries"'))).items.map(({ value }) => value);
