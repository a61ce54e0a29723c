import { toBase64 } from '../bytes/index.ts';
import type { Conversation, Http, Message } from '../conversation/index.ts';
import { decode } from '../doctypes/index.ts';
import { headerOf } from '../eas/index.ts';
import { mayBeginWbxml } from '../wbxml/index.ts';
import { printed, quoted } from './shell.ts';

/** Bytes that are still written out one by one; more become base64. */
const MOST_OCTAL = 512;
const NO_HOST = 'mail.example.com';
const NO_PATH = '/Microsoft-Server-ActiveSync';

/** Headers that speak of another server, an account there, or the way to it; or would make its answer unreadable. */
const OF_ANOTHER = ['host', 'content-length', 'accept-encoding', 'authorization', 'connection', 'expect'];

/**
 * A command for any POSIX shell that sends a request again: its method, address, headers and bytes. Pasted here it is
 * the same request. Where the address has no server, that of the Host header or `mail.example.com` stands there. Where
 * no header names a type, ActiveSync's is sent with ActiveSync and none with anything else: curl would name a form's.
 * @param command the ActiveSync command, for a request whose address is not known
 * @param server one of the person's own, with or without a scheme and a path, empty for one that stands for it: the
 *   request is sent there under their account, and what comes back is printed: headers, then the body as hex, ready to
 *   be pasted
 */
export function curlCommand({ bytes, http = {} }: Message, command?: string, server?: string): string {
  const { method = 'POST', url, headers = {} } = http;
  const isOwn = server !== undefined;
  const path = url ?? guessedPath(command);
  const parts = [
    `curl -sS ${isOwn ? '-D - -o reply.bin ' : ''}-X ${quoted(method)}${isOwn ? ` -u ${quoted('user')}` : ''}`,
    ...Object.entries(headers)
      .filter(([name, value]) => fits(name, value, bytes))
      .filter(([name]) => !isOwn || !OF_ANOTHER.includes(name.toLowerCase()))
      .map(([name, value]) => `-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`), // curl's way to send it empty
    ...(bytes && bytes.length > 0 ? [...typeOf(bytes, http), '--data-binary @-'] : []),
    quoted(isOwn ? addressOn(server, path) : wholeAddress(path, headerOf(http, 'host'))),
  ];
  const curl = `${parts.join(' \\\n  ')}${isOwn ? ' && xxd -p reply.bin' : ''}`;
  return bytes && bytes.length > 0 ? `${feed(bytes)} |\n${curl}\n` : `${curl}\n`;
}

/** Every request of a conversation, one command behind the other. Empty where there is none. */
export function curlCommands({ exchanges }: Conversation): string {
  return exchanges.flatMap(({ request }) => (request ? [curlCommand(request)] : [])).join('\n');
}

/** curl counts the bytes itself; a length of what was packed on its way would be wrong. */
const fits = (name: string, value: string, bytes: Uint8Array | undefined): boolean => {
  const known = name.toLowerCase();
  if (known === 'content-length') return Number(value) === (bytes?.length ?? 0);
  return known !== 'content-encoding' && known !== 'transfer-encoding';
};

function typeOf(bytes: Uint8Array, http: Http): string[] {
  if (headerOf(http, 'content-type') !== undefined) return [];
  const isActiveSync = mayBeginWbxml(bytes[0]) && decode(bytes).doctype.id === 'activesync';
  return [`-H ${quoted(isActiveSync ? 'Content-Type: application/vnd.ms-sync.wbxml' : 'Content-Type:')}`];
}

const guessedPath = (command: string | undefined): string =>
  command === undefined ? NO_PATH : `${NO_PATH}?Cmd=${encodeURIComponent(command)}`;

function wholeAddress(url: string, host = NO_HOST): string {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(url)) return url;
  return `https://${host}${url.startsWith('/') ? '' : '/'}${url}`;
}

/** The request's path on a person's server. */
function addressOn(server: string, url: string): string {
  const typed = server.trim().replace(/\/+$/, '') || `https://${NO_HOST}`;
  const origin = /^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  const [path = '', query] = url.replace(/^[a-z]+:\/\/[^/]*/i, '').split(/\?(.*)/s);
  // A path that was typed stands for the one that phones use.
  const base = /:\/\/[^/]+\//.test(origin) ? origin : `${origin}${path || NO_PATH}`;
  return query === undefined ? base : `${base}?${query}`;
}

/** A command that prints the bytes; a few are printed by the shell itself. */
function feed(bytes: Uint8Array): string {
  if (bytes.length > MOST_OCTAL) return `echo '${toBase64(bytes)}' | base64 -d`;
  return printed(bytes);
}
