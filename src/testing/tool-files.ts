import { toBase64, toHex } from '../bytes/index.ts';
import type { Conversation, Http, Message, Side } from '../conversation/index.ts';
import { httpBytes, toZip } from './any-capture.ts';
import { PLAIN, packetsOf } from './packet-files.ts';

/** Files of further tools, each written here independently of what reads them. */
const HOST = 'mail.example.test';
const SIDES = ['request', 'response'] as const;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const NONE = new Uint8Array(0);

const two = (n: number): string => String(n % 60).padStart(2, '0');
const clock = (i: number): string => `10:${two(Math.floor(i / 60))}:${two(i)}`;

/** Each message of a conversation, with the number of its exchange. */
function messages({ exchanges }: Conversation): { side: Side; message: Message; exchange: number }[] {
  return exchanges.flatMap((one, exchange) =>
    SIDES.flatMap((side) => {
      const message = one[side];
      return message ? [{ side, message, exchange }] : [];
    }),
  );
}

/** Items of Burp Suite, newest first or not. */
export function toBurp({ exchanges }: Conversation, base64 = true, newestFirst = false): string {
  const held = (message: Message | undefined, side: Side): string => {
    const bytes = message ? httpBytes(message, side) : NONE;
    const content = base64 ? toBase64(bytes) : String.fromCharCode(...bytes);
    return `<${side} base64="${base64}"><![CDATA[${content}]]></${side}>`;
  };
  const items = exchanges.map(
    ({ request, response }, i) => `  <item>
    <time>Tue Jan 10 ${clock(i)} CEST 2026</time>
    <url><![CDATA[https://${HOST}${request?.http?.url ?? ''}]]></url>
    <host ip="10.0.0.2">${HOST}</host>
    ${held(request, 'request')}
    <status>200</status>
    <responselength>9</responselength>
    <mimetype></mimetype>
    ${held(response, 'response')}
    <comment></comment>
  </item>`,
  );
  if (newestFirst) items.reverse();
  return `<?xml version="1.0"?>
<!DOCTYPE items [
<!ELEMENT items (item*)>
<!ATTLIST items burpVersion CDATA "">
<!ELEMENT request (#PCDATA)>
]>
<items burpVersion="2026.1" exportTime="Tue Jan 10 17:56:32 CEST 2026">
${items.join('\n')}
</items>
`;
}

const header = (firstLine: string, { headers }: Http): object => ({
  firstLine,
  headers: Object.entries(headers ?? {}).map(([name, value]) => ({ name, value })),
});

/** An entry of Charles; `withBodies` as in a file of JSON, without as beside bodies of their own. */
function charlesEntry(talk: Conversation, i: number, withBodies: boolean): object {
  const { request = {}, response } = talk.exchanges[i] ?? {};
  const [path = '/', query] = (request.http?.url ?? '/').split('?');
  const body = ({ bytes = NONE }: Message): object =>
    withBodies && bytes.length > 0 ? { body: { encoding: 'base64', encoded: toBase64(bytes) } } : {};
  const size = ({ bytes = NONE }: Message): object => ({ sizes: { headers: 9, body: bytes.length } });
  const { method, status } = { method: request.http?.method, status: response?.http?.status };
  return {
    status: 'COMPLETE',
    method,
    protocolVersion: 'HTTP/1.1',
    scheme: 'https',
    host: HOST,
    port: null,
    actualPort: 443,
    path,
    query: query ?? null,
    tunnel: false,
    times: { start: `2026-01-01T${clock(i)}.250+07:00` },
    request: {
      ...size(request),
      header: header(`${method} ${path} HTTP/1.1`, request.http ?? {}),
      ...body(request),
    },
    response: response
      ? {
          status,
          ...size(response),
          header: header(`HTTP/1.1 ${status} OK`, response.http ?? {}),
          ...body(response),
        }
      : null,
  };
}

const TUNNEL = {
  status: 'COMPLETE',
  method: 'CONNECT',
  scheme: 'https',
  host: HOST,
  tunnel: true,
  request: {},
};

/** A session of Charles as JSON, with a tunnel before it. */
export const toCharles = (talk: Conversation): string =>
  JSON.stringify([TUNNEL, ...talk.exchanges.map((_, i) => charlesEntry(talk, i, true))], null, 1);

/** The same, compressed: bodies are files of their own. */
export const toCharlesZip = (talk: Conversation): Uint8Array =>
  toZip(
    talk.exchanges.flatMap(({ request, response }, i) => [
      { name: `${i}-meta.json`, bytes: utf8(JSON.stringify(charlesEntry(talk, i, false))) },
      ...(request?.bytes?.length ? [{ name: `${i}-req.wbxml`, bytes: request.bytes }] : []),
      ...(response?.bytes?.length ? [{ name: `${i}-res.wbxml`, bytes: response.bytes }] : []),
    ]),
  );

const colons = (bytes: Uint8Array): string => toHex(bytes, ':');
const layers = (own: string): string => `{"_index":"packets","_source":{"layers":${own}}}`;
const list = (packets: readonly string[]): string => `[\n${packets.join(',\n')}\n]\n`;

/** The HTTP of each message as tshark puts it together: lines of a header repeat one name. */
export function toHttpJson(talk: Conversation): string {
  return list(
    messages(talk).map(({ side, message: { http = {}, bytes = NONE } }) => {
      const start =
        side === 'request'
          ? { 'http.request.method': http.method, 'http.request.uri': http.url }
          : { 'http.response.code': String(http.status) };
      const lines = Object.entries(http.headers ?? {}).map(
        ([name, value]) => `"http.${side}.line":${JSON.stringify(`${name}: ${value}\r\n`)},`,
      );
      const body = bytes.length > 0 ? `"http.file_data":"${colons(bytes)}",` : '';
      return layers(
        `{"tcp":{"tcp.stream":"0"},"http":{"HTTP/1.1\\r\\n":${JSON.stringify(start)},${lines.join('')}${body}"http.next":"0"}}`,
      );
    }),
  );
}

/** The same as tshark writes it for Elasticsearch: a line each, dots and layers in the names as underscores. */
export const toElastic = (talk: Conversation): string =>
  messages(talk)
    .map(({ side, message: { http = {}, bytes = NONE } }, i) => {
      const start =
        side === 'request'
          ? { http_http_request_method: http.method, http_http_request_uri: http.url }
          : { http_http_response_code: String(http.status) };
      const lines = Object.entries(http.headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`);
      const body = bytes.length > 0 ? { http_http_file_data: colons(bytes) } : {};
      const layersOf = {
        tcp: { tcp_tcp_stream: '0' },
        http: { ...start, [`http_http_${side}_line`]: lines, ...body },
      };
      return `{"index":{"_index":"packets"}}\n${JSON.stringify({ timestamp: String(i), layers: layersOf })}\n`;
    })
    .join('');

/** The raw bytes of frames beside their dissection. */
export const toRawJson = (talk: Conversation): string =>
  list(
    packetsOf(talk, { ...PLAIN, size: 90 }).map((frame) =>
      layers(
        `{"frame_raw":["${toHex(frame)}",0,${frame.length},0,1],"frame":{"frame.len":"${frame.length}"}}`,
      ),
    ),
  );

/** Each message cut in two segments, with the sequence numbers of its direction. */
function segments(
  talk: Conversation,
): { side: Side; seq: number; payload: Uint8Array; from: string; to: string }[] {
  const seq = { request: 1000, response: 77 };
  return messages(talk).flatMap(({ side, message }) => {
    const bytes = httpBytes(message, side);
    const half = bytes.length >> 1;
    return [bytes.slice(0, half), bytes.slice(half)].map((payload) => {
      const at = seq[side];
      seq[side] += payload.length;
      const [from, to] = side === 'request' ? ['50000', '80'] : ['80', '50000'];
      return { side, seq: at, payload, from, to };
    });
  });
}

/** Segments as tshark dissects them, the HTTP not put together. */
export const toSegmentJson = (talk: Conversation): string =>
  list(
    segments(talk).map(({ seq, payload, from, to, side }) => {
      const [src, dst] = side === 'request' ? ['10.0.0.1', '10.0.0.2'] : ['10.0.0.2', '10.0.0.1'];
      return layers(
        `{"ip":{"ip.src":"${src}","ip.dst":"${dst}"},"tcp":{"tcp.srcport":"${from}","tcp.dstport":"${to}","tcp.seq_raw":"${seq}","tcp.flags_tree":{"tcp.flags.ack":"1"},"tcp.payload":"${colons(payload)}"}}`,
      );
    }),
  );

const field = (name: string, show: string, bytes?: Uint8Array): string =>
  `<field name="${name}" showname="x: ${show}" size="1" pos="1" show="${show}"${bytes ? ` value="${toHex(bytes)}"` : ''}/>`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The HTTP of each message as PDML. */
export function toPdml(talk: Conversation): string {
  const packets = messages(talk).map(({ side, message: { http = {}, bytes = NONE } }) => {
    const start =
      side === 'request'
        ? [
            field('http.request.method', http.method ?? ''),
            field('http.request.uri', escaped(http.url ?? '')),
          ]
        : [field('http.response.code', String(http.status))];
    const lines = Object.entries(http.headers ?? {}).map(([name, value]) =>
      field(`http.${side}.line`, escaped(`${name}: ${value}\\xd\\xa`), utf8(`${name}: ${value}\r\n`)),
    );
    const body = bytes.length > 0 ? [field('http.file_data', '', bytes)] : [];
    return `<packet>\n<proto name="tcp">${field('tcp.stream', '0')}</proto>\n<proto name="http">\n${[...start, ...lines, ...body].join('\n')}\n</proto>\n</packet>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<pdml version="0" creator="wireshark/4.2.0">\n${packets.join('\n')}\n</pdml>\n`;
}

/** A connection followed as C arrays. */
export function toCArrays(talk: Conversation): string {
  const counts = { request: 0, response: 0 };
  return segments(talk)
    .map(({ side, payload }, i) => {
      const bytes = [...payload].map((byte) => `0x${toHex(Uint8Array.of(byte))}, `);
      const inside = bytes
        .map((one, at) => (at % 8 === 7 ? `${one}\n` : one))
        .join('')
        .replace(/,\s*$/, '');
      return `char peer${side === 'request' ? 0 : 1}_${counts[side]++}[] = { /* Packet ${i + 4} */\n${inside} };`;
    })
    .join('\n');
}

/** A connection followed as YAML. */
export function toYaml(talk: Conversation): string {
  const packets = segments(talk).map(({ side, payload }, i) => {
    const rows = toBase64(payload).match(/.{1,60}/g) ?? [];
    return `  - packet: ${i + 4}\n    peer: ${side === 'request' ? 0 : 1}\n    index: ${i}\n    timestamp: 1.5\n    data: !!binary |\n${rows.map((row) => `      ${row}`).join('\n')}`;
  });
  return `peers:\n  - peer: 0\n    host: 10.0.0.1\n    port: 50000\n  - peer: 1\n    host: 10.0.0.2\n    port: 80\npackets:\n${packets.join('\n')}\n`;
}
