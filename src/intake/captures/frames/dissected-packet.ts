import { fromHex } from '../../../bytes/index.ts';
import { referencedCharacter } from '../../../xml/index.ts';
import { framesOf, toldInJson, toldInPdml, type DissectedFrame } from '../http2/index.ts';
import { wholeItems } from '../web/json-items.ts';
import { fieldsOf, listOf, textOf } from '../web/json-fields.ts';

/** What a dissector said of one packet, by the names of its fields (`tcp.srcport`). */
export interface DissectedPacket {
  /** The first value of a field as it is shown. */
  shown(name: string): string | undefined;
  /** Every value of it. */
  all(name: string): readonly string[];
  /** The bytes of a field; `undefined` where it is absent, or told as something else. */
  bytes(name: string): Uint8Array | undefined;
  /** Frames of HTTP/2 in it. */
  frames: readonly DissectedFrame[];
}

/** Deeper than layers are nested. */
const DEEPEST = 12;
const FIELDS = /^(?:http|tcp|ip|ipv6|media|frame)[._]/;

/** Bytes as `03:01:6a`, or without colons. */
const bytesIn = (text: string): Uint8Array | undefined =>
  text === '' ? undefined : fromHex(text.replaceAll(':', ''));

/** Adds a value to those of a field, of which a packet may have any number. */
function put(fields: Map<string, string[]>, name: string, text: string): void {
  const known = fields.get(name);
  if (known) known.push(text);
  else fields.set(name, [text]);
}

/** Gathers the fields of all layers. A field with its bytes beside it has the name of the field and `_raw`. */
function gather(value: unknown, into: Map<string, string[]>, depth: number): void {
  if (depth > DEEPEST) return;
  for (const [name, inside] of Object.entries(fieldsOf(value))) {
    if (FIELDS.test(name)) {
      for (const one of [inside, ...listOf(inside)]) {
        const text = textOf(one);
        if (text !== undefined) put(into, name, text);
      }
    }
    gather(inside, into, depth + 1);
    for (const one of listOf(inside)) gather(one, into, depth + 1);
  }
}

/** The name of a field as it is written for Elasticsearch: `http.file_data` is `http_http_file_data`. */
const elasticName = (name: string): string => `${name.split('.')[0]}_${name.replaceAll('.', '_')}`;

function packetOf(
  fields: ReadonlyMap<string, readonly string[]>,
  frames: readonly DissectedFrame[],
): DissectedPacket {
  const all = (name: string): readonly string[] => fields.get(name) ?? fields.get(elasticName(name)) ?? [];
  return {
    all,
    frames,
    shown: (name) => all(name)[0],
    bytes: (name) => bytesIn(all(`${name}_raw`)[0] ?? all(name)[0] ?? ''),
  };
}

/** A line of a header stands under the same name as the one before: JSON itself would keep the last. */
const LINE = /"(http\.(?:request|response)\.line)":\s?("(?:[^"\\]|\\.){0,9000}")/g;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

const lineIn = (json: string): string => textOf(parsed(json)) ?? '';

function repeatedLines(text: string, fields: Map<string, string[]>): void {
  const lines = new Map<string, string[]>();
  for (const [, name = '', json = ''] of text.matchAll(LINE)) put(lines, name, lineIn(json));
  for (const [name, found] of lines)
    if (found.length > (fields.get(name)?.length ?? 0)) fields.set(name, found);
}

/** The packets of a list that tshark or Wireshark wrote as JSON; `undefined` where the text is none. */
export function jsonPackets(text: string): DissectedPacket[] | undefined {
  if (!/^\s*\[\s*\{/.test(text.slice(0, 200))) return undefined;
  if (!text.slice(0, 4000).includes('"_source"')) return undefined;
  return wholeItems(text, text.indexOf('[')).items.map(({ value, start, end }) => {
    const fields = new Map<string, string[]>();
    gather(fieldsOf(fieldsOf(value)['_source'])['layers'], fields, 0);
    const own = text.slice(start, end);
    repeatedLines(own, fields);
    return packetOf(fields, framesOf(toldInJson(own)));
  });
}

const isElastic = (head: string): boolean =>
  /^\s*\{\s*"(?:index|timestamp)"\s*:/.test(head) && head.includes('"layers"');

/** The packets that tshark wrote a line each, for Elasticsearch; `undefined` where the text is none. */
export function elasticPackets(text: string): DissectedPacket[] | undefined {
  if (!isElastic(text.slice(0, 4000))) return undefined;
  return text.split('\n').flatMap((line) => {
    const layers = line.includes('"layers"') ? fieldsOf(parsed(line))['layers'] : undefined;
    if (layers === undefined) return [];
    const fields = new Map<string, string[]>();
    gather(layers, fields, 0);
    return [packetOf(fields, [])];
  });
}

const FIELD = /<field\s+name="((?:http|tcp|ip|ipv6|media)\.[\w.]{1,60})"([^<>]*)>/g;
const SHOWN = /\sshow="([^"]*)"/;
const VALUE = /\svalue="([0-9a-fA-F]*)"/;

const shownIn = (attributes: string): string => unescaped(SHOWN.exec(attributes)?.[1] ?? '');
const bytesOf = (attributes: string): string | undefined => VALUE.exec(attributes)?.[1];
const unescaped = (text: string): string =>
  text.replace(/&(#?\w{1,8});/g, (all, name: string) => referencedCharacter(name) ?? all);

/** The packets of a file that Wireshark wrote as PDML; `undefined` where the text is none. */
export function pdmlPackets(text: string): DissectedPacket[] | undefined {
  if (!/<pdml\b/.test(text.slice(0, 2000))) return undefined;
  const packets: DissectedPacket[] = [];
  for (let at = text.indexOf('<packet>'); at >= 0;) {
    const next = text.indexOf('<packet>', at + 8);
    const fields = new Map<string, string[]>();
    const own = text.slice(at, next < 0 ? text.length : next);
    for (const [, name = '', rest = ''] of own.matchAll(FIELD)) {
      put(fields, name, shownIn(rest));
      const value = bytesOf(rest);
      if (value !== undefined) put(fields, `${name}_raw`, value);
    }
    packets.push(packetOf(fields, framesOf(toldInPdml(own, shownIn, bytesOf))));
    at = next;
  }
  return packets;
}
