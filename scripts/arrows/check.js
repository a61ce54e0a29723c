import { posix } from 'node:path';
import { arrows, floorOf, pureParts } from './floors.js';
import { importsOf, moreThanLists } from './imports.js';

const { beside, catalogue, packages, tests } = arrows;

/**
 * Holds one file to the arrows.
 * @param {string} path below the project, as `src/wbxml/header.ts`
 * @param {string} text
 * @param {(path: string) => boolean} [exists] whether a component is there: the native compiler takes any
 * @returns {string[]} a line per fault: file, line, what is wrong; none where all is well
 */
export function faultsOf(path, text, exists = () => true) {
  const from = partOf(path);
  if (floorOf(from) < 0 && from !== tests.part)
    return [`${path}: ${from} is no part in scripts/arrows/arrows.json`];
  const lists = path === `src/${from}/index.ts` ? moreThanLists(text) : [];
  const wrong = lists.map((line) => `${path}:${line}: an index.ts only lists what others may use`);
  const imports = importsOf(text, path).flatMap(({ to, line }) => {
    const fault =
      to === undefined
        ? 'imports what cannot be told from the text'
        : (faultOf(path, from, to) ?? goneFault(path, to, exists));
    return fault ? [`${path}:${line}: ${fault}`] : [];
  });
  return [...wrong, ...imports];
}

/**
 * @param {string} path the importing file
 * @param {string} from its part
 * @param {string} to what it imports, as written
 * @returns {string | undefined}
 */
function faultOf(path, from, to) {
  const test = isTest(path);
  if (to.startsWith(catalogue.as)) return catalogueFault(from, to);
  if (to === '#editor-words') return from === 'editor' ? undefined : `${from} may not import ${to}`;
  if (!to.startsWith('.')) return packageFault(from, test, to);
  const target = posix.join(posix.dirname(path), to.replace(/\?.*$/, ''));
  if (!target.startsWith('src/')) return besideFault(from, test, target);
  const part = partOf(target);
  if (part === from) return undefined;
  if (part === catalogue.part && !test) return `import ${part} as ${catalogue.as}…, not ${to}`;
  if (!mayImport(from, test, part)) return `${from} may not import ${part} (${to})`;
  if (part.endsWith('.ts') || target === `src/${part}/index.ts`) return undefined;
  if (from === 'main.ts' || part === tests.part || part === 'styles') return undefined; // these have no index.ts
  return `import ${part} through its index.ts, not ${to}`;
}

/**
 * @param {string} path the importing file
 * @param {string} to what it imports, as written
 * @param {(path: string) => boolean} exists
 */
function goneFault(path, to, exists) {
  if (!to.startsWith('.') || !to.endsWith('.svelte')) return undefined;
  return exists(posix.join(posix.dirname(path), to)) ? undefined : `${to} is not there`;
}

/**
 * @param {string} from
 * @param {string} to `#words/bar.ts`
 */
function catalogueFault(from, to) {
  if (from === catalogue.part || mayImport(from, false, catalogue.part)) return undefined;
  return `${from} may not import ${catalogue.part} (${to})`;
}

/**
 * @param {string} from
 * @param {boolean} test
 * @param {string} to
 */
function mayImport(from, test, to) {
  const floor = floorOf(to);
  if (test && to === tests.part) return true;
  if (test && pureParts.includes(to) && (pureParts.includes(from) || from === tests.part)) return true;
  return floorOf(from) >= 0 && floor > floorOf(from); // on no floor is −1: below nothing
}

/**
 * @param {string} from
 * @param {boolean} test
 * @param {string} to `svelte/store`, `node:fs`
 */
function packageFault(from, test, to) {
  if (test && to.startsWith('node:')) return undefined;
  const name = to.split('/', to.startsWith('@') ? 2 : 1).join('/');
  if (test && tests.packages.includes(name)) return undefined;
  const allowed = /** @type {Record<string, string[]>} */ (packages)[name];
  return allowed?.includes(from) ? undefined : `${from} may not use the package ${name}`;
}

/**
 * @param {string} from
 * @param {boolean} test
 * @param {string} target a path outside src/
 */
function besideFault(from, test, target) {
  const inside = (/** @type {string} */ folder) => `${target}/`.startsWith(`${folder}/`);
  if (test && tests.beside.some(inside)) return undefined;
  const [, allowed] = Object.entries(beside).find(([folder]) => inside(folder)) ?? [];
  return allowed?.includes(from) ? undefined : `${from} may not import ${target}, which is outside src/`;
}

/** @param {string} path */
function isTest(path) {
  return /\.(test|bench)\.ts$/.test(path) || partOf(path) === tests.part;
}

/**
 * A folder of src/ or a file in it. The test of a file in src/ belongs to that file.
 * @param {string} path
 */
function partOf(path) {
  return (path.split('/')[1] ?? '').replace(/\.(test|bench)\.ts$/, '.ts');
}
