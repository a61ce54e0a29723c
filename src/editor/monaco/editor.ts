import * as monaco from 'monaco-editor/editor';
import { editOf } from '../edit.ts';
import '../editor.css';
import { lineFeeds } from '../line-feeds.ts';
import { smallestEdit } from '../smallest-edit.ts';
import type { Span, XmlEditor, XmlEditorOptions } from '../types.ts';
import { decorationsOf, markersOf } from './decorations.ts';
import { modelOf, rangeOf, spanOf, textOf } from './model-text.ts';
import { editorOptions } from './options.ts';
import { watchPointer } from './pointer.ts';
import { setUpMonaco } from './setup.ts';
import { frameTagPair } from './tag-pair.ts';
import { themeName } from './theme.ts';
import { wayOut } from './way-out.ts';

const OWNER = 'wbxml';
const SOURCE = 'page';
const FONT = 'ui-monospace, Menlo, Consolas, monospace'; // where the page names none

let opened = 0; // for ids that no two editors share

/** Opens Monaco in an element. All editors of a page share the theme that was set last. */
export function openMonaco(host: HTMLElement, options: XmlEditorOptions): XmlEditor {
  setUpMonaco();
  const root = host.appendChild(document.createElement('div'));
  root.className = 'xml-editor';
  const editor = monaco.editor.create(root, {
    ...editorOptions,
    model: null,
    ariaLabel: options.label,
    fontFamily: getComputedStyle(host).getPropertyValue('--mono') || FONT,
    readOnly: options.readOnly ?? false,
    theme: themeName(options.theme),
  });
  root.append(wayOut(editor, `xml-way-out-${++opened}`));
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
    watchPointer(editor, options.onhover);
  }

  setText(text: string): void {
    const edit = smallestEdit(textOf(this.model), lineFeeds(text));
    if (!edit) return;
    const operation = { range: rangeOf(this.model, { start: edit.from, end: edit.to }), text: edit.insert };
    this.silently(() => {
      this.editor.pushUndoStop();
      // The editor itself would refuse where it is read-only.
      if (!this.editor.executeEdits(SOURCE, [operation])) this.model.pushEditOperations(null, [operation], () => null);
      this.editor.pushUndoStop();
    });
  }

  openText(text: string): void {
    const last = this.model;
    this.model = this.show(text);
    last.dispose();
  }

  setMarkers(markers: Parameters<XmlEditor['setMarkers']>[0]): void {
    monaco.editor.setModelMarkers(this.model, OWNER, markersOf(this.model, markers));
  }

  highlight(spans: Parameters<XmlEditor['highlight']>[0]): void {
    this.highlights.set(decorationsOf(this.model, spans));
  }

  reveal(span: Span): void {
    const range = rangeOf(this.model, span);
    const show = (): void => this.editor.revealRangeInCenterIfOutsideViewport(range, monaco.editor.ScrollType.Immediate);
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
    void this.editor.getAction(`editor.action.marker.${back ? 'prev' : 'next'}`)?.run();
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
    model.onDidChangeContent(({ changes }) => this.changed(model, changes));
    this.silently(() => this.editor.setModel(model));
    return model;
  }

  private changed(model: monaco.editor.ITextModel, changes: monaco.editor.IModelContentChange[]): void {
    const text = textOf(model);
    const reported = changes.map(({ rangeOffset, rangeLength, text: insert }) => ({
      from: rangeOffset,
      to: rangeOffset + rangeLength,
      insert,
    }));
    const edit = this.quiet ? undefined : editOf(this.before, text, reported);
    this.before = text;
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
