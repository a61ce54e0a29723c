// Parts of Monaco that come without types: its settings that belong to no editor, undo, and the list of suggestions.
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
