// Serves dist/ as it stands: node scripts/serve/cli.js [--port 4173] [--base /sub-path/] [--host 127.0.0.1] [--gzip]
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serve } from './server.js';

const { values } = parseArgs({
  options: {
    root: { type: 'string', default: fileURLToPath(new URL('../../dist/', import.meta.url)) },
    base: { type: 'string', default: '/' },
    port: { type: 'string', default: '4173' },
    host: { type: 'string', default: '127.0.0.1' },
    gzip: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false }, // this port or none
  },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535)
  stop(`--port ${values.port}: a number from 0 to 65535`);
if (!existsSync(join(values.root, 'index.html'))) stop(`${values.root} holds no page yet: npm run build`);

const base = `/${values.base}/`.replace(/\/+/g, '/');
const site = await serve({
  root: values.root,
  base,
  port,
  host: values.host,
  gzip: values.gzip,
  ...(values.strict ? { tries: 1 } : {}),
}).catch((/** @type {Error} */ error) => stop(error.message));
console.log(`\nWBXML Playground: ${site.url}\n(stop with Ctrl+C)`);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => void site.close().then(() => process.exit(0)));
}

/**
 * @param {string} why
 * @returns {never}
 */
function stop(why) {
  console.error(why);
  process.exit(1);
}
