import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deletions, initialSync, mailSync, nested, tableReferences } from './messages.js';

/** @typedef {import('./wbxml-writer.js').WbxmlWriter} WbxmlWriter */
/** @typedef {'ACTIVESYNC' | 'SYNCML12'} Language as libwbxml calls it */
/**
 * @typedef {{ name: string, file: string, bytes: number, elements: number, depth: number, language: Language }} Item
 */

const SEED = 1;
const MB = 1_000_000;

/** What the targets are measured on. */
const ITEMS = /** @type {Readonly<Record<string, () => WbxmlWriter>>} */ ({
  'sync-initial': initialSync,
  'sync-100': () => mailSync({ seed: SEED + 1, mails: 100, body: 500, script: 'latin', type: '1' }),
  'sync-512-html': () => mailSync({ seed: SEED + 2, mails: 512, body: 9600, script: 'latin', type: '2' }),
  'sync-cjk': () => mailSync({ seed: SEED + 4, bytes: 5 * MB, body: 4800, script: 'cjk', type: '1' }),
  'tags-1m': () => deletions(500_000),
  'syncml-strtbl': () => tableReferences({ seed: SEED + 7, items: 40_000 }),
});

/** The same shape in growing sizes: `mails-5` has 5 MB of mails, `siblings-1000` and `levels-1000` that many. */
const FAMILIES = /** @type {Readonly<Record<string, (size: number) => WbxmlWriter>>} */ ({
  mails: (size) => mailSync({ seed: SEED + 2, bytes: size * MB, body: 9600, script: 'latin', type: '2' }),
  siblings: deletions,
  levels: nested,
});

export const itemNames = Object.keys(ITEMS);

/**
 * The message of that name. The same name gives the same bytes, on any machine.
 * @param {string} name of `itemNames`, or a family and a size
 * @returns {WbxmlWriter}
 */
export function makeItem(name) {
  const item = ITEMS[name];
  if (item) return item();
  const [family = '', size = ''] = name.split('-');
  const make = FAMILIES[family];
  if (!make || !/^\d+$/.test(size)) throw new Error(`no item ${name}: there are ${itemNames.join(', ')}`);
  return make(Number(size));
}

/**
 * Writes an item as a file.
 * @param {string} folder
 * @param {string} name
 * @returns {Item}
 */
export function writeItem(folder, name) {
  const made = makeItem(name);
  const file = join(folder, `${name}.wbxml`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, made.bytes());
  const { length, elements, depth } = made;
  const language = name.startsWith('syncml') ? 'SYNCML12' : 'ACTIVESYNC';
  return { name, file, bytes: length, elements, depth, language };
}
