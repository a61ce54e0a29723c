import type { Message } from '../../conversation/index.ts';
import { fromHex } from '../../bytes/index.ts';
import { withBytes, withHttp, withoutHeader } from '../message/http.ts';
import { utf8 } from '../message/text.ts';
import type { Alteration } from '../server/draft.ts';
import type { Request } from '../server/request.ts';
import { firstKey, onDraft } from './edit.ts';
import type { Fault } from './types.ts';

const ADD = 'add-account';
/** What gzip makes of nothing: 20 bytes. @see RFC 1952 */
const GZIP_OF_NOTHING = fromHex('1f8b08000000000000030300000000000000 0000') ?? new Uint8Array(0);

const onMessage = (command: string, change: (message: Message, request: Request) => Message): Alteration => ({
  message: (message, request) => (request.command === command ? change(message, request) : message),
});

const bytesOf = (message: Message): Uint8Array => message.bytes ?? new Uint8Array(0);

const failing = (command: string, status = 500): Alteration =>
  onDraft(command, () => ({ status, headers: {} }));

/** Faults of the bytes as a whole, and of the HTTP around them. */
export const wireFaults: readonly Fault[] = [
  {
    id: 'cut-off',
    title: 'The reply is cut off',
    about: 'The last byte of a Sync reply with a body is missing: one END too few.',
    rule: 'missing-end',
    script: ADD,
    effect: 'loop',
    alteration: onMessage('Sync', (message) =>
      bytesOf(message).length > 0 ? withBytes(message, bytesOf(message).slice(0, -1)) : message,
    ),
  },
  {
    id: 'end-too-many',
    title: 'One END too many',
    about: 'A Sync reply goes on behind its root.',
    rule: 'after-root',
    script: ADD,
    effect: 'loop',
    alteration: onMessage('Sync', (message) =>
      bytesOf(message).length > 0
        ? withBytes(message, Uint8Array.from([...bytesOf(message), 0x01]))
        : message,
    ),
  },
  {
    id: 'wrong-content-type',
    title: 'Content-Type text/html',
    about: 'WBXML goes out under the type of a web page.',
    rule: 'wrong-content-type',
    script: ADD,
    effect: 'loop',
    alteration: onMessage('Sync', (message) =>
      bytesOf(message).length > 0
        ? withHttp(message, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
        : message,
    ),
  },
  {
    id: 'gzip-of-nothing',
    title: 'gzip of nothing',
    about: 'A proxy packs an empty reply: 20 bytes of gzip where the items should be.',
    rule: 'dressed-up-nothing',
    script: ADD,
    effect: 'loop',
    alteration: onMessage('Sync', (message, request) =>
      firstKey(request) === '0'
        ? message
        : withHttp(withBytes(message, GZIP_OF_NOTHING), {
            headers: { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' },
          }),
    ),
  },
  {
    id: 'html-page',
    title: 'A web page for an answer',
    about: 'A proxy answers Sync with its own page and status 200.',
    rule: 'not-wbxml',
    script: ADD,
    effect: 'loop',
    alteration: onMessage('Sync', (message) =>
      withHttp(withBytes(message, utf8('<html><body>Please sign in.</body></html>')), {
        headers: { 'Content-Type': 'text/html' },
      }),
    ),
  },
  {
    id: 'empty-to-zero',
    title: 'Nothing for an answer to key 0',
    about: 'Key 0 is answered with HTTP 200 and no body.',
    rule: 'empty-reply-to-key-0',
    script: ADD,
    effect: 'loop',
    alteration: onDraft('Sync', (draft, request) => (firstKey(request) === '0' ? { status: 200 } : draft)),
  },
  {
    id: 'http-500-to-items',
    title: 'HTTP 500 to Sync',
    about: 'Whatever is wrong with an item becomes HTTP 500.',
    rule: 'server-errors-in-a-row',
    script: ADD,
    effect: 'loop',
    alteration: onDraft('Sync', (draft, request) => (firstKey(request) === '0' ? draft : { status: 500 })),
  },
  {
    id: 'http-500-to-ping',
    title: 'HTTP 500 to Ping',
    about: 'A Ping for a folder that was never synchronised, or any other, becomes HTTP 500.',
    rule: 'server-error',
    script: ADD,
    effect: 'loop',
    habits: { pingFails: true },
  },
  {
    id: 'http-500-to-provision',
    title: 'HTTP 500 to Provision',
    about: 'Provision is not there.',
    rule: 'provision-refused',
    script: ADD,
    effect: 'loop',
    alteration: failing('Provision'),
  },
  {
    id: 'http-500-to-mail',
    title: 'HTTP 500 to SendMail',
    about: 'The server takes the body for MIME and fails: the mail stays in the Outbox.',
    rule: 'server-error',
    script: 'reply',
    effect: 'loop',
    alteration: {
      draft: (draft, { command }) =>
        command === 'SmartReply' || command === 'SendMail' ? { status: 500 } : draft,
    },
  },
  {
    id: 'http-500-to-meeting-response',
    title: 'HTTP 500 to MeetingResponse',
    about: 'An invitation that cannot be found is an exception, not a Status.',
    rule: 'server-error',
    script: 'invitation',
    effect: 'loop',
    alteration: failing('MeetingResponse'),
  },
  {
    id: 'no-versions',
    title: 'OPTIONS without versions',
    about: 'MS-ASProtocolVersions is missing.',
    rule: 'no-offer',
    script: ADD,
    effect: 'loop',
    alteration: {
      message: (message, { method }) =>
        method === 'OPTIONS' ? withoutHeader(message, 'MS-ASProtocolVersions') : message,
    },
  },
  {
    id: 'unauthorized',
    title: 'HTTP 401 to OPTIONS',
    about: 'Name or password is refused, whatever it is.',
    rule: 'refused-again',
    script: ADD,
    effect: 'loop',
    alteration: {
      draft: (draft, { method }) =>
        method === 'OPTIONS' ? { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="mail"' } } : draft,
    },
  },
];
