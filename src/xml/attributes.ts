/** One attribute of a tag or mark, as spans of the text. The value's span has no quotes. */
export interface RawAttribute {
  name: string;
  nameFrom: number;
  nameTo: number;
  valueFrom: number;
  valueTo: number;
}

const ATTRIBUTE = /\s*([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/**
 * Reads `name="value"` pairs from `from` to `to`.
 * @returns the attributes, and where something else stands (−1: nowhere)
 */
export function rawAttributes(text: string, from: number, to: number): { list: RawAttribute[]; bad: number } {
  const list: RawAttribute[] = [];
  let at = from;
  while (at < to) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(text);
    if (!match || ATTRIBUTE.lastIndex > to) break;
    const name = match[1] as string;
    const value = match[2] ?? match[3] ?? '';
    const valueTo = ATTRIBUTE.lastIndex - 1;
    const nameFrom = text.indexOf(name, at);
    list.push({ name, nameFrom, nameTo: nameFrom + name.length, valueFrom: valueTo - value.length, valueTo });
    at = ATTRIBUTE.lastIndex;
  }
  while (at < to && /\s/.test(text.charAt(at))) at++;
  return { list, bad: at < to ? at : -1 };
}

/** Attributes that tell XML tools something and are no part of a message, whatever its type. */
export const isForTools = (name: string): boolean => /^(?:xml|xsi):/.test(name);

/** A mark `<?wbxml word key="value" …?>`: words without a value have none. Spans of the text. */
export interface MarkWord {
  word: string;
  from: number;
  to: number;
  value?: string;
  valueFrom: number;
}

const WORD = /\s*([A-Za-z][A-Za-z0-9-]*)(?:=(?:"([^"]*)"|'([^']*)'))?(?=\s|$)/y;

/** Reads the words of a mark from `from` to `to`; `bad` is where something else stands, −1 for nowhere. */
export function markWords(text: string, from: number, to: number): { words: MarkWord[]; bad: number } {
  const body = text.slice(from, to);
  const words: MarkWord[] = [];
  let at = 0;
  while (at < body.length) {
    WORD.lastIndex = at;
    const match = WORD.exec(body);
    if (!match) break;
    const word = match[1] as string;
    const value = match[2] ?? match[3];
    const start = body.indexOf(word, at);
    const end = WORD.lastIndex;
    const made: MarkWord = {
      word,
      from: from + start,
      to: from + end,
      valueFrom: from + start + word.length + 2,
    };
    if (value !== undefined) made.value = value;
    words.push(made);
    at = end;
  }
  while (at < body.length && /\s/.test(body.charAt(at))) at++;
  return { words, bad: at < body.length ? from + at : -1 };
}
