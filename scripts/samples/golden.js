import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleFolders } from './read.js';

/**
 * @typedef {object} Golden
 * @property {string} path of the XML file, below the samples
 * @property {Uint8Array} bytes of the message beside it
 * @property {string | undefined} expected what the file holds; nothing where there is none
 * @property {string} actual what the printer makes of the bytes
 */

/**
 * Every message of the samples that has a golden file or should have one: `<name>.xml` beside `<name>.wbxml`.
 * @param {string} root the folder of all samples
 * @param {(bytes: Uint8Array) => string} print
 * @returns {Golden[]}
 */
export function goldens(root, print) {
  return sampleFolders(root).flatMap((id) =>
    readdirSync(join(root, id))
      .filter((name) => name.endsWith('.wbxml'))
      .sort()
      .map((name) => {
        const bytes = new Uint8Array(readFileSync(join(root, id, name)));
        const path = `${id}/${name.replace(/\.wbxml$/, '.xml')}`;
        const expected = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
        return { path, bytes, expected, actual: print(bytes) };
      }),
  );
}

/** @param {readonly Golden[]} all */
export const changed = (all) => all.filter(({ expected, actual }) => expected !== actual);
