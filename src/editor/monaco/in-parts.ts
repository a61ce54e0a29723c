import '#editor-words'; // first: Monaco reads its words as it is loaded
import 'monaco-editor/editor/common/model/textModel';
import type * as Editor from './editor.ts';

/**
 * Loads Monaco in four parts, of which this module is the first. A browser runs each in one go, and all of it in one go
 * takes seconds on a slow machine: between two of them it hears what a person does.
 */
export async function loadMonaco(): Promise<typeof Editor> {
  await import('./view-part.ts');
  await import('./api-part.ts');
  return import('./editor.ts');
}
