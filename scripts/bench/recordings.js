import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A recorded message with the other half of its exchange; bytes in base64.
 * @typedef {{ bytes?: string, http: import('../../src/core.ts').Http }} Half
 * @typedef {{ side: 'request' | 'response', message: Half, partner: Half }} Recording
 */

const WBXML_1_3 = 0x03;

/**
 * The messages of recorded exchanges that are WBXML.
 * @param {string} folder with a folder for each recording, in it `exchange.json` and the bodies
 * @returns {Recording[]} none where there is no such folder
 */
export function readRecordings(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => readRun(join(folder, name)));
}

/** @param {string} folder */
function readRun(folder) {
  const list = join(folder, 'exchange.json');
  if (!existsSync(list)) return [];
  /** @type {{ exchanges: Row[] }} */
  const { exchanges } = JSON.parse(readFileSync(list, 'utf8'));
  return exchanges.flatMap((row) => messagesOf(row, folder));
}

/**
 * @typedef {{ method: string, path: string, query: string, requestHeaders: [string, string][], requestFile?: string | null,
 *   status: number, responseHeaders: [string, string][], responseFile?: string | null }} Row
 */

/**
 * @param {Row} row
 * @param {string} folder
 * @returns {Recording[]}
 */
function messagesOf(row, folder) {
  const { method, path, query, status } = row;
  const request = halfOf(folder, row.requestFile, {
    method,
    url: `${path}?${query}`,
    headers: Object.fromEntries(row.requestHeaders),
  });
  const response = halfOf(folder, row.responseFile, {
    status,
    headers: Object.fromEntries(row.responseHeaders),
  });
  /** @type {Recording[]} */
  const both = [
    { side: 'request', message: request, partner: response },
    { side: 'response', message: response, partner: request },
  ];
  return both.filter(({ message }) => Buffer.from(message.bytes ?? '', 'base64')[0] === WBXML_1_3);
}

/**
 * @param {string} folder
 * @param {string | null | undefined} file
 * @param {Half['http']} http
 * @returns {Half}
 */
function halfOf(folder, file, http) {
  const path = file ? join(folder, file) : undefined; // no body: no name, or null
  if (path === undefined || !existsSync(path)) return { http };
  return { http, bytes: readFileSync(path).toString('base64') };
}

/** Length of a recorded message in bytes. @param {Recording} recording */
export const lengthOf = ({ message }) => Buffer.byteLength(message.bytes ?? '', 'base64');
