import { loadCore } from './subject.js';

/**
 * The codec of this project.
 * @param {string} url of core.js
 * @returns {Promise<import('./subject.js').Subject>}
 */
export async function makeSubject(url) {
  const core = await loadCore(url);
  return {
    name: 'core',
    prepare(bytes, text) {
      let xml = text ?? '';
      let decoded = /** @type {import('../../../src/core.ts').Decoded | undefined} */ (undefined);
      return {
        decode: { run: () => core.bytesToXml(bytes) },
        tree: { run: () => core.decode(bytes).tokens },
        encode: {
          ready() {
            if (xml === '') xml = core.bytesToXml(bytes);
          },
          run: () => core.xmlToBytes(xml),
        },
        'encode-tree': {
          ready() {
            decoded = core.decode(bytes);
          },
          run: () => decoded && core.encode(decoded.document),
        },
      };
    },
  };
}
