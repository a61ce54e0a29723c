import { loadCore } from './subject.js';

const WARM_UP = 20;

/**
 * The core on many recorded messages at once: the file is a JSON list of them. Decode is bytes to XML text of all;
 * examine asks the doctor about each, beside what HTTP says and the other half of its exchange.
 * @param {string} url of core.js
 * @returns {Promise<import('./subject.js').Subject>}
 */
export async function makeSubject(url) {
  const core = await loadCore(url);
  return {
    name: 'core',
    prepare(bytes) {
      /** @type {import('../recordings.js').Recording[]} */
      const recordings = JSON.parse(new TextDecoder().decode(bytes));
      const messages = recordings.map(({ side, message, partner }) => ({
        message: messageOf(message),
        place: { side, partner: messageOf(partner) },
      }));
      return {
        decode: warmed(() => {
          for (const { message } of messages) core.bytesToXml(message.bytes ?? new Uint8Array(0));
        }),
        examine: warmed(() => {
          for (const { message, place } of messages) core.examineMessage(message, place);
        }),
      };
    },
  };
}

/**
 * @param {import('../recordings.js').Half} half
 * @returns {import('../../../src/core.ts').Message}
 */
function messageOf({ bytes, http }) {
  return bytes === undefined ? { http } : { http, bytes: new Uint8Array(Buffer.from(bytes, 'base64')) };
}

/**
 * Many small messages go many ways through the code: it is fast only after some rounds.
 * @param {() => void} run
 */
function warmed(run) {
  return {
    run,
    ready() {
      for (let i = 0; i < WARM_UP; i++) run();
    },
  };
}
