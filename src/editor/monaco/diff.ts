import * as monaco from 'monaco-editor/editor';
import { followPreferences } from '../preferences.ts';
import type { TwoSpans, TwoTexts, XmlDiff, XmlDiffOptions } from '../types.ts';
import { decorationsOf } from './decorations.ts';
import { modelOf, rangeOf, spanOf } from './model-text.ts';
import { editorOptions, fontOf } from './options.ts';
import { setUpMonaco } from './setup.ts';
import { themeName } from './theme.ts';

/** Ms after which what differs is told more roughly. */
const MOST_TIME = 3000;

const diffOptions: monaco.editor.IStandaloneDiffEditorConstructionOptions = {
  ...editorOptions,
  automaticLayout: true,
  readOnly: true,
  domReadOnly: true,
  originalEditable: false,
  tabFocusMode: true, // there is nothing to be indented: Tab goes on
  ignoreTrimWhitespace: false, // a space more is a byte more
  diffAlgorithm: 'advanced',
  maxComputationTime: MOST_TIME,
  useInlineViewWhenSpaceIsLimited: false, // the page says how much room there is
  renderMarginRevertIcon: false,
  renderGutterMenu: false,
  renderOverviewRuler: false,
  renderIndicators: true,
  diffWordWrap: 'on',
  glyphMargin: false,
  folding: false, // a fold on one side would hide what stands on the other
  padding: { top: 4, bottom: 4 },
};

/** Columns, and the names of the texts: Monaco forgets these whenever it is told anything else. */
const layoutOf = ({ sideBySide, labels }: Pick<XmlDiffOptions, 'sideBySide' | 'labels'>) => ({
  renderSideBySide: sideBySide,
  originalAriaLabel: labels.reference,
  modifiedAriaLabel: labels.text,
});

/** Opens Monaco's comparison of two texts in an element. */
export function openDiff(host: HTMLElement, options: XmlDiffOptions): XmlDiff {
  setUpMonaco();
  const root = host.appendChild(document.createElement('div'));
  root.className = 'xml-editor xml-diff monaco-component';
  const editor = monaco.editor.createDiffEditor(root, {
    ...diffOptions,
    fontFamily: fontOf(host),
    ...layoutOf(options),
  });
  monaco.editor.setTheme(themeName(options.theme));
  const forget = followPreferences(({ fontSize, wrap }) =>
    editor.updateOptions({ fontSize, diffWordWrap: wrap ? 'on' : 'off' }),
  );
  editor.onDidDispose(forget);
  return new MonacoDiff(root, editor, options);
}

class MonacoDiff implements XmlDiff {
  private readonly root: HTMLElement;
  private readonly editor: monaco.editor.IStandaloneDiffEditor;
  private readonly lights: Record<keyof TwoSpans, monaco.editor.IEditorDecorationsCollection>;
  private readonly labels: TwoTexts;
  private models: monaco.editor.IDiffEditorModel | undefined;
  /** What was asked to be seen before Monaco knew which lines belong together. */
  private waiting: TwoSpans | undefined;

  constructor(root: HTMLElement, editor: monaco.editor.IStandaloneDiffEditor, options: XmlDiffOptions) {
    this.root = root;
    this.editor = editor;
    this.labels = options.labels;
    this.lights = {
      reference: editor.getOriginalEditor().createDecorationsCollection(),
      text: editor.getModifiedEditor().createDecorationsCollection(),
    };
    this.listen('reference', editor.getOriginalEditor(), options);
    this.listen('text', editor.getModifiedEditor(), options);
    editor.onDidUpdateDiff(() => {
      if (this.waiting) this.select(this.waiting);
    });
    this.setTexts(options);
  }

  setTexts({ reference, text }: TwoTexts): void {
    const last = this.models;
    this.models = { original: modelOf(reference), modified: modelOf(text) };
    this.editor.setModel(this.models);
    last?.original.dispose();
    last?.modified.dispose();
  }

  select(spans: TwoSpans): void {
    if (!this.models) return;
    const { original, modified } = this.models;
    this.waiting = this.editor.getLineChanges() ? undefined : spans;
    this.light(original, this.lights.reference, spans.reference);
    this.light(modified, this.lights.text, spans.text);
    const inText = spans.text && rangeOf(modified, spans.text);
    const inReference = spans.reference && rangeOf(original, spans.reference);
    if (inText) reveal(this.editor.getModifiedEditor(), inText);
    else if (inReference) {
      reveal(this.editor.getModifiedEditor(), this.besides(inReference));
      reveal(this.editor.getOriginalEditor(), inReference);
    }
  }

  setSideBySide(sideBySide: boolean): void {
    this.editor.updateOptions(layoutOf({ sideBySide, labels: this.labels }));
  }

  setTheme(theme: 'light' | 'dark'): void {
    monaco.editor.setTheme(themeName(theme));
  }

  dispose(): void {
    this.editor.dispose();
    this.models?.original.dispose();
    this.models?.modified.dispose();
    this.root.remove();
  }

  private listen(side: keyof TwoTexts, editor: monaco.editor.ICodeEditor, options: XmlDiffOptions): void {
    editor.onDidChangeCursorSelection(({ selection, reason }) => {
      const model = editor.getModel();
      if (model && reason === monaco.editor.CursorChangeReason.Explicit) {
        options.onselect(side, spanOf(model, selection));
      }
    });
  }

  private light(
    model: monaco.editor.ITextModel,
    lights: monaco.editor.IEditorDecorationsCollection,
    span: TwoSpans['text'],
  ): void {
    lights.set(span ? decorationsOf(model, [{ ...span, kind: 'selection' }]) : []);
  }

  /** The line of the text beside which a line of the reference is shown, where the text has none like it. */
  private besides({ startLineNumber: line }: monaco.IRange): monaco.IRange {
    let by = 0; // lines the text has more than the reference so far
    for (const change of this.editor.getLineChanges() ?? []) {
      if (change.originalStartLineNumber > line) break;
      // Where a side has no lines, its end is 0 and its start the line before.
      const before = change.modifiedEndLineNumber || change.modifiedStartLineNumber;
      if (line <= change.originalEndLineNumber) return lineRange(change.modifiedStartLineNumber);
      by = before - (change.originalEndLineNumber || change.originalStartLineNumber);
    }
    return lineRange(line + by);
  }
}

function lineRange(line: number): monaco.IRange {
  const at = Math.max(1, line);
  return { startLineNumber: at, startColumn: 1, endLineNumber: at, endColumn: 1 };
}

const reveal = (editor: monaco.editor.ICodeEditor, range: monaco.IRange): void =>
  editor.revealRangeInCenterIfOutsideViewport(range, monaco.editor.ScrollType.Immediate);
