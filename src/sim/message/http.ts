import type { Http, Message } from '../../conversation/index.ts';

export const WBXML_TYPE = 'application/vnd.ms-sync.wbxml';
export const MIME_TYPE = 'message/rfc822';

/** A reply with the headers every server sends; the length is that of the bytes. */
export function replyMessage(
  status: number,
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Message {
  const all: Record<string, string> = { ...headers, 'Content-Length': String(bytes.length) };
  if (bytes.length > 0 && all['Content-Type'] === undefined) all['Content-Type'] = WBXML_TYPE;
  return { bytes, http: { status, headers: all } };
}

/** The message with these HTTP facts changed. */
export function withHttp(message: Message, change: Http): Message {
  const { http = {} } = message;
  return { ...message, http: { ...http, ...change, headers: { ...http.headers, ...change.headers } } };
}

/** The message without this header. */
export function withoutHeader(message: Message, name: string): Message {
  const headers = Object.entries(message.http?.headers ?? {}).filter(
    ([header]) => header.toLowerCase() !== name.toLowerCase(),
  );
  return { ...message, http: { ...message.http, headers: Object.fromEntries(headers) } };
}

/** The message with other bytes and the length they have. */
export function withBytes(message: Message, bytes: Uint8Array): Message {
  const changed = { ...message, bytes };
  return message.http?.headers?.['Content-Length'] === undefined
    ? changed
    : withHttp(changed, { headers: { 'Content-Length': String(bytes.length) } });
}
