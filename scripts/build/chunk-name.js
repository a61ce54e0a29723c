const SAMPLES = /(?<!\/src)\/samples\/(.+)\.\w+$/;
const FOLDER = /\/([^/]+)\/index\.\w+$/;

/**
 * The path of a chunk in `dist/`. A chunk made from a folder's index.ts is named by the folder, one from
 * `samples/` stands in a folder of its own: names are what the size limits go by.
 * @param {{ name: string, facadeModuleId?: string | null, moduleIds?: readonly string[] }} chunk
 */
export function chunkName(chunk) {
  const from = (chunk.facadeModuleId ?? '').replaceAll('\\', '/');
  const sample = SAMPLES.exec(from)?.[1];
  if (sample) return `assets/samples/${sample.replaceAll('/', '-')}-[hash].js`;
  return `assets/${FOLDER.exec(from)?.[1] ?? '[name]'}-[hash].js`;
}
