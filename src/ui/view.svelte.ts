import { messageTitle, otherSide, type Place } from '../conversation/index.ts';
import type { Finding } from '../doctor/index.ts';
import type { At, PageState, Span } from '../state/index.ts';
import type { DialogState } from './dialogs/open-dialog.svelte.ts';
import { Looks } from './looks.svelte.ts';
import { railSteps } from './rail/rail-steps.ts';
import type { TextControl } from './shared/controls.ts';
import { counts, SIGNS } from './shared/severity.ts';
import { judge } from './verdict/judge.ts';
import { lineOf, problemText } from './xml/text-marks.ts';

/** An error of a text that cannot be encoded. */
export interface TextError {
  /** From 1. */
  line: number;
  text: string;
  /** UTF-16 units, half-open. */
  start: number;
  end: number;
}

/** What the panes show of the page's state, and what a person does in one that another follows. */
export class View {
  readonly page: PageState;
  readonly dialogs: DialogState;
  readonly looks = new Looks();
  /** Where the XML is shown, once it is. */
  xml = $state<TextControl>();
  readonly #isNarrow: () => boolean;

  readonly steps = $derived.by(() => {
    const { conversation, steps, examiner } = this.page.workspace;
    return railSteps(conversation, steps, examiner);
  });
  /** A text was opened that cannot be read so far. */
  readonly noBytesYet: boolean = $derived.by(
    () => this.page.workspace.broken && this.page.workspace.bytes.length === 0,
  );
  readonly title: string = $derived.by(() => {
    const { message, context } = this.page.workspace;
    const title = messageTitle(message, context.side.value, context.command?.value);
    return this.noBytesYet ? 'No bytes yet' : title;
  });
  /** `✖1 ·2`; empty where nothing was found. */
  readonly sums: string = $derived.by(() =>
    counts(this.page.workspace.findings)
      .map(({ severity, count }) => `${SIGNS[severity]}${count}`)
      .join(' '),
  );
  readonly textErrors: readonly TextError[] = $derived.by(() => {
    const { textProblems, text = '' } = this.page.workspace;
    const errors = textProblems.filter(({ severity }) => severity === 'error');
    return errors.map((problem) => ({
      line: lineOf(text, problem.start),
      text: problemText(problem),
      start: problem.start,
      end: problem.end,
    }));
  });
  readonly judged = $derived.by(() => judge(this.page.workspace, this.textErrors[0]));
  /** The line that the bytes are from before the error of. */
  readonly staleLine: number | undefined = $derived.by(() =>
    this.page.workspace.broken ? this.textErrors[0]?.line : undefined,
  );
  /** The body is something else than WBXML. */
  readonly foreign: boolean = $derived.by(
    () => !['wbxml', 'absent', 'empty'].includes(this.page.workspace.body.kind),
  );

  /** Why there is no XML to show; `undefined` where there is some. */
  readonly noXml: string | undefined = $derived.by(() => {
    const { verdict, bytes, broken } = this.page.workspace;
    if (this.foreign) return `${verdict} So there is no XML to show.`;
    return bytes.length === 0 && !broken ? verdict : undefined;
  });

  constructor(page: PageState, dialogs: DialogState, isNarrow: () => boolean) {
    this.page = page;
    this.dialogs = dialogs;
    this.#isNarrow = isNarrow;
  }

  get narrow(): boolean {
    return this.#isNarrow();
  }

  get many(): boolean {
    return this.steps.length > 1;
  }

  /** Shows the bytes of a place. */
  readonly show = (place: Place | Finding): void => {
    this.page.workspace.point(place);
    if (this.narrow) this.looks.pane = 'bytes';
  };

  readonly showError = (error: TextError): void => {
    this.looks.pane = 'xml';
    this.xml?.select(error);
  };

  readonly fix = (finding: Finding): void => this.page.workspace.fix(finding);
  readonly pointAt = (span: Span | undefined): void => this.page.workspace.selection.point(span);
  readonly go = (at: At): void => this.page.workspace.show(at);
  readonly walk = (by: number): void => this.page.workspace.walk(by);
  readonly explain = (): void => this.looks.explain(this.narrow);

  /** From a request to its reply, and back. */
  partner(): void {
    const { workspace } = this.page;
    if (workspace.partner) workspace.show({ ...workspace.at, side: otherSide(workspace.at.side) });
  }

  /** Goes to the next finding by place, round the end. */
  nextFinding(by: number): void {
    const { findings, selection } = this.page.workspace;
    const inPlace = findings.toSorted((a, b) => a.start - b.start || a.end - b.end);
    const { start, end } = selection.span;
    const at = inPlace.findIndex((finding) => finding.start === start && finding.end === end);
    const next = at < 0 ? inPlace.at(by > 0 ? 0 : -1) : inPlace[(at + by + inPlace.length) % inPlace.length];
    if (next) this.show(next);
  }
}
