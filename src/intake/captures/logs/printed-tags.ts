const TAG = /^<(\/?)((?:[A-Za-z][\w.-]{0,60}:)?[A-Za-z_][\w.-]{0,80})(\/?)>$/;
/** What Z-Push prints in place of data it copied from a stream. */
const LEFT_OUT = /^<<< written \d+ of (\d+) bytes of [\w ]+ data >>>$/;

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;');

/** Builds XML from tags and contents that a log prints one a line, indented by one blank a level. */
export class PrintedTags {
  private readonly parts: string[] = [];
  private readonly open: string[] = [];
  private roots = 0;
  private inContent = false;
  /** Bytes of contents that the log names and does not print. */
  leftOut = 0;

  /** Whether all elements are closed, and there is one root. */
  get isWhole(): boolean {
    return this.roots === 1 && this.open.length === 0;
  }

  get isEmpty(): boolean {
    return this.roots === 0;
  }

  /** Takes a line as the log prints it, behind the mark of its direction and one blank. */
  line(printed: string): void {
    const tag = TAG.exec(printed.trim());
    const name = tag?.[2];
    if (!tag || name === undefined || (tag[1] === '/' && this.open.at(-1) !== name)) {
      this.content(printed);
      return;
    }
    this.inContent = false;
    // Horde once wrote the end of an element like an empty one; none has another of its own name inside
    if (tag[1] === '/' || (tag[3] === '/' && this.open.at(-1) === name)) {
      this.open.pop();
      this.parts.push(`</${name}>`);
      return;
    }
    if (this.open.length === 0) this.roots++;
    const namespace = this.open.length === 0 ? ' xmlns="AirSync"' : '';
    this.parts.push(`<${name}${namespace}${tag[3] ?? ''}>`);
    if (tag[3] !== '/') this.open.push(name);
  }

  /** Takes a line that carries on the content before it. */
  more(line: string): void {
    if (this.inContent) this.parts.push(`\n${escaped(line)}`);
  }

  /** The XML, open elements closed. */
  xml(): string {
    return (
      this.parts.join('') +
      [...this.open]
        .reverse()
        .map((name) => `</${name}>`)
        .join('')
    );
  }

  private content(printed: string): void {
    if (this.open.length === 0) return;
    const indent = /^ */.exec(printed)?.[0].length ?? 0;
    // one blank a level in front, and one more from those who print requests
    const text = printed.slice(Math.min(indent, this.open.length + 1));
    const left = LEFT_OUT.exec(text);
    if (left) {
      this.leftOut += Number(left[1]);
      return;
    }
    const blank = /^\s+$/.test(text) || text.startsWith(' ') || text.endsWith(' ');
    this.parts.push(blank ? escaped(text).replace(/ /g, '&#32;') : escaped(text));
    this.inContent = true;
  }
}
