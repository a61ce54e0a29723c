/** A place where the codec could not read as specified, and what it assumed to go on. Bytes, half-open. */
export interface Problem {
  /** Stable: documentation, links and tests use it. */
  code: string;
  severity: 'error' | 'warning';
  start: number;
  end: number;
  expected: string;
  found: string;
  assumed: string;
}

/**
 * Collects problems up to a limit, so that a hostile input with a million of them stays small.
 * Errors are always kept: at most one stands in an input, since reading stops there.
 */
export class ProblemList {
  static readonly LIMIT = 1000;
  readonly list: Problem[] = [];
  private dropped = 0;

  error(code: string, start: number, end: number, expected: string, found: string, assumed: string): void {
    this.list.push({ code, severity: 'error', start, end, expected, found, assumed });
  }

  warn(code: string, start: number, end: number, expected: string, found: string, assumed: string): void {
    if (this.list.length < ProblemList.LIMIT) {
      this.list.push({ code, severity: 'warning', start, end, expected, found, assumed });
    } else this.dropped++;
  }

  /** All that was collected, by place; where some were dropped, a last one says how many. */
  done(): Problem[] {
    if (this.list.length === 0) return [];
    const sorted = [...this.list].sort((a, b) => a.start - b.start || a.end - b.end);
    const last = sorted.at(-1);
    if (this.dropped === 0 || !last) return sorted;
    const text = `${this.dropped} more problems`;
    return [
      ...sorted,
      { ...last, code: 'more', severity: 'warning', expected: 'fewer problems', found: text, assumed: text },
    ];
  }
}
