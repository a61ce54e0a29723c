/** Files of the tables of codes and names. */
const TABLES = /[\\/]src[\\/]doctypes[\\/].+\.ts$/;
/** Entries one behind the other: a code and a name without blanks. */
const ENTRIES = /\[(?:0x)?[\da-f]+,\s*(["'`])[\w.:-]+\1\](?:,\s*\[(?:0x)?[\da-f]+,\s*(["'`])[\w.:-]+\2\])+/gi;
const ENTRY = /\[((?:0x)?[\da-f]+),\s*["'`]([\w.:-]+)["'`]\]/gi;
/** Fewer codes in a row are shorter as they are. */
const FEWEST = 5;

/**
 * Builds tables such as `[0x05, 'Sync'], [0x06, 'Responses'], …` as the names alone where the codes follow each other:
 * the page loads them before its first picture, and the codes were a sixth of it.
 * @returns {import('vite').Plugin}
 */
export function codeRunsPlugin() {
  return {
    name: 'code-runs',
    apply: 'build',
    enforce: 'post', // what is read here is JavaScript
    transform(code, id) {
      return TABLES.test(id.split('?')[0] ?? '') ? { code: withRuns(code), map: null } : undefined;
    },
  };
}

/** @param {string} code of a table */
export function withRuns(code) {
  return code.replace(ENTRIES, (entries) => {
    /** @type {{ first: number, names: string[] }[]} */
    const runs = [];
    for (const [, number, name] of entries.matchAll(ENTRY)) {
      const last = runs.at(-1);
      if (last && last.first + last.names.length === Number(number)) last.names.push(String(name));
      else runs.push({ first: Number(number), names: [String(name)] });
    }
    return runs.map(({ first, names }) => written(first, names)).join(', ');
  });
}

/**
 * @param {number} first
 * @param {string[]} names
 */
function written(first, names) {
  if (names.length >= FEWEST)
    return `...'${names.join(' ')}'.split(' ').map((name, i) => [${first} + i, name])`;
  return names.map((name, i) => `[${first + i}, '${name}']`).join(', ');
}
