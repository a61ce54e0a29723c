/** What a piece of XML text is; the editor's grammar tells more kinds apart and has the same colours for these. */
export type Kind =
  'text' | 'bracket' | 'tag' | 'prefix' | 'attribute' | 'value' | 'reference' | 'cdata' | 'comment';

export interface Piece {
  kind: Kind;
  text: string;
}

/** Between tags: what is no element, the start of a tag, a reference, text. */
const BETWEEN =
  /(?<comment><!--[^]*?(?:-->|$)|<\?[^]*?(?:\?>|$))|(?<cdata><!\[CDATA\[[^]*?(?:\]\]>|$))|(?<bracket><\/?)|(?<reference>&[^;\s<]*;?)|[^<&]+/y;
/** Inside a tag: its end, a value, a name or its prefix, what stands between them. */
const INSIDE =
  /(?<end>\/?>)|(?<value>"[^"<]*"?|'[^'<]*'?)|(?<prefix>[^\s<>/=:"'&]+:)|(?<name>[^\s<>/=:"'&]+)|[^<>"']/y;

/** XML text in lines of pieces that have a colour each, until the editor is there. Any text is taken; none is lost. */
export function colouredLines(text: string): Piece[][] {
  const lines: Piece[][] = [[]];
  /** The kind that the next name in the tag has; absent between tags. */
  let name: 'tag' | 'attribute' | undefined;
  for (let at = 0; at < text.length;) {
    const pattern = name ? INSIDE : BETWEEN;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) {
      name = undefined; // an unfinished tag ends at the next one
      continue;
    }
    const { comment, cdata, bracket, reference, end, value, prefix, name: word } = found.groups ?? {};
    let kind: Kind = name ? 'bracket' : 'text';
    if (comment !== undefined) kind = 'comment';
    else if (cdata !== undefined) kind = 'cdata';
    else if (reference !== undefined) kind = 'reference';
    else if (value !== undefined) kind = 'value';
    else if (prefix !== undefined) kind = 'prefix';
    else if (word !== undefined) kind = name ?? 'tag';
    else if (bracket !== undefined) kind = 'bracket';
    if (bracket !== undefined) name = 'tag';
    else if (end !== undefined) name = undefined;
    else if (word !== undefined) name = 'attribute';
    at += found[0].length;
    found[0].split('\n').forEach((part, i) => {
      if (i > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ kind, text: part });
    });
  }
  return lines;
}
