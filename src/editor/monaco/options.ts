import { editor } from 'monaco-editor/editor';

const FONT = 'ui-monospace, Menlo, Consolas, monospace'; // where the page names none

/** The letters of data, as the page has them where an element stands. */
export const fontOf = (host: HTMLElement): string =>
  getComputedStyle(host).getPropertyValue('--mono') || FONT;

/**
 * How the editor behaves. First what would change a text behind a person's back or hide part of it: all off,
 * because a character more is a byte more.
 */
export const editorOptions: editor.IStandaloneEditorConstructionOptions = {
  autoClosingBrackets: 'never',
  autoClosingComments: 'never',
  autoClosingDelete: 'never',
  autoClosingOvertype: 'never',
  autoClosingQuotes: 'never',
  autoSurround: 'never',
  autoIndent: 'keep', // a new line begins as the last one did: seen at once, and layout is not sent
  formatOnPaste: false,
  formatOnType: false,
  trimAutoWhitespace: false,
  detectIndentation: false,
  insertSpaces: true,
  tabSize: 2,
  linkedEditing: false,
  dragAndDrop: false, // a drop is for the page: a file to open
  dropIntoEditor: { enabled: false },
  pasteAs: { enabled: false },
  unusualLineTerminators: 'off', // it would offer to delete U+2028
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
  renderControlCharacters: true,
  largeFileOptimizations: false,
  stopRenderingLineAfter: -1, // lines wrap, so that no row gets long
  maxTokenizationLineLength: 200_000, // a body in one line keeps its colours

  quickSuggestions: false,
  suggestOnTriggerCharacters: true, // a list to choose from; it writes nothing
  acceptSuggestionOnCommitCharacter: false,
  acceptSuggestionOnEnter: 'on',
  tabCompletion: 'off',
  suggestSelection: 'first',
  suggest: { showStatusBar: true, showIcons: false, preview: false, snippetsPreventQuickSuggestions: false },
  inlineSuggest: { enabled: false },
  parameterHints: { enabled: false },
  wordBasedSuggestions: 'off',
  links: false,
  codeLens: false,
  colorDecorators: false,
  matchBrackets: 'never', // tags are the brackets here, see tag-pair.ts
  bracketPairColorization: { enabled: false },
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  copyWithSyntaxHighlighting: false,

  fontSize: 13,
  lineHeight: 20,
  fontLigatures: false,
  wordWrap: 'on',
  wrappingIndent: 'same',
  automaticLayout: false, // see follow-size.ts
  minimap: { enabled: false },
  folding: true,
  foldingStrategy: 'auto',
  foldingMaximumRegions: 65_000,
  showFoldingControls: 'always',
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 8,
  glyphMargin: true, // for the signs of findings and the light bulb
  lightbulb: { enabled: editor.ShowLightbulbIconMode.On },
  guides: { indentation: true, bracketPairs: false },
  renderLineHighlight: 'none',
  renderFinalNewline: 'on', // dimmed, its number falls short of 4.5 to 1
  renderWhitespace: 'selection',
  scrollBeyondLastLine: false,
  padding: { top: 4, bottom: 28 }, // the hint stands over the last 24
  overviewRulerLanes: 1,
  hideCursorInOverviewRuler: true,
  scrollbar: { alwaysConsumeMouseWheel: false, useShadows: false },
  stickyScroll: { enabled: false },
  fixedOverflowWidgets: true, // a hover may be larger than the pane
  find: {
    addExtraSpaceOnTop: false,
    autoFindInSelection: 'never',
    seedSearchStringFromSelection: 'selection',
  },
};
