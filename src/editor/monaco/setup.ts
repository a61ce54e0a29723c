import * as monaco from 'monaco-editor/editor';
import workerUrl from 'monaco-editor/editor/editor.worker?worker&url';
import { trustedWorker } from '../trusted-worker.ts';
import { completionProvider } from './completion.ts';
import { elementHover } from './element-hover.ts';
import './features.ts';
import { foldingProvider } from './folding.ts';
import { mendGrownLines } from './grown-lines.ts';
import { configuration, grammar, LANGUAGE } from './language.ts';
import { lightBulb, registerActions } from './light-bulb.ts';
import { markHover } from './mark-hover.ts';
import { configureMonaco } from './settings.ts';
import { monacoTheme, themeName } from './theme.ts';
import { takeOverUndo } from './undo.ts';

let done = false;

/** Tells Monaco of the language, the themes and the worker: once per page, because Monaco keeps all of it. */
export function setUpMonaco(): void {
  if (done) return;
  done = true;
  globalThis.MonacoEnvironment = { getWorker: () => trustedWorker(workerUrl, 'editor') };
  monaco.languages.register({ id: LANGUAGE });
  monaco.languages.setLanguageConfiguration(LANGUAGE, configuration);
  monaco.languages.setMonarchTokensProvider(LANGUAGE, grammar);
  monaco.languages.registerHoverProvider(LANGUAGE, elementHover);
  monaco.languages.registerHoverProvider(LANGUAGE, markHover);
  monaco.languages.registerCompletionItemProvider(LANGUAGE, completionProvider);
  monaco.languages.registerCodeActionProvider(LANGUAGE, lightBulb);
  registerActions();
  takeOverUndo();
  mendGrownLines();
  configureMonaco();
  monaco.languages.registerFoldingRangeProvider(LANGUAGE, foldingProvider);
  for (const theme of ['light', 'dark'] as const)
    monaco.editor.defineTheme(themeName(theme), monacoTheme(theme));
}
