import { words } from '#words/xml.ts';
import type { Problem } from '../../wbxml/index.ts';

/** A change of a text after which one of its problems is gone. */
export interface TextFix {
  title: string;
  /** UTF-16 units, half-open. */
  from: number;
  to: number;
  insert: string;
}

/** What people type that XML takes for the beginning of something else, and how it is written. */
const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;' };

/** What can be done about a problem of a text, where there is one thing only that can be meant. */
export function textFixOf(text: string, { code, start, end }: Problem): TextFix | undefined {
  const isAlone = (code === 'bad-reference' || code === 'bad-markup') && end === start + 1;
  const insert = isAlone ? REFERENCES[text.charAt(start)] : undefined;
  return insert === undefined
    ? undefined
    : { title: words.write(insert), from: start, to: start + 1, insert };
}
