import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * @typedef {object} SampleIndex
 * @property {string} first id of the sample that a person meets first
 * @property {{ title: string, samples: string[] }[]} sections of the gallery, with ids
 *
 * @typedef {Record<string, unknown> & { file?: string, bytes?: string }} SampleMessage
 *   a message of the JSON form, with `file`, a name in the sample's folder, in place of `bytes`
 * @typedef {Record<string, unknown> & { request?: SampleMessage, response?: SampleMessage }} SampleExchange
 * @typedef {Record<string, unknown> & { title: string, note: string, exchanges: SampleExchange[] }} SampleConversation
 */

const CONVERSATION = 'conversation.json';

/** @param {string} path */
const readJson = (path) => /** @type {unknown} */ (JSON.parse(readFileSync(path, 'utf8')));

/**
 * The order of the samples.
 * @param {string} root the folder of all samples
 */
export const readIndex = (root) => /** @type {SampleIndex} */ (readJson(join(root, 'index.json')));

/**
 * A sample as it stands in its folder.
 * @param {string} folder
 */
export const readSample = (folder) =>
  /** @type {SampleConversation} */ (readJson(join(folder, CONVERSATION)));

/**
 * The names of the files a sample refers to, in the order of its messages.
 * @param {SampleConversation} sample
 */
export function filesOf({ exchanges }) {
  return exchanges
    .flatMap(({ request, response }) => [request?.file, response?.file])
    .filter((file) => file !== undefined);
}

/**
 * A sample in the JSON form of a conversation: every file in place, as base64.
 * @param {string} folder
 * @returns {SampleConversation}
 */
export function packSample(folder) {
  /** @param {SampleMessage} message */
  const pack = ({ file, ...message }) => {
    if (file === undefined) return message;
    if (file !== basename(file)) throw new Error(`${folder}: ${file} is outside the folder`);
    return { ...message, bytes: readFileSync(join(folder, file)).toString('base64') };
  };
  const sample = readSample(folder);
  return {
    ...sample,
    exchanges: sample.exchanges.map((exchange) => ({
      ...exchange,
      ...(exchange.request && { request: pack(exchange.request) }),
      ...(exchange.response && { response: pack(exchange.response) }),
    })),
  };
}

/**
 * The ids of the samples there are folders of, in order.
 * @param {string} root the folder of all samples
 */
export function sampleFolders(root) {
  return readdirSync(root)
    .filter((name) => existsSync(join(root, name, CONVERSATION)))
    .sort();
}
