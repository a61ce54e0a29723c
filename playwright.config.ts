import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser/find.js';

// This file is read again in every worker, which inherits what the first reading put into the environment.
process.env['CHROMIUM_PATH'] ||= browserPath();
process.env['E2E_PORT'] ??= String(await freePort());

const port = process.env['E2E_PORT'];
const base = '/wbxml-playground/'; // a sub-path, as on a project's own pages

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // On a shared machine one in some thousands comes too late: it is tried again, and named at the end.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: true,
  timeout: 60_000,
  globalTimeout: 1_800_000, // three times what a slow machine takes
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}${base}`,
    viewport: { width: 1440, height: 900 },
    // It would answer in the place of the network, which tests hold up and look at; e2e/offline/ allows it.
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'],
      chromiumSandbox: process.getuid?.() !== 0, // the sandbox does not start for root
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // The browser itself asks for updates and accounts whatever the flags say: it finds no such host.
        // plain.test is this machine under a name that browsers do not trust, as plain http elsewhere is.
        '--host-resolver-rules=MAP plain.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      ],
    },
  },
  webServer: {
    command: `"${process.execPath}" scripts/serve/cli.js --strict --port ${port} --base ${base}`,
    url: `http://127.0.0.1:${port}${base}`,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});

function browserPath(): string {
  const { path, tried } = findBrowser();
  if (!path) throw new Error(`No browser (npm run browser installs one). Tried: ${tried.join('; ')}`);
  return path;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
