import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The language of the sources. */
const ENGLISH = 'en';
/** A language made of English: every text in ⟦brackets⟧, so that one sees what is in no catalogue. */
export const PSEUDO = 'pseudo';
const CATALOGUE = '#words/';
const EDITOR = '#editor-words';
const MADE = '\0pseudo-words/';

const { resolve } = createRequire(import.meta.url);

/**
 * Builds the page in one language: `#words/bar.ts` is the file of that name in `src/words/<language>/`. A file that
 * is not there is an error, never English instead.
 * @param {string} [language] the name of a folder of `src/words`, or `pseudo`
 * @param {string} [root] the folder that holds the languages
 * @returns {import('vite').Plugin}
 */
export function wordsPlugin(
  language = ENGLISH,
  root = fileURLToPath(new URL('../../src/words/', import.meta.url)),
) {
  if (language !== PSEUDO && !existsSync(join(root, language)))
    throw new Error(`There is no language ${language}: src/words has no such folder`);
  const file = (/** @type {string} */ folder, /** @type {string} */ name) => {
    const path = join(root, folder, name);
    if (!existsSync(path)) throw new Error(`The language ${folder} has no ${name}`);
    return path.replaceAll('\\', '/');
  };
  return {
    name: 'words',
    enforce: 'pre', // before package.json's own answer, which is English
    resolveId(id) {
      if (id === EDITOR) return editorWords(language);
      if (!id.startsWith(CATALOGUE)) return undefined;
      const name = id.slice(CATALOGUE.length);
      return language === PSEUDO ? MADE + name : file(language, name);
    },
    load(id) {
      if (!id.startsWith(MADE)) return undefined;
      const english = JSON.stringify(file(ENGLISH, id.slice(MADE.length)));
      const maker = JSON.stringify(join(root, 'pseudo.ts').replaceAll('\\', '/'));
      const code = `import { words as english } from ${english};
import { pseudo } from ${maker};
export const words = pseudo(english);
`;
      return { code, moduleType: 'js' };
    },
    transformIndexHtml: (html) => html.replace('<html lang="en">', `<html lang="${tagOf(language)}">`),
  };
}

/** @param {string} language */
const tagOf = (language) => (language === PSEUDO ? 'en-XA' : language);

/**
 * Monaco's own words in a language; English where the page speaks one that Monaco does not.
 * @param {string} language
 * @returns {string | undefined} nothing where they are English
 */
function editorWords(language) {
  if (language === ENGLISH || language === PSEUDO) return undefined;
  try {
    return resolve(`monaco-editor/nls/lang/${language.toLowerCase()}`);
  } catch {
    return undefined;
  }
}
