import { gzipSync } from 'node:zlib';
import { toHex } from '../bytes/index.ts';
import type { Conversation, Message, Side } from '../conversation/index.ts';

/** How a dissection of HTTP/2 is written; independently of what reads it. */
export interface Dissecting {
  form: 'json' | 'json, no duplicate keys' | 'pdml';
  /** Bytes of data in a frame. Several frames are put together in the last one. */
  size: number;
  gzip: boolean;
  /** Frames of HTTP/2 in a packet. */
  perPacket: number;
}

/** A field, and those inside it. `bytes`: as hex with colons, and as the value of PDML. */
interface Field {
  name: string;
  show?: string;
  bytes?: Uint8Array;
  inside?: Field[];
}

const shown = (name: string, show: string): Field => ({ name, show });
const inBytes = (name: string, bytes: Uint8Array): Field => ({ name, bytes });

function headerFields({ http = {} }: Message, side: Side, gzip: boolean): [string, string][] {
  const { method = 'POST', url = '/', status = 200, headers = {} } = http;
  const { Host: host, ...others } = headers;
  const own = Object.entries(others).map(([name, value]): [string, string] => [name.toLowerCase(), value]);
  if (gzip) own.push(['content-encoding', 'gzip']);
  if (side === 'response') return [[':status', String(status)], ...own];
  return [[':method', method], [':path', url], [':authority', host ?? 'mail.example.test'], ...own];
}

function frame(type: number, stream: number, length: number, isLast: boolean, inside: Field[]): Field {
  const flags: Field = {
    ...shown('http2.flags', '0x04'),
    inside: [shown('http2.flags.end_stream', isLast ? '1' : '0')],
  };
  return {
    name: 'http2.stream',
    show: `Stream: ${type}, Stream ID: ${stream}`,
    inside: [
      shown('http2.length', String(length)),
      shown('http2.type', String(type)),
      flags,
      shown('http2.streamid', String(stream)),
      shown('http2.pad_length', '0'),
      ...inside,
    ],
  };
}

/** The frames of a message as Wireshark dissects them: the last one has the body put together and unpacked. */
function framesOf(message: Message, side: Side, stream: number, { size, gzip }: Dissecting): Field[] {
  const body = message.bytes ?? new Uint8Array(0);
  const isPacked = gzip && body.length > 0;
  const sent = isPacked ? new Uint8Array(gzipSync(body)) : body;
  const headers = headerFields(message, side, isPacked).map(([name, value]): Field => ({
    ...shown('http2.header', ''),
    inside: [shown('http2.header.name', name), shown('http2.header.value', value)],
  }));
  const frames = [frame(1, stream, 50, sent.length === 0, headers)];
  for (let at = 0; at < sent.length; at += size) {
    const part = sent.subarray(at, at + size);
    const isLast = at + size >= sent.length;
    const put: Field = {
      ...shown('http2.body.fragments', ''),
      inside: [inBytes('http2.body.reassembled.data', sent)],
    };
    const whole = [
      ...(sent.length > size ? [put] : []),
      isPacked
        ? {
            ...shown(`Content-encoded entity body (gzip): ${sent.length} bytes`, ''),
            inside: [inBytes('http2.data.data', body)],
          }
        : inBytes('http2.data.data', sent),
    ];
    frames.push(frame(0, stream, part.length, isLast, isLast ? whole : [inBytes('http2.data.data', part)]));
  }
  return frames;
}

const valueOf = ({ show = '', bytes }: Field): string => JSON.stringify(bytes ? toHex(bytes, ':') : show);

function jsonOf(fields: readonly Field[], isUnique: boolean): string {
  const pairs = fields.flatMap((one): [string, string][] => {
    const inside = one.inside && jsonOf(one.inside, isUnique);
    if (!inside) return [[one.name, valueOf(one)]];
    return one.name === 'http2.flags'
      ? [
          [one.name, valueOf(one)],
          [`${one.name}_tree`, inside],
        ]
      : [[one.name, inside]];
  });
  if (!isUnique) return `{${pairs.map(([name, value]) => `"${name}": ${value}`).join(',\n')}}`;
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  const merged = [...values].map(
    ([name, all]) => `"${name}": ${all.length === 1 ? all[0] : `[\n${all.join(',\n')}\n]`}`,
  );
  return `{${merged.join(',\n')}}`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function pdmlOf({ name, show = '', bytes, inside }: Field): string {
  const value = bytes ? ` value="${toHex(bytes)}"` : '';
  // what is shown of bytes is not all of them
  const start = `<field name="${escaped(name)}" showname="x" size="1" show="${bytes ? 'cut…' : escaped(show)}"${value}`;
  return inside ? `${start}>\n${inside.map(pdmlOf).join('\n')}\n</field>` : `${start}/>`;
}

/** A conversation as packets of HTTP/2 dissected; every stream in one connection. */
export function toHttp2Dissection({ exchanges }: Conversation, writing: Dissecting): string {
  const frames = exchanges.flatMap((exchange, i) =>
    (['request', 'response'] as const).flatMap((side) => {
      const message = exchange[side];
      return message ? framesOf(message, side, 2 * i + 1, writing).map((one) => ({ side, one })) : [];
    }),
  );
  const packets: { side: Side; frames: Field[] }[] = [];
  for (const { side, one } of frames) {
    const last = packets.at(-1);
    if (last?.side === side && last.frames.length < writing.perPacket) last.frames.push(one);
    else packets.push({ side, frames: [one] });
  }
  const [client, server] = ['50000', '443'];
  const ends = (side: Side): Field[] => [
    shown('tcp.srcport', side === 'request' ? client : server),
    shown('tcp.dstport', side === 'request' ? server : client),
    shown('tcp.stream', '7'),
  ];
  if (writing.form === 'pdml') {
    const written = packets.map(
      ({ side, frames: own }) =>
        `<packet>\n<proto name="tcp">\n${ends(side).map(pdmlOf).join('\n')}\n</proto>\n${own
          .map((one) => `<proto name="http2">\n${pdmlOf(one)}\n</proto>`)
          .join('\n')}\n</packet>`,
    );
    return `<?xml version="1.0" encoding="utf-8"?>\n<pdml version="0" creator="wireshark/4.2.0">\n${written.join('\n')}\n</pdml>\n`;
  }
  const isUnique = writing.form !== 'json';
  const written = packets.map(({ side, frames: own }) => {
    const layers: Field[] = [
      { name: 'tcp', inside: ends(side) },
      ...own.map((one): Field => ({ name: 'http2', inside: [one] })),
    ];
    return `{"_index":"packets-x","_source":{"layers":${jsonOf(layers, isUnique)}}}`;
  });
  return `[\n${written.join(',\n')}\n]\n`;
}
