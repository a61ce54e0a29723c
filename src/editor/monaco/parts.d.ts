// Parts of Monaco that come without types: its settings that belong to no editor, undo, the list of
// suggestions, and what it keeps of the tokens of a line.
declare module 'monaco-editor/editor/standalone/browser/standaloneServices' {
  export const StandaloneServices: { get<T>(id: { readonly service: T }): T };
}

declare module 'monaco-editor/platform/configuration/common/configuration' {
  export const IConfigurationService: {
    readonly service: { updateValue(key: string, value: unknown): Promise<void> };
  };
}

declare module 'monaco-editor/platform/undoRedo/common/undoRedo' {
  export const IUndoRedoService: {
    readonly service: { removeElements(resource: { readonly scheme: string }): void };
  };
}

declare module 'monaco-editor/editor/browser/editorExtensions' {
  interface Command {
    addImplementation(priority: number, name: string, run: () => boolean): void;
  }
  export const UndoCommand: Command;
  export const RedoCommand: Command;
}

declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController';

declare module 'monaco-editor/editor/common/tokens/contiguousTokensEditing' {
  type Tokens = ArrayBuffer | Uint32Array | null;
  export const EMPTY_LINE_TOKENS: ArrayBuffer;
  export const ContiguousTokensEditing: {
    insert: (this: void, tokens: Tokens, at: number, length: number) => Tokens;
  };
}

declare module 'monaco-editor/editor/common/tokens/contiguousTokensStore' {
  import type { IRange } from 'monaco-editor/editor';
  export class ContiguousTokensStore {
    constructor(codec: { encodeLanguageId(id: string): number; decodeLanguageId(id: number): string });
    setTokens(
      language: string,
      line: number,
      length: number,
      tokens: Uint32Array | null,
      compare: boolean,
    ): void;
    acceptEdit(range: IRange, lineEnds: number, firstLine: number): void;
    getTokens(
      language: string,
      line: number,
      text: string,
    ): { getCount(): number; getEndOffset(i: number): number };
  }
}
