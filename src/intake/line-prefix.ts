/** Text without what a logger put in front of its lines. */
export interface Unprefixed {
  text: string;
  /** Where a character of it stood. */
  from: (at: number) => number;
}

/** Longest prefix, in UTF-16 units. */
const LONGEST = 200;
/** Kinds of prefix in one text, and lines that are looked at to find them. */
const MOST_KINDS = 6;
const MOST_LINES = 20_000;
/** What stands in front of a tag, without the blanks that indent it. */
const BEFORE_TAG = /^(?=\s{0,40}[^\s<])([^<]{1,200}?)[ \t]*<[?!/A-Za-z_]/;
/**
 * Every logger writes a time, a number or a name with a sign behind it, a patch a plus, and a program the mark of a
 * comment or of a string of many lines; words alone are those of a text.
 */
const LOGGED = /[\d:|>\]]|^\s*(?:\+|\/\/[/!]?|\*|#|--|;{1,2}|\\\\)$/;

interface Line {
  start: number;
  end: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length;) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

/** A prefix of the same kind: the same words and signs, other numbers; and the one blank that parts it from the rest. */
function kindOf(prefix: string): string {
  const parts = prefix.trim().match(/[\w.]+|\s+|[^\w\s.]/g) ?? [];
  const source = parts.map((part) => {
    if (/^\s/.test(part)) return '[ \\t]+';
    if (/\d/.test(part)) return '[\\w.]+';
    return part.replace(/[^\w]/g, '\\$&');
  });
  return `[ \\t]*${source.join('')}`;
}

const patternOf = (kind: string): RegExp => new RegExp(`^${kind}(?:[ \\t]|(?=[<\\r])|$)`);

/** The kinds of prefix that stand in front of a tag in one line, and in the next line as well. */
function kindsIn(text: string, lines: readonly Line[]): RegExp[] {
  const kinds = new Map<string, RegExp>();
  const headOf = (line: Line | undefined): string =>
    line ? text.slice(line.start, Math.min(line.end, line.start + LONGEST + 50)) : '';
  for (let i = 0; i + 1 < lines.length && i < MOST_LINES && kinds.size < MOST_KINDS; i++) {
    const prefix = BEFORE_TAG.exec(headOf(lines[i]))?.[1];
    if (prefix === undefined || !LOGGED.test(prefix)) continue;
    const kind = kindOf(prefix);
    if (kinds.has(kind)) continue;
    const pattern = patternOf(kind);
    if (pattern.test(headOf(lines[i + 1]))) kinds.set(kind, pattern);
  }
  // the longest counts: behind a shorter one there may be more of the same
  return [...kinds].sort(([a], [b]) => b.length - a.length).map(([, pattern]) => pattern);
}

/** Longer lines are no text between two tags that a log prints one a line. */
const LONGEST_TEXT = 1000;

/**
 * Where a log prints tags and texts one a line, the ends of those lines are the log's: a text that stands alone between
 * the two tags of its element is put between them.
 */
function withoutOwnLines(text: string, lines: readonly Line[]): void {
  const own = (line: Line | undefined): string =>
    line && line.end - line.start <= LONGEST_TEXT ? text.slice(line.start, line.end) : '';
  for (let i = 1; i + 1 < lines.length; i++) {
    const [before, line, behind] = [lines[i - 1], lines[i], lines[i + 1]];
    const name = /^\s*<([\w.:-]+)>\s*$/.exec(own(before))?.[1];
    const inside = own(line);
    if (!before || !line || !behind || name === undefined) continue;
    if (inside.trim() === '' || inside.includes('<')) continue;
    const close = own(behind);
    if (close.trim() !== `</${name}>`) continue;
    before.end -= own(before).length - own(before).trimEnd().length;
    line.start += inside.length - inside.trimStart().length;
    // Android's Exchange names the element once more
    if (inside.trimStart().startsWith(`${name}: `)) line.start += name.length + 2;
    line.end -= inside.length - inside.trimEnd().length;
    behind.start += close.length - close.trimStart().length;
  }
}

/** UTF-16 units looked at for a tag that does not begin its line. */
const HEAD = 100_000;
/** Such a tag. It looks back from each `<`: looking on from each other character takes 200 times the text. */
const BEHIND_SOMETHING = /<(?<=[^\s<][^<\n]{0,200}<)[?!/A-Za-z_]/;

/**
 * Takes away what a logger put in front of each line of XML: a time and a name, the name of a container, the number of
 * a line, the mark of a quoted mail. `undefined` where there is no such thing. Linear in the text.
 */
export function unprefixed(text: string): Unprefixed | undefined {
  if (!BEHIND_SOMETHING.test(text.slice(0, HEAD))) return undefined;
  const lines = linesOf(text);
  const kinds = kindsIn(text, lines);
  if (kinds.length === 0) return undefined;
  const bare = lines.map(({ start, end }): Line => {
    const head = text.slice(start, Math.min(end, start + LONGEST + 50));
    const found = kinds.map((kind) => kind.exec(head)?.[0]).find((prefix) => prefix !== undefined);
    return { start: start + (found?.length ?? 0), end: Math.min(end + 1, text.length) };
  });
  withoutOwnLines(text, bare);
  /** Where a line of the new text begins. */
  const begins: number[] = [];
  let length = 0;
  for (const { start, end } of bare) {
    begins.push(length);
    length += end - start;
  }
  const fromOf = (at: number): number => {
    let low = 0;
    let high = begins.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((begins[middle] as number) <= at) low = middle + 1;
      else high = middle;
    }
    return at - (begins[low - 1] ?? 0) + (bare[low - 1]?.start ?? 0);
  };
  return { text: bare.map(({ start, end }) => text.slice(start, end)).join(''), from: fromOf };
}
