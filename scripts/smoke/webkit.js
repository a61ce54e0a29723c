import { createServer } from 'node:net';
import { readdirSync } from 'node:fs';
import { clickActions, installed, keyActions, start } from './browser.js';

/**
 * What the driver answers, as far as it is read here.
 * @typedef {{ sessionId: string, capabilities: { browserVersion: string } }} Session
 * @typedef {{ value?: unknown, error?: string }} Ran
 */

/**
 * Starts WebKitGTK's small browser under its WebDriver, on a screen of its own.
 * @returns {Promise<import('./browser.js').Driver | string>} or why there is none
 */
export async function webkit() {
  const driver = installed(['WebKitWebDriver']);
  const screen = installed(['xvfb-run']);
  const binary = installed(miniBrowsers());
  if (!driver || !binary) return 'WebKitGTK is not installed (Debian: webkit2gtk-driver)';
  if (!screen) return 'xvfb-run is not installed (Debian: xvfb)';
  const port = await freePort();
  const env = process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {};
  const { stop } = start(screen, ['-a', driver, `--port=${port}`], env);
  const options = { binary, args: ['--automation'] };
  const send = sender(`http://127.0.0.1:${port}/session`);
  try {
    const alwaysMatch = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options };
    const { sessionId, capabilities } = /** @type {Session} */ (
      await patiently(() => send('POST', '', { capabilities: { alwaysMatch } }))
    );
    const at = `/${sessionId}`;
    await send('POST', `${at}/timeouts`, { script: 60_000 });
    const act = async (/** @type {object[]} */ actions) =>
      void (await send('POST', `${at}/actions`, { actions }));
    return {
      name: `WebKitGTK ${capabilities.browserVersion}`,
      open: async (url) => void (await send('POST', `${at}/url`, { url })),
      run: async (code) => {
        const script = `const done = arguments[arguments.length - 1];
          (async () => { ${code} })().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
        const asked = { script, args: [] };
        const { value, error } = /** @type {Ran} */ (await send('POST', `${at}/execute/async`, asked));
        if (error) throw new Error(error);
        return value;
      },
      press: (keys) => act(keyActions(keys)),
      click: (x, y) => act(clickActions(x, y)),
      close: async () => {
        await send('DELETE', at).catch(() => undefined);
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Where Debian and others put it. */
function miniBrowsers() {
  const folders = ['/usr/lib', '/usr/libexec', ...below('/usr/lib')];
  return folders.flatMap((folder) =>
    ['4.1', '4.0', '6.0'].map((version) => `${folder}/webkit2gtk-${version}/MiniBrowser`),
  );
}

/** @param {string} folder */
function below(folder) {
  try {
    return readdirSync(folder)
      .filter((name) => name.includes('linux'))
      .map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
}

/**
 * @param {string} base
 * @returns {(method: string, path: string, body?: object) => Promise<unknown>} gives the value; rejects with what the
 *   driver says
 */
const sender = (base) => async (method, path, body) => {
  const answer = await fetch(base + path, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = /** @type {{ value: unknown }} */ (await answer.json());
  if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
  return value;
};

/**
 * The driver takes a moment to listen.
 * @template T
 * @param {() => Promise<T>} ask
 * @returns {Promise<T>}
 */
async function patiently(ask, times = 40) {
  try {
    return await ask();
  } catch (error) {
    if (times === 0 || !(error instanceof TypeError)) throw error; // a TypeError: nobody listens yet
    await new Promise((done) => setTimeout(done, 250));
    return patiently(ask, times - 1);
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
