import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wbxml': 'application/vnd.ms-sync.wbxml',
};

/** What the build names by a hash of its content: another content has another name. */
const NAMED_BY_CONTENT = /\/assets\/[^/]+-[\w-]{8}\.\w+$/;

/**
 * @typedef {object} Options
 * @property {string} root the folder whose files are served
 * @property {string} [base] the path they are served under, with a slash at both ends; `/` unless told
 * @property {number} [port] 4173 unless told; 0 takes any free one
 * @property {string} [host] 127.0.0.1 unless told
 * @property {boolean} [gzip] packs what it sends, as most web spaces do; costs time, so not unless told
 * @property {number} [tries] how many ports to try, counting up from `port`; 20 unless told
 */

/**
 * Serves the files of a folder and nothing else: no list of a folder, no rewriting, 404 for the rest. As much
 * as any web space does, so that what works here works there; a browser may keep what is named by its content.
 * @param {Options} options
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} rejects where no port is free
 */
export async function serve({ root, base = '/', port = 4173, host = '127.0.0.1', gzip = false, tries = 20 }) {
  const folder = await realpath(root);
  const server = createServer((request, response) => void answer(request, response, { folder, base, gzip }));
  const taken = await listen(server, host, port, port === 0 ? 1 : tries);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {import('node:http').Server} server
 * @param {string} host
 * @param {number} port
 * @param {number} tries
 * @returns {Promise<number>} the port it listens on
 */
function listen(server, host, port, tries) {
  return new Promise((done, fail) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' && tries > 1) done(listen(server, host, port + 1, tries - 1));
      else fail(error);
    });
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ folder: string, base: string, gzip: boolean }} site
 */
async function answer(request, response, { folder, base, gzip }) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, 405, 'Only GET and HEAD.', { Allow: 'GET, HEAD' });
  }
  const path = pathOf(request.url ?? '/');
  if (path === undefined) return refuse(response, 400, 'No such address.');
  if (path === base.slice(0, -1)) return refuse(response, 301, 'Moved.', { Location: base });
  const file = path.startsWith(base) ? await fileFor(folder, path.slice(base.length)) : undefined;
  if (!file) return refuse(response, 404, 'Not found.');
  const packed = gzip && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  response.writeHead(200, {
    'Content-Type': TYPES[extname(file.path)] ?? 'application/octet-stream',
    ...(packed ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } : { 'Content-Length': file.size }),
    'Cache-Control': NAMED_BY_CONTENT.test(file.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    'Access-Control-Allow-Origin': '*', // a sandboxed frame has no origin; what is served here is anybody's
  });
  if (request.method === 'HEAD') return response.end();
  const content = createReadStream(file.path);
  const away = () => {}; // a reader who goes away is no fault
  if (packed) pipeline(content, createGzip(), response, away);
  else pipeline(content, response, away);
}

/**
 * The decoded path of a request.
 * @param {string} url as it came: path and query
 * @returns {string | undefined} nothing where it does not decode, or holds what no file name does
 */
function pathOf(url) {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '');
    return /[\0\\]/.test(path) || !path.startsWith('/') ? undefined : path;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} folder its real path
 * @param {string} path below it, slashes between names
 * @returns {Promise<{ path: string, size: number } | undefined>} nothing where it is no file, or lies outside
 */
async function fileFor(folder, path) {
  try {
    const asked = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const real = await realpath(join(folder, asked)); // links and `..` are gone now
    if (!real.startsWith(folder + sep)) return undefined;
    const { size, isFile } = await stat(real).then((s) => ({ size: s.size, isFile: s.isFile() }));
    return isFile ? { path: real, size } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} text
 * @param {Record<string, string>} [headers]
 */
function refuse(response, status, text, headers = {}) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }).end(`${text}\n`);
}
