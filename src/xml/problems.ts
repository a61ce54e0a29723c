import type { Problem } from '../wbxml/index.ts';

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
