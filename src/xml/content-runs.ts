import { fromHex } from '../bytes/index.ts';
import type { MarkWord } from './attributes.ts';
import { isWhite, isWhiteUnit } from './characters.ts';
import type { ContentTarget } from './content-target.ts';
import { ROW } from './rows.ts';
import { TextRun, type RunForm } from './text-run.ts';
import { badWord } from './write-mark.ts';

/** Gathers text, CDATA and `bytes` marks into runs, and writes each run where it ends. */
export class ContentRuns {
  private readonly target: ContentTarget;
  private readonly run = new TextRun();
  /** The run is an OPAQUE that CDATA began by itself: text or a `bytes` mark after it is a new run. */
  private plainCdata = false;
  /** White space behind such an OPAQUE: layout, unless text or a `bytes` mark follows it. */
  private whiteAfterCdata: { raw: string; from: number; to: number } | undefined;

  constructor(target: ContentTarget) {
    this.target = target;
  }

  /** Begins a run that a mark says the form of. */
  begin(form: RunForm, crlf: boolean, from: number, to: number): void {
    this.run.begin(form, crlf, from, to);
  }

  /** White space between two tags: the quick way for what is most of a printed text's items. */
  isLayout(from: number, to: number): boolean {
    const { text } = this.target;
    if (this.target.context.whiteIsText || this.run.isOpen) return false;
    const next = text.charCodeAt(to + 1);
    if (to < text.length && (next === 33 || next === 63)) return false; // a comment or mark may join it to more
    for (let at = from; at < to; at++) if (!isWhiteUnit(text.charCodeAt(at))) return false;
    return true;
  }

  addText(raw: string, from: number, to: number): void {
    if (!this.target.inside || this.target.finished) {
      if (isWhite(raw)) return;
      if (this.target.isOver(from, to)) return;
      this.target.problems.error(
        'outside-root',
        from,
        to,
        'white space outside the root',
        raw.trim().slice(0, 20),
      );
      return;
    }
    if (this.plainCdata) {
      // Layout between two CDATA sections parts nothing; text does.
      if (!this.target.context.whiteIsText && isWhite(raw)) {
        const before = this.whiteAfterCdata;
        this.whiteAfterCdata = { raw: (before?.raw ?? '') + raw, from: before?.from ?? from, to };
        return;
      }
      this.endPlainCdata(from);
    }
    this.run.addText(raw, from, to, this.target.problems);
  }

  /** Ends an OPAQUE that CDATA began: what stands behind it, white space included, is a text of its own. */
  private endPlainCdata(to: number): void {
    const white = this.whiteAfterCdata;
    this.flush(white?.from ?? to);
    if (white) this.run.addText(white.raw, white.from, white.to, this.target.problems);
  }

  /** Ends the run of text that stands before `to`. */
  flush(to: number): void {
    const { run } = this;
    const { out, context } = this.target;
    this.plainCdata = false;
    this.whiteAfterCdata = undefined;
    if (!run.isOpen) return;
    if (!run.isLayout(context.whiteIsText)) {
      if (this.target.isOver(run.from, to)) {
        run.reset();
        return;
      }
      this.target.checkLiteral();
      const at = out.length;
      const [tagPage, attributePage] = [this.target.tagPage, this.target.attributePage];
      const start = run.write(out, context, this.target.codec, context.whiteIsText, this.target.problems);
      this.target.lastRun = { start, end: run.form === 'opaque' ? -1 : out.length };
      const row = this.target.row(run.form === 'opaque' ? ROW.opaque : ROW.text, run.from, run.to, at);
      this.target.setPages(row, tagPage, attributePage);
    }
    run.reset();
  }

  cdata(from: number, to: number): void {
    const raw = this.target.text.slice(from + 9, to - 3);
    if (!this.target.inside) {
      this.target.problems.error('outside-root', from, to, 'white space outside the root', 'CDATA');
      return;
    }
    const { run } = this;
    // CDATA after a run of text, or after nothing, begins an OPAQUE; an `eol` mark before it belongs to it.
    if (!run.isOpen || run.form !== 'opaque') {
      const { crlf } = run;
      const isJustMark = run.isOpen && run.form === 'plain' && run.isLayout(this.target.context.whiteIsText);
      const start = isJustMark && run.marked ? run.from : from;
      if (isJustMark) run.reset();
      else this.flush(from);
      run.begin('opaque', isJustMark && crlf, start, to);
      this.plainCdata = true;
    }
    this.whiteAfterCdata = undefined;
    run.addCdata(raw, from, to);
  }

  bytesMark(word: MarkWord, from: number, to: number): void {
    const bytes = fromHex(word.value ?? '');
    if (!bytes) {
      badWord(this.target, word, 'pairs of hex digits');
      return;
    }
    if (!this.target.inside || this.target.isOver(from, to)) {
      if (!this.target.inside)
        this.target.problems.error('outside-root', from, to, 'white space outside the root', 'bytes');
      return;
    }
    if (this.plainCdata) this.endPlainCdata(from);
    this.run.addBytes(bytes, from, to);
  }
}
