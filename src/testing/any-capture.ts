import { deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { toBase64 } from '../bytes/index.ts';
import type { Conversation, Exchange, Http, Message, Side } from '../conversation/index.ts';

const HOST = 'mail.example.test';
const TYPE = 'application/vnd.ms-sync.wbxml';
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (unit) => unit.charCodeAt(0) & 0xff);

/** Bytes one behind the other. */
export function joined(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const all = parts.map((part) => (typeof part === 'string' ? latin1(part) : part));
  const result = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of all) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}

const body = fc
  .uint8Array({ minLength: 0, maxLength: 60 })
  .map((bytes) => joined(Uint8Array.of(3, 1, 0x6a, 0, 0x45, 0xc3, bytes.length), bytes, Uint8Array.of(1)));
const command = fc.constantFrom('Sync', 'FolderSync', 'Ping', 'Settings');

/** An exchange of ActiveSync with all its HTTP facts: what every form of capture can hold. */
const exchange = fc
  .record({
    request: fc.oneof(body, fc.constant(new Uint8Array(0))),
    response: body,
    command,
    status: fc.constantFrom(200, 449),
  })
  .map(({ request, response, status, command: cmd }): Omit<Exchange, 'id'> => ({
    request: {
      bytes: request,
      http: {
        method: 'POST',
        url: `/Microsoft-Server-ActiveSync?Cmd=${cmd}&User=a&DeviceId=d&DeviceType=t`,
        headers: { Host: HOST, 'Content-Type': TYPE, 'MS-ASProtocolVersion': '14.1' },
      },
    },
    response: { bytes: response, http: { status, headers: { 'Content-Type': TYPE } } },
  }));

/** Conversations of 1 to 6 exchanges. */
export const anyTalk: fc.Arbitrary<Conversation> = fc
  .array(exchange, { minLength: 1, maxLength: 6 })
  .map((exchanges) => ({
    format: 1,
    title: 'any',
    exchanges: exchanges.map((one, i) => ({ id: `${i + 1}`, ...one })),
  }));

/** A message of HTTP/1.1 as it is sent. `packing`: how the body is packed and sent. */
export function httpBytes(
  message: Message,
  side: Side,
  packing: 'plain' | 'chunked' | 'gzip' = 'plain',
): Uint8Array {
  const { method = 'POST', url = '/', status = 200, headers = {} } = message.http ?? {};
  const start = side === 'request' ? `${method} ${url} HTTP/1.1\r\n` : `HTTP/1.1 ${status} OK\r\n`;
  const own = Object.entries(headers).filter(
    ([name]) => !/^(?:content-length|transfer-encoding|content-encoding)$/i.test(name),
  );
  const lines = own.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const bytes = message.bytes ?? new Uint8Array(0);
  if (packing === 'chunked') {
    const half = bytes.length >> 1;
    const chunks = [bytes.slice(0, half), bytes.slice(half)].filter((chunk) => chunk.length > 0);
    const written = chunks.flatMap((chunk) => [`${chunk.length.toString(16)}\r\n`, chunk, '\r\n']);
    return joined(`${start}${lines}Transfer-Encoding: chunked\r\n\r\n`, ...written, '0\r\n\r\n');
  }
  const sent = packing === 'gzip' ? new Uint8Array(gzipSync(bytes)) : bytes;
  const packed = packing === 'gzip' ? 'Content-Encoding: gzip\r\n' : '';
  return joined(`${start}${lines}${packed}Content-Length: ${sent.length}\r\n\r\n`, sent);
}

const pairs = ({ headers }: Http): { name: string; value: string }[] =>
  Object.entries(headers ?? {}).map(([name, value]) => ({ name, value }));

/** A time for each exchange, a tenth of a second apart. */
function timeOf(i: number): string {
  const two = (n: number): string => String(n % 60).padStart(2, '0');
  return `2026-01-01T10:${two(Math.floor(i / 600))}:${two(Math.floor(i / 10))}.${i % 10}00Z`;
}

/** The conversation as a HAR file, bodies in base64. */
export function toHar({ exchanges }: Conversation): string {
  const content = ({ bytes = new Uint8Array(0) }: Message) => ({
    mimeType: TYPE,
    text: toBase64(bytes),
    encoding: 'base64',
  });
  const entries = exchanges.map(({ request = {}, response }, i) => ({
    startedDateTime: timeOf(i),
    request: {
      method: request.http?.method,
      url: `https://${HOST}${request.http?.url ?? ''}`,
      headers: pairs(request.http ?? {}),
      bodySize: request.bytes?.length ?? -1,
      ...(request.bytes && request.bytes.length > 0 && { postData: content(request) }),
    },
    response: response
      ? {
          status: response.http?.status,
          headers: pairs(response.http ?? {}),
          content: { size: response.bytes?.length ?? 0, ...content(response) },
        }
      : { status: 0, headers: [], content: {} },
  }));
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'test' }, entries } });
}

const word = (value: number, size: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, i) => Math.floor(value / 2 ** (8 * i)) & 0xff);

/** A zip archive, files deflated; `flags` as in its headers. */
export function toZip(files: readonly { name: string; bytes: Uint8Array }[], flags = 0): Uint8Array {
  const locals: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const packed = new Uint8Array(deflateRawSync(bytes));
    const sizes = joined(word(0, 4), word(packed.length, 4), word(bytes.length, 4));
    const common = joined(
      word(20, 2),
      word(flags, 2),
      word(8, 2),
      word(0, 4),
      sizes,
      word(name.length, 2),
      word(0, 2),
    );
    const local = joined(word(0x04034b50, 4), common, name, packed);
    central.push(joined(word(0x02014b50, 4), word(20, 2), common, word(0, 10), word(at, 4), name));
    locals.push(local);
    at += local.length;
  }
  const directory = joined(...central);
  const end = joined(
    word(0x06054b50, 4),
    word(0, 4),
    word(files.length, 2),
    word(files.length, 2),
    word(directory.length, 4),
    word(at, 4),
    word(0, 2),
  );
  return joined(...locals, directory, end);
}

/** The conversation as an archive of Fiddler. */
export const toSaz = ({ exchanges }: Conversation, flags = 0): Uint8Array =>
  toZip(
    exchanges.flatMap(({ request, response }, i) => [
      ...(request ? [{ name: `raw/${i + 1}_c.txt`, bytes: httpBytes(request, 'request') }] : []),
      { name: `raw/${i + 1}_m.xml`, bytes: latin1('<Session/>') },
      ...(response
        ? [{ name: `raw/${i + 1}_s.txt`, bytes: httpBytes(response, 'response', i % 2 ? 'gzip' : 'chunked') }]
        : []),
    ]),
    flags,
  );

type Plain = Uint8Array | string | number | null | Plain[] | { readonly [name: string]: Plain };

/** A value as mitmproxy writes it. */
function tnetstring(value: Plain): Uint8Array {
  const wrap = (inside: Uint8Array, type: string): Uint8Array => joined(`${inside.length}:`, inside, type);
  if (value === null) return latin1('0:~');
  if (typeof value === 'number') return wrap(latin1(String(value)), Number.isInteger(value) ? '#' : '^');
  if (typeof value === 'string') return wrap(latin1(value), ';');
  if (value instanceof Uint8Array) return wrap(value, ',');
  if (Array.isArray(value)) return wrap(joined(...value.map(tnetstring)), ']');
  return wrap(
    joined(...Object.entries(value).flatMap(([name, inside]) => [tnetstring(name), tnetstring(inside)])),
    '}',
  );
}

/** The conversation as flows of mitmproxy. */
export function toFlows({ exchanges }: Conversation): Uint8Array {
  const headers = (http: Http = {}): Plain =>
    pairs(http).map(({ name, value }) => [latin1(name), latin1(value)]);
  return joined(
    ...exchanges.map(({ request = {}, response }) =>
      tnetstring({
        type: 'http',
        version: 20,
        request: {
          method: latin1(request.http?.method ?? 'POST'),
          scheme: latin1('https'),
          host: HOST,
          port: 443,
          path: latin1(request.http?.url ?? '/'),
          headers: headers(request.http),
          content: request.bytes ?? null,
          timestamp_start: 1.5,
        },
        response: response
          ? {
              status_code: response.http?.status ?? 200,
              headers: headers(response.http),
              content: response.bytes ?? null,
            }
          : null,
      }),
    ),
  );
}

/**
 * The conversation as a log of Z-Push: replies before requests, two processes at a time.
 * @param most bytes of a request that the log keeps
 */
export function toZpushLog({ exchanges }: Conversation, most = Infinity): string {
  const lines: string[][] = exchanges.map(({ request, response }, i) => {
    const query = new URLSearchParams((request?.http?.url ?? '').split('?')[1] ?? '');
    const fact = (name: string): string => query.get(name) ?? '';
    const line = (level: string, text: string): string =>
      `05/08/2026 11:13:31 [${13_000 + (i % 2)}] [${level}] [user@example.test] ${text}`;
    const said = (message: Message | undefined, limit = Infinity): string =>
      toBase64((message?.bytes ?? new Uint8Array(0)).subarray(0, limit));
    return [
      line('DEBUG', '-------- Start'),
      line(
        ' INFO',
        `cmd='${fact('Cmd')}' devType='${fact('DeviceType')}' devId='${fact('DeviceId')}' getUser='${fact('User')}' from='::1' method='${request?.http?.method ?? 'POST'}'`,
      ),
      line('DEBUG', `Request::ProcessHeaders() ASVersion: 14.1`),
      ...(response?.bytes && response.bytes.length > 0
        ? [line('WBXML', `WBXML-OUT: ${said(response)}`)]
        : []),
      line('WBXML', `WBXML-IN : ${said(request, most)}`),
      line('DEBUG', '-------- End'),
    ];
  });
  const mixed: string[] = [];
  for (let i = 0; i < lines.length; i += 2) {
    const [a = [], b = []] = [lines[i], lines[i + 1]];
    for (let k = 0; k < Math.max(a.length, b.length); k++)
      mixed.push(...[a[k], b[k]].filter((one) => one !== undefined));
  }
  return `${mixed.join('\n')}\n`;
}
