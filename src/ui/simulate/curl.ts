import type { Message } from '../../conversation/index.ts';
import { printed, quoted } from '../../export/index.ts';

/** Headers that curl makes, or that would make its answer unreadable on a terminal. */
const LEFT_OUT = new Set([
  'host',
  'content-length',
  'accept-encoding',
  'authorization',
  'connection',
  'expect',
]);

/**
 * A command that sends a request to a server of one's own and prints what comes back: headers, then the body as hex,
 * ready to be pasted.
 * @param address of the server, with or without a scheme and a path
 */
export function curlCommand({ bytes, http }: Message, address: string): string {
  const body = bytes && bytes.length > 0 ? bytes : undefined;
  const method = http?.method ?? 'POST';
  const headers = Object.entries(http?.headers ?? {}).filter(([name]) => !LEFT_OUT.has(name.toLowerCase()));
  const parts = [
    `curl -sS -D - -o reply.bin -X ${quoted(method)} -u ${quoted('user')}`,
    ...headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body ? ['--data-binary @-'] : []),
    quoted(addressOf(address, http?.url ?? '')),
  ];
  const curl = `${parts.join(' \\\n  ')} && xxd -p reply.bin`;
  return body ? `${printed(body)} |\n${curl}` : curl;
}

/** The request's path on the person's server. */
function addressOf(address: string, url: string): string {
  const typed = address.trim().replace(/\/+$/, '') || 'https://mail.example.com';
  const origin = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  const [path = '', query] = url.replace(/^[a-z]+:\/\/[^/]*/i, '').split(/\?(.*)/s);
  // A path that was typed stands for the one that phones use.
  const base = /:\/\/[^/]+\//.test(origin) ? origin : `${origin}${path || '/Microsoft-Server-ActiveSync'}`;
  return query === undefined ? base : `${base}?${query}`;
}
