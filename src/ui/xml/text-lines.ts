import { words } from '#words/xml.ts';
import type { Problem } from '../../wbxml/index.ts';

/** The problem of a text in one sentence. */
export function problemText({ expected, found, assumed }: Problem): string {
  return words.problem(expected, found, assumed === 'nothing' ? '' : assumed); // of an error nothing is assumed
}

/** The line, from 1, of an offset. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
