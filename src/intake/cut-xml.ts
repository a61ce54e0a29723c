/** XML as far as it was printed. */
export interface CutXml {
  /**
   * What is there, well-formed: the mark of a message that ends stands where it was cut off, and the end tags behind that
   * mark stand for no bytes.
   */
  xml: string;
  /** Just past what was read, in UTF-16 units of the printed text. */
  end: number;
  /** What stands there in the place of the rest, for a sentence. */
  found: string;
}

/** What loggers and people write in the place of what they leave out: in words, in brackets, or dots alone. */
const WORD = '\\b(?:truncated|snip(?:ped)?|cut off|omitted)\\b';
const MARKS: readonly RegExp[] = [
  new RegExp(
    `(?:\\.{3}|…)?\\s?(?:[[({*#-]{1,4}[^<>\\n\\])}]{0,60}|<{1,2})${WORD}[^<>\\n\\])}]{0,60}[\\])}>*#-]{1,4}(?:\\s?(?:\\.{3}|…))?`,
    'i',
  ),
  new RegExp(`(?:\\.{3}|…)?\\s?${WORD}`, 'i'),
  /[[({<]{0,2}\s?(?:\.{3,}|…)\s?[\])}>]{0,2}/,
];
const NAME = '[A-Za-z_][\\w.-]{0,79}(?::[A-Za-z_][\\w.-]{0,79})?';
const ATTRIBUTE = '\\s{1,200}[\\w:.-]{1,80}\\s{0,9}=\\s{0,9}(?:"[^"<]{0,2000}"|\'[^\'<]{0,2000}\')';
/** A tag, a comment, an instruction or a declaration. */
const ITEM = new RegExp(
  `<(?:(/?)(${NAME})(?:${ATTRIBUTE}){0,50}\\s{0,200}(/?)>|!--[^]*?-->|\\?[^<>]{0,2000}\\?>|!(?!--)[^<>]{0,500}>)`,
  'y',
);
/** A word in angle brackets that stands for what was left out. */
const LEFT_OUT = /^<(?:truncated|snip(?:ped)?|cut|omitted)>/i;
/** Another document begins. */
const DECLARATION = /^<\?xml\s/;
/** UTF-16 units behind the last tag in which a mark is looked for. */
const NEAR = 2000;

/** Elements of a text that was cut off: a word in angle brackets is one. */
const FEWEST = 2;

const isBlank = (text: string): boolean => text.trim() === '';

/** What stands where nothing stands. */
const END = 'the end of the text';

interface Mark {
  index: number;
  text: string;
}

/** A mark in a text. Dots and words without brackets may belong to a value: nothing stands on one side of those. */
function markIn(text: string): Mark | undefined {
  for (const [i, pattern] of MARKS.entries()) {
    const found = pattern.exec(text);
    if (!found) continue;
    const isAlone = isBlank(text.slice(0, found.index)) || isBlank(text.slice(found.index + found[0].length));
    if (i === 0 || isAlone) return { index: found.index, text: found[0].trim() };
  }
  return undefined;
}

/** What stands where the tags do not go on, for a sentence; `undefined` where the XML is wrong and not cut off. */
function stopOf(printed: string, at: number, stop: number, item: string | undefined): string | undefined {
  if (stop === printed.length) return END;
  if (item === undefined) {
    const close = printed.indexOf('>', stop);
    if (close < 0) return END;
    return printed.slice(stop, close).includes('\n') ? 'the end of the line' : undefined;
  }
  if (DECLARATION.test(item)) return 'another document';
  const between = printed.slice(at, stop);
  return !item.startsWith('</') && !isBlank(between) && between.includes('\n') ? 'another line' : undefined;
}

/** Where the value of an element that was cut off ends: half a reference is none of it. */
function valueEnd(printed: string, at: number, stop: number, isLine: boolean): number {
  const text = printed.slice(at, stop);
  const value = (isLine ? (/^[^\n]*/.exec(text)?.[0] ?? '') : text).replace(/&#?\w{0,10}$/, '');
  return at + value.trimEnd().length;
}

/**
 * @param at behind the last tag that was read
 * @param stop where the next one begins, which does not fit
 * @param mayHaveValue whether the last tag began an element, whose value was cut off then
 */
function cutAt(
  printed: string,
  {
    at,
    stop,
    item,
    mayHaveValue,
  }: { at: number; stop: number; item: string | undefined; mayHaveValue: boolean },
  open: readonly string[],
): CutXml | undefined {
  const found = stopOf(printed, at, stop, item);
  const line = printed.indexOf('\n', stop);
  const isEnd = found === END || line < 0;
  const mark = markIn(printed.slice(at, Math.min(isEnd ? printed.length : line, stop + NEAR)));
  const isMarked = mark !== undefined && mark.index <= stop - at;
  const isTold = mark !== undefined && (isMarked || item === undefined);
  if (found === undefined && !isMarked) return undefined;
  const last = isMarked ? at + mark.index : stop;
  const end = mayHaveValue ? valueEnd(printed, at, last, !isMarked && found !== END) : at;
  // behind a value whose end tag begins nothing is missing
  const isWhole = isBlank(printed.slice(at, end)) || (end === stop && printed.startsWith('</', stop));
  const closing = isWhole ? '<?wbxml rest=""?>' : '<?wbxml end?>';
  const tags = [...open].reverse().map((name) => `</${name}>`);
  return {
    xml: `${printed.slice(0, end)}${closing}${tags.join('')}`,
    end,
    found: isTold ? `“${mark.text}”` : (found ?? ''),
  };
}

/**
 * Reads XML up to the place where whoever printed it cut it off: at the end of the text, at a mark such as `…` or
 * `[truncated]`, at another line of a log, at another document. Nothing is made up: the bytes of the result end there.
 * @param printed begins with the document
 * @returns `undefined` where it is whole, where something else is wrong with it, and where there is too little of it.
 *   Linear in what is read.
 */
export function untilCut(printed: string): CutXml | undefined {
  const open: string[] = [];
  let elements = 0;
  let at = 0;
  let mayHaveValue = false;
  for (;;) {
    const next = printed.indexOf('<', at);
    const stop = next < 0 ? printed.length : next;
    ITEM.lastIndex = stop;
    const isLeftOut = LEFT_OUT.test(printed.slice(stop, stop + 12));
    const item = next < 0 || isLeftOut ? null : ITEM.exec(printed);
    const [whole, slash, name, empty] = item ?? [];
    const isEnd = slash === '/';
    // nothing of ActiveSync has text and elements side by side: text in front of a tag there is another line
    const isBehindText = elements > 0 && !isEnd && !isBlank(printed.slice(at, stop));
    const isOther = elements > 0 && whole !== undefined && DECLARATION.test(whole);
    if (!item || isOther || isBehindText || (isEnd && name !== open.at(-1)))
      return elements < FEWEST ? undefined : cutAt(printed, { at, stop, item: whole, mayHaveValue }, open);
    at = ITEM.lastIndex;
    if (name === undefined) continue;
    mayHaveValue = !isEnd && empty !== '/';
    if (mayHaveValue) open.push(name);
    if (isEnd) open.pop();
    else elements++;
    if (open.length === 0) return undefined;
  }
}
