import { PSEUDO } from './words-plugin.js';

/** A file of the catalogue, in any language. */
const CATALOGUE = /[\\/]words[\\/][\w-]+[\\/][\w-]+\.ts$/;
const IMPORT = /import\s*\{\s*words(?:\s+as\s+([\w$]+))?\s*\}\s*from\s*(["']#words\/)/g;

/**
 * Builds every text of the catalogue as an export of its own, so that its long name is not in what is loaded and a
 * text that nobody says is not either: `words.paste` of `{ paste: 'Paste' }` becomes a constant.
 * @param {string} [language] of the build; the made one is no file of texts, and stays as it is
 * @returns {import('vite').Plugin}
 */
export function slimWordsPlugin(language) {
  return {
    name: 'slim-words',
    apply: (_, { command }) => command === 'build' && language !== PSEUDO,
    enforce: 'post', // what is read here is JavaScript
    transform(code, id) {
      if (CATALOGUE.test(id.split('?')[0] ?? ''))
        return { code: apart(code, this.parse(code), id), map: null };
      if (!code.includes('#words/')) return undefined;
      const slim = code.replace(IMPORT, (_, name = 'words', from) => `import * as ${name} from ${from}`);
      return { code: slim, map: null };
    },
  };
}

/** @typedef {ReturnType<import('vite').Rolldown.PluginContext['parse']>} Program */

/**
 * @param {string} code of a catalogue: `export const words = { … }`, and whatever stands around it
 * @param {Program} program its syntax tree
 * @param {string} id for the message where it is of another form
 */
function apart(code, program, id) {
  const { statement, object } = wordsOf(program) ?? {};
  if (!statement || !object) throw new Error(`${id}: words is no object`);
  const made = object.properties.map((property) => {
    if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier')
      throw new Error(`${id}: every text has a plain name, and no part of words is spread`);
    const { key, value, method } = property;
    const text = code.slice(value.start, value.end);
    return `const said_${key.name} = ${method ? `function ${text}` : text};\nexport { said_${key.name} as ${key.name} };`;
  });
  return code.slice(0, statement.start) + made.join('\n') + code.slice(statement.end);
}

/** @param {Program} program */
function wordsOf({ body }) {
  for (const statement of body) {
    if (statement.type !== 'ExportNamedDeclaration') continue;
    const { declaration } = statement;
    if (declaration?.type !== 'VariableDeclaration') continue;
    const [{ id, init } = {}] = declaration.declarations;
    if (id?.type === 'Identifier' && id.name === 'words' && init?.type === 'ObjectExpression')
      return { statement, object: init };
  }
  return undefined;
}
