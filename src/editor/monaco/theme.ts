import type { editor } from 'monaco-editor/editor';
import { palettes, SELECTION_STRENGTH } from '../palette.ts';
import type { Palette, TokenName } from '../palette.ts';

export type Theme = 'light' | 'dark';

export const themeName = (theme: Theme): string => `wbxml-${theme}`;

/** What is not told by colour alone: names of tags are bold, marks and comments slanted, faults underlined. */
const styles: Partial<Record<TokenName, string>> = {
  tag: 'bold',
  mark: 'italic',
  'mark.value': 'italic',
  comment: 'italic',
  invalid: 'underline',
};

export function monacoTheme(theme: Theme): editor.IStandaloneThemeData {
  const palette = palettes[theme];
  const rules = Object.entries(palette.tokens).map(([token, colour]) => ({
    token,
    foreground: colour.slice(1),
    fontStyle: styles[token as TokenName] ?? '',
  }));
  return {
    base: theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: false, // Monaco's own token colours fall short of 4.5 to 1
    rules: [{ token: '', foreground: palette.text.slice(1) }, ...rules],
    colors: colours(palette),
  };
}

function colours(palette: Palette): Record<string, string> {
  const alpha = Math.round(SELECTION_STRENGTH * 255).toString(16);
  const { paper, raised, line, lineStrong, text, muted, accent, hover, goodPaper, errorPaper } = palette;
  return {
    focusBorder: accent,
    foreground: text,
    'editor.background': paper,
    'editor.foreground': text,
    'editorCursor.foreground': accent,
    'editorLineNumber.foreground': muted,
    'editorLineNumber.activeForeground': text,
    'editor.lineHighlightBorder': '#00000000',
    'editor.selectionBackground': palette.selection + alpha,
    'editor.inactiveSelectionBackground': palette.selection + alpha,
    'editor.selectionHighlightBackground': '#00000000',
    'editor.findMatchBackground': palette.selection,
    'editor.findMatchBorder': accent,
    'editor.findMatchHighlightBackground': hover,
    'editor.findMatchHighlightBorder': lineStrong,
    'editor.foldBackground': hover,
    'editorGutter.foldingControlForeground': muted,
    'editorWhitespace.foreground': lineStrong,
    'editorIndentGuide.background1': line,
    'editorIndentGuide.activeBackground1': lineStrong,
    'editorError.foreground': palette.error,
    'editorWarning.foreground': palette.warning,
    'editorInfo.foreground': palette.note,
    'editorOverviewRuler.border': line,
    'editorOverviewRuler.findMatchForeground': accent,
    'editorOverviewRuler.errorForeground': palette.error,
    'editorOverviewRuler.warningForeground': palette.warning,
    'editorOverviewRuler.infoForeground': palette.note,
    'diffEditor.diagonalFill': line,
    'diffEditor.border': line,
    'diffEditor.insertedTextBackground': '#00000000', // characters are underlined, see editor.css
    'diffEditor.removedTextBackground': '#00000000',
    'diffEditor.insertedLineBackground': goodPaper,
    'diffEditor.removedLineBackground': errorPaper,
    'diffEditorGutter.insertedLineBackground': goodPaper,
    'diffEditorGutter.removedLineBackground': errorPaper,
    'editorWidget.background': raised,
    'editorWidget.foreground': text,
    'editorWidget.border': lineStrong,
    'editorHoverWidget.background': raised,
    'editorHoverWidget.foreground': text,
    'editorHoverWidget.border': lineStrong,
    'editorHoverWidget.statusBarBackground': paper,
    'editorHoverWidget.highlightForeground': accent,
    'editorSuggestWidget.background': raised,
    'editorSuggestWidget.foreground': text,
    'editorSuggestWidget.border': lineStrong,
    'editorSuggestWidget.selectedBackground': palette.selection,
    'editorSuggestWidget.selectedForeground': text,
    'editorSuggestWidget.selectedIconForeground': text,
    'editorSuggestWidget.highlightForeground': accent,
    'editorSuggestWidget.focusHighlightForeground': text,
    'editorSuggestWidgetStatus.foreground': muted,
    'editorLightBulb.foreground': palette.warning,
    'editorLightBulbAutoFix.foreground': accent,
    'editorActionList.background': raised,
    'editorActionList.foreground': text,
    'editorActionList.focusBackground': palette.selection,
    'editorActionList.focusForeground': text,
    'list.focusBackground': palette.selection,
    'list.focusForeground': text,
    'list.hoverBackground': hover,
    'list.hoverForeground': text,
    'list.highlightForeground': accent,
    'list.focusHighlightForeground': text,
    'textLink.foreground': accent,
    'textLink.activeForeground': accent,
    descriptionForeground: muted,
    'icon.foreground': muted,
    'widget.shadow': '#00000033',
    'input.background': paper,
    'input.foreground': text,
    'input.border': lineStrong,
    'input.placeholderForeground': muted,
    'inputOption.activeBorder': accent,
    'inputOption.activeBackground': hover,
    'inputOption.activeForeground': text,
    'menu.background': raised,
    'menu.foreground': text,
    'menu.selectionBackground': palette.selection,
    'menu.selectionForeground': text,
    'menu.separatorBackground': line,
    'menu.border': lineStrong,
  };
}
