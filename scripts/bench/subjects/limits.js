import { loadCore } from './subject.js';

/**
 * What the machine can do with the same bytes without knowing what they are.
 * @param {string} url of core.js, which tells the tree for JSON
 * @returns {Promise<import('./subject.js').Subject>}
 */
export async function makeSubject(url) {
  const core = await loadCore(url);
  const decoder = new TextDecoder();
  return {
    name: 'limit',
    prepare(bytes) {
      const copy = new Uint8Array(bytes.length);
      let json = '';
      return {
        copy: { run: () => copy.set(bytes) },
        utf8: { run: () => decoder.decode(bytes) },
        json: {
          ready() {
            json = treeAsJson(core.decode(bytes));
          },
          run: () => /** @type {unknown} */ (JSON.parse(json)),
        },
      };
    },
  };
}

/**
 * The element tree as JSON: an array per element, its name first, then texts and elements.
 * @param {import('../../../src/core.ts').Decoded} decoded
 */
function treeAsJson({ tokens, bytes }) {
  const decoder = new TextDecoder();
  /** @type {string[]} */
  const parts = [];
  for (const { kind, start, end, page, name, code } of tokens) {
    if (kind === 'tag') {
      const hasContent = ((bytes[start] ?? 0) & 0x40) !== 0;
      parts.push(`,[${JSON.stringify(name ?? `${page}:${code}`)}${hasContent ? '' : ']'}`);
    } else if (kind === 'end') parts.push(']');
    else if (kind === 'strI')
      parts.push(`,${JSON.stringify(decoder.decode(bytes.subarray(start + 1, end - 1)))}`);
    else if (kind === 'opaque')
      parts.push(`,${JSON.stringify(Buffer.from(bytes.subarray(start, end)).toString('base64'))}`);
  }
  return parts.join('').slice(1);
}
