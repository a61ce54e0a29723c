// The two files of Monaco that run a grammar. They come without types; the language's test runs them in Node.
declare module 'monaco-editor/editor/standalone/common/monarch/monarchCompile' {
  import type { languages } from 'monaco-editor/editor';
  export function compile(languageId: string, grammar: languages.IMonarchLanguage): { start: string };
}

declare module 'monaco-editor/editor/standalone/common/monarch/monarchLexer' {
  import type { IDisposable, IEvent, languages, Token } from 'monaco-editor/editor';
  export class MonarchTokenizer {
    constructor(
      languageService: null,
      themeService: null,
      languageId: string,
      lexer: { start: string },
      configuration: { getValue(): number; onDidChangeConfiguration: IEvent<never> },
    );
    getInitialState(): languages.IState;
    tokenize(
      line: string,
      hasEol: boolean,
      state: languages.IState,
    ): { tokens: Token[]; endState: languages.IState };
    dispose: IDisposable['dispose'];
  }
}
