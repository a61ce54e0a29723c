/** Monaco's own words are English: a build in another language puts `monaco-editor/nls/lang/…` in this file's place. */
export {};
