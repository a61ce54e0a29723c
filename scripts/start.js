// Builds the page and serves it: npm start [-- --port 4173 --base /sub-path/ --host 127.0.0.1]
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

await build({ root: fileURLToPath(new URL('../', import.meta.url)), logLevel: 'warn' });
await import('./serve/cli.js');
