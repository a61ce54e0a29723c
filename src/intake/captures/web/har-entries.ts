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

/** The entries of a HAR text that breaks off, up to the first that is not whole. Linear in the text. */
export function wholeEntries(text: string): unknown[] {
  const entries: unknown[] = [];
  let at = text.indexOf('[', text.indexOf('"entries"')) + 1;
  while (at > 0) {
    const start = text.indexOf('{', at);
    const end = start < 0 ? -1 : objectEnd(text, start);
    const entry = end < 0 ? undefined : parse(text.slice(start, end));
    if (entry === undefined) break;
    entries.push(entry);
    at = end;
    if (!/^\s*,/.test(text.slice(at, at + 200))) break;
  }
  return entries;
}
