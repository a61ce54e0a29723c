import '#editor-words'; // first: Monaco reads its words as it is loaded
import * as monaco from 'monaco-editor/editor';
import { editOf } from '../edit.ts';
import '../editor.css';
import { lineFeeds } from '../line-feeds.ts';
import { followPreferences } from '../preferences.ts';
import { smallestEdit } from '../smallest-edit.ts';
import type { Change, Highlight, Marker, Span, XmlEditor, XmlEditorOptions } from '../types.ts';
import { decorationsOf, markersOf } from './decorations.ts';
import { colourFirstLines } from './first-colours.ts';
import { followSize, type Size } from './follow-size.ts';
import { giveHelp, loadKnowledge } from './help.ts';
import { goToMarker, markerKeys } from './marker-keys.ts';
import { lengthOf, modelOf, rangeOf, spanOf, textIs, textOf } from './model-text.ts';
import { editorOptions, fontOf } from './options.ts';
import { watchPointer } from './pointer.ts';
import { setUpMonaco } from './setup.ts';
import { frameTagPair } from './tag-pair.ts';
import { themeName } from './theme.ts';
import { forgetUndo, undoBy } from './undo.ts';
import { wayOut } from './way-out.ts';

export { openDiff } from './diff.ts'; // from here, so that both are one file to load

const OWNER = 'wbxml';
const SOURCE = 'page';
/** UTF-16 units from which it is noted how long a text takes: `npm run bench:browser` tells it apart. */
const LARGE = 100_000;

let opened = 0; // for ids that no two editors share

/** Opens Monaco in an element. All editors of a page share the theme that was set last. */
export function openMonaco(host: HTMLElement, options: XmlEditorOptions): XmlEditor {
  setUpMonaco();
  const root = host.appendChild(document.createElement('div'));
  root.className = 'xml-editor monaco-component'; // the second gives Monaco's menu its colours
  const editor = monaco.editor.create(root, {
    ...editorOptions,
    model: null,
    ariaLabel: options.label,
    fontFamily: fontOf(host),
    readOnly: options.readOnly ?? false,
    theme: themeName(options.theme),
  });
  const size = followSize(editor, root);
  const way = wayOut(editor, `xml-way-out-${++opened}`);
  root.append(way.hint);
  const forget = followPreferences(({ fontSize, wrap, tabLeaves }) => {
    editor.updateOptions({ fontSize, wordWrap: wrap ? 'on' : 'off' });
    way.prefer(tabLeaves);
  });
  editor.onDidDispose(forget);
  if (options.message) void loadKnowledge(); // so that the first letter does not wait for it
  const spoken = root.appendChild(document.createElement('p'));
  spoken.className = 'xml-spoken';
  spoken.ariaLive = 'polite';
  markerKeys(editor, (words) => (spoken.textContent = words));
  return new MonacoEditor(root, editor, options, size);
}

/** Whether a change makes a text of that length of one of the other, and brings no line end but LF. */
const fits = ({ from, to, insert }: Change, before: number, after: number): boolean =>
  before + insert.length - (to - from) === after && !insert.includes('\r');

/** The smallest change that does what one does; nothing where that is nothing. */
function smallestWithin(text: string, { from, to, insert }: Change): Change | undefined {
  const smallest = smallestEdit(text.slice(from, to), insert);
  return smallest && { ...smallest, from: from + smallest.from, to: from + smallest.to };
}

type Look = monaco.editor.IModelDecorationOptions;

/** Whether decorations are there already: after most keys those of a selection are, since they go with the text. */
function areThere(
  ranges: readonly monaco.Range[],
  wanted: readonly monaco.editor.IModelDeltaDecoration[],
  looks: readonly Look[],
): boolean {
  const isThere = ({ range, options }: monaco.editor.IModelDeltaDecoration, i: number): boolean =>
    looks[i] === options && ranges[i]?.equalsRange(range) === true;
  return ranges.length === wanted.length && wanted.every(isThere);
}

class MonacoEditor implements XmlEditor {
  private readonly root: HTMLElement;
  private readonly editor: monaco.editor.IStandaloneCodeEditor;
  private readonly options: XmlEditorOptions;
  private readonly size: Size;
  private readonly highlights: monaco.editor.IEditorDecorationsCollection;
  private readonly findings: monaco.editor.IEditorDecorationsCollection;
  /** How what is lit beside findings looks. */
  private kinds: readonly Look[] = [];
  /** The findings that are lit. */
  private lit: readonly Highlight[] = [];
  private readonly tagPair: monaco.IDisposable;
  private model: monaco.editor.ITextModel;
  /** The text before the edit that is being told. */
  private before = '';
  /** The text that is being put in: nobody has to put it together. */
  private taken: string | undefined;
  /** Set while a call changes the editor: only what a person does is told. */
  private quiet = false;

  constructor(
    root: HTMLElement,
    editor: monaco.editor.IStandaloneCodeEditor,
    options: XmlEditorOptions,
    size: Size,
  ) {
    this.root = root;
    this.editor = editor;
    this.options = options;
    this.size = size;
    this.highlights = editor.createDecorationsCollection();
    this.findings = editor.createDecorationsCollection();
    this.tagPair = frameTagPair(editor);
    this.model = this.show(options.text);
    editor.onDidChangeCursorSelection(({ selection }) => {
      if (!this.quiet) options.onselect(spanOf(this.model, selection));
    });
    const { onundo, onredo } = options;
    if (onundo && onredo) undoBy(editor, { onundo, onredo });
    watchPointer(editor, (offset) => options.onhover(offset));
  }

  setText(text: string, follow = false, change?: Change): void {
    const { editor, model } = this;
    const isKnown = change !== undefined && fits(change, this.before.length, text.length);
    const own = isKnown ? text : lineFeeds(text);
    const edit = isKnown ? smallestWithin(this.before, change) : smallestEdit(this.before, own);
    if (!edit) return;
    this.taken = own;
    const edits = [{ range: rangeOf(model, { start: edit.from, end: edit.to }), text: edit.insert }];
    this.silently(() => {
      editor.pushUndoStop();
      const isDone = editor.executeEdits(SOURCE, edits);
      if (!isDone) model.pushEditOperations(null, edits, () => null); // a read-only editor refuses, its model does not
      editor.pushUndoStop();
    });
    this.taken = undefined;
    const end = edit.from + edit.insert.length;
    if (follow) this.select({ start: end, end });
  }

  openText(text: string): void {
    const start = performance.now();
    const last = this.model;
    if (this.size.isDue) {
      this.silently(() => this.editor.setModel(null)); // the last text would be laid out for nothing
      this.size.settle();
    }
    this.model = this.show(text);
    last.dispose();
    if (text.length > LARGE) performance.measure('editor takes a text', { start });
  }

  setMarkers(markers: Marker[]): void {
    this.help(this.model, markers);
    monaco.editor.setModelMarkers(this.model, OWNER, markersOf(this.model, markers));
  }

  highlight(spans: Highlight[]): void {
    const isFinding = ({ kind }: Highlight): boolean => kind === 'finding';
    const found = spans.filter(isFinding);
    const { lit } = this;
    // The same ones went with the text: they were found before it changed.
    if (found.length !== lit.length || found.some((one, i) => one !== lit[i])) {
      this.lit = found;
      this.findings.set(decorationsOf(this.model, found));
    }
    const others = spans.filter((one) => !isFinding(one));
    const decorations = decorationsOf(this.model, others);
    if (!areThere(this.highlights.getRanges(), decorations, this.kinds)) this.highlights.set(decorations);
    this.kinds = decorations.map(({ options }) => options);
  }

  reveal(span: Span): void {
    const range = rangeOf(this.model, span);
    const show = (): void =>
      this.editor.revealRangeInCenterIfOutsideViewport(range, monaco.editor.ScrollType.Immediate);
    show();
    const folds = { selectionLines: [range.startLineNumber - 1], direction: 'up', levels: 1000 };
    void this.editor.getAction('editor.unfold')?.run(folds).then(show);
  }

  select(span: Span): void {
    this.silently(() => this.editor.setSelection(rangeOf(this.model, span), SOURCE));
    this.reveal(span);
  }

  focus(): void {
    this.editor.focus();
  }

  setTheme(theme: 'light' | 'dark'): void {
    monaco.editor.setTheme(themeName(theme));
  }

  nextMarker(back = false): void {
    this.editor.focus();
    this.silently(() => goToMarker(this.editor, back));
  }

  getText(): string {
    return textOf(this.model);
  }

  dispose(): void {
    this.tagPair.dispose();
    this.editor.dispose();
    this.model.dispose();
    this.root.remove();
  }

  private show(text: string): monaco.editor.ITextModel {
    const model = modelOf(text);
    model.updateOptions({ tabSize: 2, insertSpaces: true, trimAutoWhitespace: false });
    this.before = textOf(model);
    this.help(model, []);
    this.lit = [];
    this.kinds = [];
    model.onDidChangeContent(({ changes }) => this.changed(model, changes));
    colourFirstLines(model, this.editor.getLayoutInfo().height);
    this.silently(() => this.editor.setModel(model));
    return model;
  }

  private help(model: monaco.editor.ITextModel, markers: readonly Marker[]): void {
    giveHelp(model, { markers, message: () => this.options.message?.() });
  }

  private changed(model: monaco.editor.ITextModel, changes: monaco.editor.IModelContentChange[]): void {
    const reported = changes.map(({ rangeOffset, rangeLength, text: insert }) => ({
      from: rangeOffset,
      to: rangeOffset + rangeLength,
      insert,
    }));
    const after = { length: lengthOf(model), text: () => textOf(model) };
    const edit = this.quiet ? undefined : editOf(this.before, after, reported);
    const text = edit?.text ?? this.taken;
    if (text?.length === after.length) textIs(model, text);
    this.before = textOf(model);
    if (this.options.onundo) forgetUndo(model);
    if (edit) this.options.onedit(edit);
  }

  private silently(act: () => void): void {
    const was = this.quiet;
    this.quiet = true;
    try {
      act();
    } finally {
      this.quiet = was;
    }
  }
}
