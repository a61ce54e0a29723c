/**
 * @typedef {{ type: string, fileName: string, facadeModuleId?: string | null, imports?: string[] }} BuiltFile
 */

/**
 * Lets the browser fetch a lazy chunk, and whatever that imports, together with the page: it is there soon after
 * the first paint, which does not wait for it.
 * @param {string} module path of the module the chunk is made from, from the root of the project
 * @returns {import('vite').Plugin}
 */
export function preloadPlugin(module) {
  return {
    name: 'preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => withPreloads(html, chunkFiles(Object.values(bundle ?? {}), module)),
    },
  };
}

/**
 * The files of the chunk that is made from a module: its own and, before it, those it imports.
 * @param {readonly BuiltFile[]} bundle
 * @param {string} module
 * @returns {string[]} paths below `dist/`; empty where there is no such chunk
 */
export function chunkFiles(bundle, module) {
  const files = new Set(/** @type {string[]} */ ([]));
  const add = (/** @type {BuiltFile | undefined} */ file) => {
    if (!file || files.has(file.fileName)) return;
    files.add(file.fileName);
    for (const name of file.imports ?? []) add(bundle.find(({ fileName }) => fileName === name));
  };
  add(bundle.find(({ facadeModuleId }) => facadeModuleId?.replaceAll('\\', '/').endsWith(`/${module}`)));
  return [...files].reverse();
}

/**
 * @param {string} html the page
 * @param {readonly string[]} files paths below `dist/`
 * @returns {string} the page, with a link to each file it does not load already
 */
export function withPreloads(html, files) {
  const links = files
    .filter((file) => !html.includes(`"./${file}"`))
    .map((file) => `    <link rel="modulepreload" crossorigin href="./${file}">\n`);
  return html.replace(/(?= *<\/head>)/, links.join('').replaceAll('$', '$$$$'));
}
