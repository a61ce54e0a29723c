/** One line of a log; offsets of its text without the line end. */
export interface LogLine {
  start: number;
  end: number;
  /** The beginning of the line, as far as patterns look: lines with messages in them are very long. */
  head: string;
}

const HEAD = 600;

/** Walks the lines of a text without copying long ones. */
export function* logLines(text: string): Generator<LogLine> {
  for (let start = 0; start < text.length;) {
    const stop = text.indexOf('\n', start);
    const next = stop < 0 ? text.length : stop;
    const end = next > start && text.charCodeAt(next - 1) === 13 ? next - 1 : next;
    yield { start, end, head: text.slice(start, Math.min(end, start + HEAD)) };
    start = next + 1;
  }
}
