import '#editor-words'; // first: Monaco reads its words as it is loaded
import * as monaco from 'monaco-editor/editor';
import { editOf } from '../edit.ts';
import '../editor.css';
import { lineFeeds } from '../line-feeds.ts';
import { followPreferences } from '../preferences.ts';
import { smallestEdit } from '../smallest-edit.ts';
import type { Highlight, Marker, Span, XmlEditor, XmlEditorOptions } from '../types.ts';
import { decorationsOf, markersOf } from './decorations.ts';
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
  return new MonacoEditor(root, editor, options);
}

class MonacoEditor implements XmlEditor {
  private readonly root: HTMLElement;
  private readonly editor: monaco.editor.IStandaloneCodeEditor;
  private readonly options: XmlEditorOptions;
  private readonly highlights: monaco.editor.IEditorDecorationsCollection;
  private readonly tagPair: monaco.IDisposable;
  private model: monaco.editor.ITextModel;
  /** The text before the edit that is being told. */
  private before = '';
  /** Set while a call changes the editor: only what a person does is told. */
  private quiet = false;

  constructor(root: HTMLElement, editor: monaco.editor.IStandaloneCodeEditor, options: XmlEditorOptions) {
    this.root = root;
    this.editor = editor;
    this.options = options;
    this.highlights = editor.createDecorationsCollection();
    this.tagPair = frameTagPair(editor);
    this.model = this.show(options.text);
    editor.onDidChangeCursorSelection(({ selection }) => {
      if (!this.quiet) options.onselect(spanOf(this.model, selection));
    });
    const { onundo, onredo } = options;
    if (onundo && onredo) undoBy(editor, { onundo, onredo });
    watchPointer(editor, (offset) => options.onhover(offset));
  }

  setText(text: string, follow = false): void {
    const { editor, model } = this;
    const edit = smallestEdit(textOf(model), lineFeeds(text));
    if (!edit) return;
    const edits = [{ range: rangeOf(model, { start: edit.from, end: edit.to }), text: edit.insert }];
    this.silently(() => {
      editor.pushUndoStop();
      const isDone = editor.executeEdits(SOURCE, edits);
      if (!isDone) model.pushEditOperations(null, edits, () => null); // a read-only editor refuses, its model does not
      editor.pushUndoStop();
    });
    const end = edit.from + edit.insert.length;
    if (follow) this.select({ start: end, end });
  }

  openText(text: string): void {
    const last = this.model;
    this.model = this.show(text);
    last.dispose();
  }

  setMarkers(markers: Marker[]): void {
    this.help(this.model, markers);
    monaco.editor.setModelMarkers(this.model, OWNER, markersOf(this.model, markers));
  }

  highlight(spans: Highlight[]): void {
    this.highlights.set(decorationsOf(this.model, spans));
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
    const start = performance.now();
    const model = modelOf(text);
    model.updateOptions({ tabSize: 2, insertSpaces: true, trimAutoWhitespace: false });
    this.before = textOf(model);
    this.help(model, []);
    model.onDidChangeContent(({ changes }) => this.changed(model, changes));
    this.silently(() => this.editor.setModel(model));
    if (text.length > LARGE) performance.measure('editor takes a text', { start });
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
    if (edit) textIs(model, edit.text);
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
