/**
 * @typedef {{ name: string, path: string, bytes: number }} BuiltFile name: without folder `assets/` and hash;
 *   bytes: after gzip
 * @typedef {{ initial: number, files: Record<string, number> }} Limits kB of 1000 bytes, after gzip
 * @typedef {Record<string, { file: string, isEntry?: boolean, imports?: string[] }>} Manifest as Vite writes it
 * @typedef {{ name: string, kB: number, limit: number | undefined, fits: boolean }} Row
 */

/**
 * The name a limit goes by: `assets/editor-B9FNfMUq.js` is `editor.js`.
 * @param {string} path below `dist/`
 */
export function nameOf(path) {
  return path.replace(/^assets\//, '').replace(/-[\w-]{8}(?=\.\w+$)/, '');
}

/**
 * The files of script that the page loads before anything is asked for: what index.html names, and whatever
 * that imports statically.
 * @param {Manifest} manifest
 * @returns {Set<string>} paths below `dist/`
 */
export function initialFiles(manifest) {
  const files = new Set(/** @type {string[]} */ ([]));
  const open = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) continue;
    files.add(chunk.file);
    open.push(...(chunk.imports ?? []));
  }
  return files;
}

/**
 * Holds built files to their limits.
 * @param {BuiltFile[]} files
 * @param {Set<string>} initial their paths, as `initialFiles` gives them
 * @param {Limits} limits
 * @returns {Row[]} the sum of the initial script first, then a row per file, largest first
 */
export function judgeSizes(files, initial, limits) {
  const sum = files.filter((file) => initial.has(file.path)).reduce((bytes, file) => bytes + file.bytes, 0);
  const rows = files.map((file) => row(file.name, file.bytes, limitFor(file.name, limits)));
  return [row('all initial script', sum, limits.initial), ...rows.sort((a, b) => b.kB - a.kB)];
}

/**
 * @param {string} name
 * @param {number} bytes
 * @param {number | undefined} limit
 * @returns {Row}
 */
function row(name, bytes, limit) {
  const kB = bytes / 1000;
  return { name, kB, limit, fits: limit !== undefined && kB <= limit };
}

/**
 * @param {string} name
 * @param {Limits} limits
 */
function limitFor(name, { files }) {
  const pattern = Object.keys(files).find((key) => key.endsWith('*') && name.startsWith(key.slice(0, -1)));
  return files[name] ?? (pattern === undefined ? undefined : files[pattern]);
}

/**
 * @param {Row[]} rows
 * @returns {string} a table for the eye
 */
export function sizeTable(rows) {
  const width = Math.max(...rows.map((line) => line.name.length));
  const lines = rows.map(({ name, kB, limit, fits }) => {
    const cap = limit === undefined ? 'no limit: add one to scripts/sizes/limits.json' : `of ${limit} kB`;
    return `${fits ? ' ' : '✖'} ${name.padEnd(width)} ${kB.toFixed(1).padStart(8)} kB ${cap}`;
  });
  return ['  sizes after gzip', ...lines].join('\n');
}
