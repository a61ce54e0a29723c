import { words } from '#words/panes.ts';
import { grouped } from '../bytes/index.ts';
import { messageTitle, methodTitle, type Place } from '../conversation/index.ts';
import type { Finding, Fix, Severity } from '../doctor/index.ts';
import type { NestedDocument } from '../explain/index.ts';
import type { At, PageState, Span } from '../state/index.ts';
import type { DialogState } from './dialogs/open-dialog.svelte.ts';
import { Looks, type DockId } from './looks.svelte.ts';
import { messageWords } from './rail/message-words.ts';
import type { RailAct } from './rail/rail-acts.ts';
import type { BytesControl, TextControl } from './shared/controls.ts';
import type { MenuItem } from './shared/menu-item.ts';
import { counts, SIGNS } from './shared/severity.ts';
import type { Player } from './simulate/player.svelte.ts';
import { judge } from './verdict/judge.ts';
import { textFixOf, type TextFix } from './xml/text-fix.ts';
import { lineOf, problemText } from './xml/text-lines.ts';

/** An error of a text that cannot be encoded. */
export interface TextError {
  /** From 1. */
  line: number;
  text: string;
  /** UTF-16 units, half-open. */
  start: number;
  end: number;
  fix: TextFix | undefined;
}

const TEXT_ERROR = { severity: 'error' } as const;

/** Per cent of the window's height that both sides of a run need. */
const STAGE_SIZE = 46;

/** What the panes show of the page's state, and what a person does in one that another follows. */
export class View {
  readonly page: PageState;
  readonly dialogs: DialogState;
  readonly looks = new Looks();
  /** What plays the steps of a run, while one is on show. */
  player = $state.raw<Player>();
  /** Where the bytes are shown. */
  bytes = $state<BytesControl>();
  /** Where the XML is shown, once it is. */
  xml = $state<TextControl>();
  /** Places in the timeline of the messages it shows, where it does not show all. */
  shown = $state.raw<readonly number[]>();
  readonly #isNarrow: () => boolean;
  /** Where the page of a rule was asked for: the tab of the dock, and which of its buttons of that name. */
  #asked: { dock: DockId; name: string; nth: number } | undefined;
  /** Height of the dock before a run came on show. */
  #unstaged: number | undefined;

  /** A text was opened that cannot be read so far. */
  readonly noBytesYet: boolean = $derived.by(
    () => this.page.workspace.broken && this.page.workspace.bytes.length === 0,
  );
  readonly title: string = $derived.by(() => {
    const { message, partner, context, body, at, decoded } = this.page.workspace;
    const { what, side } = messageWords(message, { body, context }, at.side, decoded);
    const title = messageTitle(message, side, what ?? methodTitle(message, partner));
    return this.noBytesYet ? words.noBytesYet : title;
  });
  /** Findings that are listed: of bytes that a text has yet to make there are none. */
  readonly findings: readonly Finding[] = $derived.by(() =>
    this.noBytesYet ? [] : this.page.workspace.findings,
  );
  /** What is listed, as `✖1 ·2`; empty where nothing was found. */
  readonly sums: string = $derived.by(() =>
    counts([...this.textErrors.map(() => TEXT_ERROR), ...this.findings])
      .map(({ severity, count }) => `${SIGNS[severity]}${grouped(count)}`)
      .join(' '),
  );
  /** How bad each message of the conversation is, in the order of the timeline. There may be thousands. */
  readonly worstOfSteps: readonly (Severity | undefined)[] = $derived.by(() => {
    const { steps, examiner } = this.page.workspace;
    return steps.map((at) => examiner.worst(at));
  });
  /** Places in the timeline of the messages with an error. */
  readonly wrongSteps: readonly number[] = $derived.by(() =>
    this.worstOfSteps.flatMap((worst, i) => (worst === 'error' ? [i] : [])),
  );
  /** How many messages of the conversation hold an error, as `✖2`; where none does, a warning. */
  readonly talkSums: string = $derived.by(() => {
    const worst = this.worstOfSteps;
    const severity = (['error', 'warning'] as const).find((one) => worst.includes(one));
    return severity ? `${SIGNS[severity]}${grouped(worst.filter((one) => one === severity).length)}` : '';
  });
  readonly textErrors: readonly TextError[] = $derived.by(() => {
    const { textProblems, text = '' } = this.page.workspace;
    const errors = textProblems.filter(({ severity }) => severity === 'error');
    return errors.map((problem) => ({
      line: lineOf(text, problem.start),
      text: problemText(problem),
      start: problem.start,
      end: problem.end,
      fix: textFixOf(text, problem),
    }));
  });
  readonly judged = $derived.by(() => judge(this.page.workspace, this.textErrors[0]));
  /** The line that the bytes are from before the error of. */
  readonly staleLine: number | undefined = $derived.by(() =>
    this.page.workspace.broken ? this.textErrors[0]?.line : undefined,
  );
  /** Why there is no XML to show; `undefined` where there is some. */
  readonly noXml: string | undefined = $derived.by(() => {
    const { verdict, findings, bytes, broken, isForeign } = this.page.workspace;
    if (isForeign) return words.noXml(verdict);
    if (bytes.length > 0 || broken) return undefined;
    return findings.length > 0 ? verdict : words.noBody;
  });

  constructor(page: PageState, dialogs: DialogState, isNarrow: () => boolean) {
    this.page = page;
    this.dialogs = dialogs;
    this.#isNarrow = isNarrow;
  }

  get narrow(): boolean {
    return this.#isNarrow();
  }

  /** The page of a rule is read on a phone: it has the room of all that is not about it. */
  get reading(): boolean {
    return this.narrow && this.looks.pane === 'findings' && this.looks.dock === 'rule';
  }

  get many(): boolean {
    return this.page.workspace.steps.length > 1;
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

  readonly fix = (finding: Finding): void => this.keepFocus(() => this.page.workspace.fix(finding));
  readonly apply = (fix: Fix): void => this.page.workspace.apply(fix);
  /** Mends all of it as one step. */
  readonly fixAll = (findings: readonly Finding[]): void =>
    this.keepFocus(() => this.page.workspace.fixAll(findings));
  /** The page of a rule; an empty id: the list of all. */
  readonly openRule = (id: string): void => {
    const { dock } = this.looks;
    const from = document.activeElement as Element;
    const name = from.textContent;
    if (dock !== 'rule') this.#asked = { dock, name, nth: this.#buttons(name).indexOf(from) };
    this.page.opener.address.showRule(id);
  };

  /** Shows a tab of the dock. */
  readonly openDock = (id: DockId): void => {
    if (id === 'rule') this.openRule(this.page.opener.address.rule?.id ?? '');
    this.showDock(id);
  };

  /** The buttons of the dock's tab on show that are called so: others may come and go between them. */
  #buttons(name: string): Element[] {
    const panel = document.getElementById(`panel-${this.narrow ? 'findings' : this.looks.dock}`);
    return [...(panel?.querySelectorAll('button') ?? [])].filter((button) => button.textContent === name);
  }

  /** The address asks for no rule any more. */
  leaveRule(): void {
    if (this.looks.dock !== 'rule') return;
    const { dock, name, nth } = this.#asked ?? { dock: 'findings', name: '', nth: -1 };
    this.looks.dock = dock === 'sides' && !this.page.stage.simulation ? 'findings' : dock;
    void import('./findings/refocus.ts').then(({ refocusIn }) => refocusIn(() => this.#buttons(name), nth));
  }

  /** A run is on show, or none any more: then the dock gives back the room that it took for it. */
  staged(isThere: boolean): void {
    const { looks } = this;
    if (isThere) {
      this.#unstaged ??= looks.dockSize;
      looks.openDock('sides');
      looks.dockSize = Math.max(looks.dockSize, STAGE_SIZE);
      return;
    }
    if (looks.dock === 'sides') looks.dock = 'findings';
    const size = this.#unstaged;
    this.#unstaged = undefined;
    if (size !== undefined && looks.dockSize === STAGE_SIZE) looks.dockSize = size;
  }

  /** Takes back what was done last, in whichever pane. */
  readonly undo = (): void => {
    const step = this.page.workspace.undo();
    this.page.notices.say(step ? words.takenBack(step.title) : words.nothingToTakeBack, !step);
  };

  /** Does again what was taken back last. */
  readonly redo = (): void => {
    const step = this.page.workspace.redo();
    this.page.notices.say(step ? words.doneAgain(step.title) : words.nothingToDoAgain, !step);
  };

  /** Brings a tab of the dock into view. */
  showDock(id: DockId): void {
    this.looks.openDock(id);
    if (this.narrow) this.looks.pane = 'findings';
  }

  readonly pointAt = (span: Span | undefined): void => this.page.workspace.selection.point(span);
  readonly go = (at: At): void => this.page.workspace.show(at);
  /** Shows the message before or behind the one on show, of those that the timeline shows. */
  readonly walk = (by: number): void => {
    const { step } = this.page.workspace;
    const { shown } = this;
    const to = by > 0 ? shown?.find((i) => i > step) : shown?.findLast((i) => i < step);
    this.page.workspace.walk(shown ? (to ?? step) - step : by);
  };
  readonly explain = (): void => this.looks.explain(this.narrow);

  /** What can be done with the message on show and its exchange. */
  readonly messageMenu = async (): Promise<MenuItem[][]> =>
    (await import('./exchange/message-menu.ts')).messageMenu(this.page, this.dialogs);

  /** Does something to the message on show that was asked for in the timeline. */
  readonly actOn = async (act: RailAct): Promise<void> => (await this.#acts()).act(act);

  /** Opens a document that stands inside the message as a message of its own, behind it. */
  readonly openInside = async (inside: NestedDocument): Promise<void> => {
    (await this.#acts()).openInside(inside);
    if (this.narrow) this.looks.sheet = false;
  };

  async #acts() {
    const { ExchangeActs } = await import('./exchange/acts.ts');
    return new ExchangeActs(this.page, this.dialogs);
  }

  /** Does what may take away the button that was pressed; the focus goes to what stands nearest. */
  keepFocus(act: () => void): void {
    const from = document.activeElement;
    const item = from?.closest('li');
    const nth = [...(item?.parentElement?.children ?? [])].indexOf(item as Element);
    act();
    void import('./findings/refocus.ts').then(({ refocus }) => refocus(nth));
  }
}
