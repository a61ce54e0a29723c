import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clickActions, installed, keyActions, start } from './browser.js';

/**
 * What Firefox answers, as far as it is read here.
 * @typedef {{ capabilities: { browserName: string, browserVersion: string } }} Session
 * @typedef {{ contexts: { context: string }[] }} Tree
 * @typedef {{ result?: { value?: string }, exceptionDetails?: { text: string } }} Called
 * @typedef {{ id: number, type: string, result: unknown, message: string }} Answer
 */

const NAMES = [
  'firefox',
  'firefox-esr',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];
const LISTENING = /WebDriver BiDi listening on (ws:\S+)/;

/**
 * Starts Firefox under WebDriver BiDi, which it speaks itself.
 * @returns {Promise<import('./browser.js').Driver | string>} or why there is none
 */
export async function firefox() {
  const path = process.env['FIREFOX_PATH'] ?? installed(NAMES);
  if (!path) return 'Firefox is not installed (FIREFOX_PATH names one)';
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const { child, stop } = start(path, [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    '--remote-debugging-port',
    '0',
  ]);
  const address = await new Promise((done, fail) => {
    let text = '';
    child.once('exit', () => fail(new Error(`Firefox did not start: ${text.slice(-500)}`)));
    child.stderr.on('data', (part) => {
      text += String(part);
      const found = LISTENING.exec(text)?.[1];
      if (found) done(found);
    });
  });
  const { send, close } = await connect(`${String(address)}/session`);
  const { capabilities } = /** @type {Session} */ (await send('session.new', { capabilities: {} }));
  const { contexts } = /** @type {Tree} */ (await send('browsingContext.getTree', {}));
  const context = contexts[0]?.context;
  const act = async (/** @type {object[]} */ actions) =>
    void (await send('input.performActions', { context, actions }));
  return {
    name: `${capabilities.browserName} ${capabilities.browserVersion}`,
    open: async (url) => {
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    run: async (code) => {
      const functionDeclaration = `async () => JSON.stringify(await (async () => { ${code} })())`;
      const target = { context };
      const asked = { functionDeclaration, awaitPromise: true, target };
      const { exceptionDetails, result } = /** @type {Called} */ (await send('script.callFunction', asked));
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result?.value === undefined ? undefined : /** @type {unknown} */ (JSON.parse(result.value));
    },
    press: (keys) => act(keyActions(keys)),
    click: (x, y) => act(clickActions(x, y)),
    close: async () => {
      await send('browser.close', {}).catch(() => undefined);
      close();
      await new Promise((done) => (child.exitCode === null ? child.once('exit', done) : done(undefined)));
      stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * @param {string} address of a web socket
 * @returns {Promise<{ send: (method: string, params: object) => Promise<unknown>, close: () => void }>}
 */
async function connect(address) {
  const socket = new WebSocket(address);
  /** @type {Map<number, (answer: Answer) => void>} */
  const waiting = new Map();
  await new Promise((done, fail) => {
    socket.addEventListener('open', done);
    socket.addEventListener('error', () => fail(new Error(`no way to ${address}`)));
  });
  socket.addEventListener('message', ({ data }) => {
    const answer = /** @type {Answer} */ (JSON.parse(String(data)));
    waiting.get(answer.id)?.(answer);
  });
  let count = 0;
  const send = (/** @type {string} */ method, /** @type {object} */ params) =>
    new Promise((done, fail) => {
      const id = ++count;
      waiting.set(id, ({ type, result, message }) => {
        waiting.delete(id);
        if (type === 'success') done(result);
        else fail(new Error(`${method}: ${message}`));
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  return { send, close: () => socket.close() };
}
