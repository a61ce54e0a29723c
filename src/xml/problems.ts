import type { Problem } from '../wbxml/index.ts';
import { literalBrace } from './value-parts.ts';

/** Problems of a text: offsets are UTF-16 units. Kept up to a limit; one error is enough to make no bytes. */
export class TextProblems {
  static readonly LIMIT = 200;
  readonly list: Problem[] = [];
  hasError = false;

  error(
    code: string,
    start: number,
    end: number,
    expected: string,
    found: string,
    assumed = 'nothing',
  ): void {
    this.hasError = true;
    this.add({ code, severity: 'error', start, end, expected, found, assumed });
  }

  warn(code: string, start: number, end: number, expected: string, found: string, assumed: string): void {
    this.add({ code, severity: 'warning', start, end, expected, found, assumed });
  }

  /** A brace that begins no mark was taken as it stands; `from` and `to` are the value it stands in. */
  literalBrace(text: string, from: number, to: number): void {
    const brace = literalBrace(text.slice(from, to));
    if (brace < 0) return;
    const start = from + brace;
    const close = text.indexOf('}', start);
    const end = close < 0 || close >= to ? start + 1 : close + 1;
    const found = text.slice(start, Math.min(end, start + 40));
    this.warn('literal-brace', start, end, 'a mark, or &#123; for a literal brace', found, 'it is text');
  }

  private add(problem: Problem): void {
    if (this.list.length < TextProblems.LIMIT) this.list.push(problem);
  }

  /** Moves all of them: what was read is a part that begins there in the text. */
  move(delta: number): void {
    for (const problem of this.list) {
      problem.start += delta;
      problem.end += delta;
    }
  }

  done(): Problem[] {
    return [...this.list].sort((a, b) => a.start - b.start || a.end - b.end);
  }
}
