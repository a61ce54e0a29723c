import { dirname, join } from 'node:path';
import { filesOf, packSample, readGallery, readSample, readSections } from '../samples/read.js';

const SAMPLE = /\/samples\/[^/]+\/conversation\.json$/;
const GALLERY = /\/samples\/index\.json\?gallery$/;

/**
 * Makes modules of `samples/`: `samples/<id>/conversation.json` with its files in it as base64, and
 * `samples/index.json?gallery` with the title and sentence of each sample. A page that may connect to nobody
 * cannot fetch them.
 * @returns {import('vite').Plugin}
 */
export function samplesPlugin() {
  return {
    name: 'samples',
    enforce: 'pre', // before Vite reads the JSON file as it stands
    load(id) {
      const result = moduleOf(id.replaceAll('\\', '/'));
      if (!result) return undefined;
      for (const file of result.files) this.addWatchFile(file);
      const json = JSON.stringify(result.value);
      // Of a plain .json file Vite makes a module itself; one with a query it lets be.
      return id.endsWith('.json') ? json : { code: `export default ${json}`, moduleType: 'js' };
    },
  };
}

/**
 * @param {string} id of a module, with slashes
 * @returns {{ value: unknown, files: string[] } | undefined} what it holds, and the files that is made of
 */
export function moduleOf(id) {
  if (SAMPLE.test(id)) {
    const folder = dirname(id);
    return {
      value: packSample(folder),
      files: filesOf(readSample(folder)).map((name) => join(folder, name)),
    };
  }
  if (GALLERY.test(id)) {
    const root = dirname(id);
    const ids = readSections(root).flatMap(({ samples }) => samples);
    const files = ids.map((name) => join(root, name, 'conversation.json'));
    return { value: readGallery(root), files: [join(root, 'index.json'), ...files] };
  }
  return undefined;
}
