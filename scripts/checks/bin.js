import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * The script behind a package's command: called by itself, so that it runs on every system and without npx.
 * @param {string} name of the package
 * @param {string} [command] where it is not the package's name
 */
export function bin(name, command = name.replace(/^@.*\//, '')) {
  const path = require.resolve(`${name}/package.json`);
  const { bin: scripts } = /** @type {{ bin: string | Record<string, string> }} */ (require(path));
  const script = typeof scripts === 'string' ? scripts : scripts[command];
  if (!script) throw new Error(`${name} has no command ${command}`);
  return join(dirname(path), script);
}
