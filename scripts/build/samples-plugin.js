import { dirname, join } from 'node:path';
import { filesOf, packSample, readIndex, readSample, sampleFolders } from '../samples/read.js';

const SAMPLE = /\/samples\/[^/]+\/conversation\.json$/;
const INDEX = /\/samples\/index\.json\?(first|gallery)$/;

/**
 * Makes modules of `samples/`. `samples/<id>/conversation.json` gets its files in it, as base64.
 * `samples/index.json?first` holds the first sample; `samples/index.json?gallery` lists all with title and
 * sentence, and loads each as a chunk of its own. A page that may connect to nobody cannot fetch them.
 * @returns {import('vite').Plugin}
 */
export function samplesPlugin() {
  return {
    name: 'samples',
    enforce: 'pre', // before Vite reads the JSON files as they stand
    load(id) {
      const path = id.replaceAll('\\', '/');
      if (SAMPLE.test(path)) {
        const folder = dirname(path);
        for (const name of filesOf(readSample(folder))) this.addWatchFile(join(folder, name));
        return JSON.stringify(packSample(folder)); // of a .json file Vite makes a module itself
      }
      const what = INDEX.exec(path)?.[1];
      if (!what) return undefined;
      const root = dirname(path);
      const files = sampleFolders(root).map((folder) => `${folder}/conversation.json`);
      for (const name of ['index.json', ...files]) this.addWatchFile(join(root, name));
      return { code: what === 'first' ? firstModule(root) : galleryModule(root), moduleType: 'js' };
    },
  };
}

/**
 * The text of the module that holds the first sample.
 * @param {string} root the folder of all samples
 */
export function firstModule(root) {
  const { first } = readIndex(root);
  return `import conversation from ${text(`./${first}/conversation.json`)};
export default { id: ${text(first)}, conversation };
`;
}

/**
 * The text of the module that lists the samples.
 * @param {string} root the folder of all samples
 */
export function galleryModule(root) {
  const { first, sections } = readIndex(root);
  const lists = sections.map(
    ({ title, samples }) =>
      `{ title: ${text(title)}, samples: [\n${samples.map((id) => row(root, id, first)).join(',\n')}\n] }`,
  );
  return `import first from ${text(`./${first}/conversation.json`)};
const load = (chunk) => chunk.then((module) => module.default);
export default [${lists.join(', ')}];
`;
}

/**
 * @param {string} root
 * @param {string} id
 * @param {string} first
 */
function row(root, id, first) {
  const { title, note } = readSample(join(root, id));
  const chunk = `load(import(${text(`./${id}/conversation.json`)}))`;
  const load = id === first ? 'Promise.resolve(first)' : chunk;
  return `  { id: ${text(id)}, title: ${text(title)}, note: ${text(note)}, load: () => ${load} }`;
}

/** @param {string} value */
const text = (value) => JSON.stringify(value);
