import { makeItem } from './corpus.js';

const MB = 1_000_000;

/** @typedef {{ name: string, what: string, file: string, bytes: () => Uint8Array }} BrowserItem */

/**
 * A SendMail request with one mail in it, as a client sends it: one OPAQUE, of text.
 * @param {number} size bytes of the mail
 */
export function sendMail(size) {
  const line = `${'The quick brown fox jumps over the lazy dog. '.repeat(2).slice(0, 76)}\r\n`;
  const mail = Buffer.alloc(size, line);
  return Uint8Array.from(
    Buffer.concat([
      Buffer.from([3, 1, 0x6a, 0, 0, 0x15, 0x45, 0x51, 3]),
      Buffer.from('id-1'),
      Buffer.from([0, 1, 0x50, 0xc3, ...length(size)]),
      mail,
      Buffer.from([1, 1]),
    ]),
  );
}

/** @param {number} value as an mb_u_int32 */
function length(value) {
  const groups = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) groups.unshift(0x80 | (rest & 0x7f));
  return groups;
}

/**
 * A capture of Sync requests and replies, as a browser's tools save it.
 * @param {number} exchanges
 */
export function syncCapture(exchanges) {
  const type = { name: 'Content-Type', value: 'application/vnd.ms-sync.wbxml' };
  const body = (/** @type {string} */ hex) => ({
    mimeType: type.value,
    encoding: 'base64',
    text: Buffer.from(hex, 'hex').toString('base64'),
  });
  const key = (/** @type {number} */ n) => Buffer.from(`${n}`).toString('hex');
  const entries = Array.from({ length: exchanges }, (_, i) => ({
    startedDateTime: new Date(Date.UTC(2026, 0, 1) + i * 1000).toISOString(),
    time: 1,
    request: {
      method: 'POST',
      url: 'https://mail.example/Microsoft-Server-ActiveSync?Cmd=Sync&User=a&DeviceId=b&DeviceType=iPhone',
      httpVersion: 'HTTP/1.1',
      headers: [type, { name: 'MS-ASProtocolVersion', value: '14.1' }],
      postData: body(`03016a00455c4f4b03${key(i + 1)}000152033500011301010101`),
    },
    response: {
      status: 200,
      statusText: 'OK',
      httpVersion: 'HTTP/1.1',
      headers: [type],
      content: body(`03016a00455c4f4b03${key(i + 2)}000152033500014e03310001010101`),
    },
  }));
  const har = { log: { version: '1.2', creator: { name: 'bench', version: '1' }, entries } };
  return new TextEncoder().encode(JSON.stringify(har));
}

/** @type {readonly BrowserItem[]} */
export const browserItems = [
  item('sync-100', '96 kB, 100 mails', () => made('sync-100')),
  item('sync-512-html', '5.2 MB, 512 mails', () => made('sync-512-html')),
  item('sendmail-25mb', '25 MB, one mail', () => sendMail(25 * MB)),
  item('mails-25', '25 MB, mails', () => made('mails-25')),
  item('tags-1m', '6.9 MB, a million tags', () => made('tags-1m')),
  { name: 'capture', what: '10,000 exchanges', file: 'capture.har', bytes: () => syncCapture(10_000) },
];

/**
 * @param {string} name
 * @param {string} what
 * @param {() => Uint8Array} bytes
 * @returns {BrowserItem}
 */
function item(name, what, bytes) {
  return { name, what, file: `${name}.wbxml`, bytes };
}

/** @param {string} name */
const made = (name) => makeItem(name).bytes();
