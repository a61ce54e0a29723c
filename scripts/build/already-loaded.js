/** @typedef {{ fileName: string, isEntry?: boolean, imports?: readonly string[] }} BuiltChunk */

/**
 * Leaves out of every lazy part's list of files to preload those that the page has loaded with its first script: the
 * lists stand in that script, and each name of a file is a dozen bytes that do not compress.
 * @returns {import('vite').Plugin}
 */
export function alreadyLoadedPlugin() {
  /** @type {ReadonlySet<string>} */
  let loaded = new Set();
  return {
    name: 'already-loaded',
    apply: 'build',
    config: () => ({
      build: {
        modulePreload: { resolveDependencies: (_file, names, host) => toPreload(names, host, loaded) },
      },
    }),
    generateBundle: {
      order: 'pre', // before the lists are written
      handler: (_options, bundle) => {
        loaded = loadedFirst(Object.values(bundle));
      },
    },
  };
}

/**
 * The files of the entries, and whatever they import statically.
 * @param {readonly BuiltChunk[]} chunks
 * @returns {Set<string>} paths below `dist/`
 */
export function loadedFirst(chunks) {
  const files = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const file of files) {
    for (const name of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) files.add(name);
  }
  return files;
}

/** Scripts of a lazy part that are listed. Parts of more are panes that a person opens, and ask for their own. */
const MOST_SCRIPTS = 6;

/**
 * The files worth preloading. The page names all of its own, so that they come at once.
 * @param {string[]} names
 * @param {{ hostType: 'html' | 'js' }} host what they are listed in
 * @param {ReadonlySet<string>} loaded files that are there from the first
 */
export function toPreload(names, { hostType }, loaded) {
  if (hostType === 'html') return names;
  const missing = names.filter((name) => !loaded.has(name));
  const styles = missing.filter((name) => name.endsWith('.css'));
  return missing.length - styles.length > MOST_SCRIPTS ? styles : missing;
}
