import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from './server.js';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
const root = join(folder, 'site');
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;

beforeAll(async () => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<p>hello</p>');
  writeFileSync(join(root, 'assets/a.js'), 'export {};');
  writeFileSync(join(root, 'assets/a-Cf8dz_G-.js'), 'export {};');
  writeFileSync(join(root, 'assets/é.css'), 'p {}');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'));
  site = await serve({ root, base: '/sub/', port: 0 });
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/**
 * Sends a path as it stands: `fetch` would tidy `..` away.
 * @param {string} path
 * @param {string} [method]
 * @returns {Promise<{ status: number | undefined, headers: import('node:http').IncomingHttpHeaders, body: string }>}
 */
function ask(path, method = 'GET') {
  const { hostname, port } = new URL(site.url);
  return new Promise((done, fail) => {
    const sent = request({ hostname, port, path, method }, (response) => {
      let body = '';
      response.on('data', (part) => (body += part));
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body }));
    });
    sent.on('error', fail).end();
  });
}

test.each([
  { path: '/sub/', type: 'text/html; charset=utf-8', body: '<p>hello</p>' },
  { path: '/sub/?x=1', type: 'text/html; charset=utf-8', body: '<p>hello</p>' },
  { path: '/sub/assets/a.js', type: 'text/javascript; charset=utf-8', body: 'export {};' },
  { path: '/sub/assets/%C3%A9.css', type: 'text/css; charset=utf-8', body: 'p {}' },
])('$path is served as $type', async ({ path, type, body }) => {
  expect(await ask(path)).toMatchObject({ status: 200, body, headers: { 'content-type': type } });
});

test.each([
  ['/sub/', 'no-cache'],
  ['/sub/assets/a.js', 'no-cache'],
  ['/sub/assets/a-Cf8dz_G-.js', 'public, max-age=31536000, immutable'],
])('%s may be kept: %s', async (path, rule) => {
  expect((await ask(path)).headers['cache-control']).toBe(rule);
});

test.each([
  ['outside the sub-path', '/index.html', 404],
  ['not there', '/sub/none.js', 404],
  ['a folder', '/sub/assets', 404],
  ['a folder without an index', '/sub/assets/', 404],
  ['above the folder', '/sub/../secret.txt', 404],
  ['above the folder, encoded', '/sub/%2e%2e/secret.txt', 404],
  ['above the folder, slash encoded', '/sub/..%2fsecret.txt', 404],
  ['above the folder, backslash', '/sub/..%5csecret.txt', 400],
  ['a link that leads outside', '/sub/link.txt', 404],
  ['a name with a zero', '/sub/a%00.js', 400],
  ['broken encoding', '/sub/%zz', 400],
])('%s: %s → %i', async (_, path, status) => {
  const answer = await ask(path);
  expect(answer.status).toBe(status);
  expect(answer.body).not.toContain('secret');
});

test('the sub-path without its slash leads to the page', async () => {
  expect(await ask('/sub')).toMatchObject({ status: 301, headers: { location: '/sub/' } });
});

test('HEAD has no body, other methods are refused', async () => {
  expect(await ask('/sub/', 'HEAD')).toMatchObject({ status: 200, body: '' });
  expect((await ask('/sub/', 'POST')).status).toBe(405);
});

test('packs what it sends where that is asked for and taken', async () => {
  const packing = await serve({ root, port: 0, gzip: true });
  const taken = await fetch(`${packing.url}assets/a.js`, { headers: { 'Accept-Encoding': 'gzip' } });
  expect(taken.headers.get('content-encoding')).toBe('gzip');
  expect(await taken.text()).toBe('export {};');
  const refused = await fetch(`${packing.url}assets/a.js`, { headers: { 'Accept-Encoding': 'identity' } });
  expect(refused.headers.get('content-encoding')).toBe(null);
  await packing.close();
});

test('takes the next port where the first is taken', async () => {
  const port = Number(new URL(site.url).port);
  const second = await serve({ root, port });
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
  await second.close();
  await expect(serve({ root, port, tries: 1 })).rejects.toThrow('EADDRINUSE');
});
