import { fromHex } from '../../../bytes/index.ts';
import type { Field } from './static-table.ts';

/** A frame of HTTP/2 as a dissector tells it. */
export interface DissectedFrame {
  stream: number;
  fields: Field[];
  /** Bytes of a DATA frame. */
  data?: Uint8Array;
  /** Whether `data` is all of the body, put together and perhaps unpacked, not what this frame brought. */
  isWhole: boolean;
  /** Bytes that a DATA frame had by its length, and that are not told. */
  missing: number;
  /** `undefined` where the flag is not told. */
  ended: boolean | undefined;
  reset: boolean;
}

/** The value of a field; its name without `http2.`. */
type Told = readonly [name: string, value: string];

const DATA = 'data.data';
const WHOLE = 'body.reassembled.data';
const NAMES =
  'length|type|streamid|pad_length|flags\\.end_stream|header\\.(?:name|value)|data\\.data|body\\.reassembled\\.data';
const JSON_FIELD = new RegExp(`"http2\\.(${NAMES})":\\s{0,9}(\\[\\s{0,9})?"`, 'g');
const PDML_FIELD = new RegExp(`<field\\s{1,9}name="http2\\.(${NAMES})"([^<>]*)>`, 'g');
/** Fields that stand once in a frame: the second one begins the next. */
const ONCE: ReadonlySet<string> = new Set(['length', 'type', 'streamid']);
const TYPE = { data: '0', reset: '3' } as const;

/** The offset of the quote that closes a string of JSON. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

function plain(json: string): string {
  if (!json.includes('\\')) return json;
  try {
    return String(JSON.parse(`"${json}"`));
  } catch {
    return json;
  }
}

/** The fields of a packet in JSON in the order of its text: JSON itself keeps one of those with the same name. */
export function toldInJson(text: string): Told[] {
  const told: Told[] = [];
  if (!text.includes('"http2')) return told;
  for (const found of text.matchAll(JSON_FIELD)) {
    const [start, name = '', list] = found;
    let from = found.index + start.length;
    for (;;) {
      const end = closingQuote(text, from);
      if (end < 0) return told;
      told.push([name, plain(text.slice(from, end))]);
      const next =
        list === undefined ? undefined : /^\s{0,99},\s{0,99}"/.exec(text.slice(end + 1, end + 201));
      if (!next) break;
      from = end + 1 + next[0].length;
    }
  }
  return told;
}

/** The fields of a packet in PDML, in their order. */
export function toldInPdml(
  text: string,
  shown: (attributes: string) => string,
  bytes: (attributes: string) => string | undefined,
): Told[] {
  return [...text.matchAll(PDML_FIELD)].map(([, name = '', rest = '']) => [
    name,
    (name === DATA || name === WHOLE ? bytes(rest) : undefined) ?? shown(rest),
  ]);
}

/** What one frame was told to be. */
type Values = Map<string, string[]>;

function frameOf(values: Values): DissectedFrame {
  const first = (name: string): string => values.get(name)?.[0] ?? '';
  const names = values.get('header.name') ?? [];
  const fields = names.map((name, i): Field => [name, values.get('header.value')?.[i] ?? '']);
  const whole = values.get(WHOLE)?.at(-1);
  const told = whole ?? values.get(DATA)?.at(-1);
  const data = told === undefined ? undefined : fromHex(told.replaceAll(':', ''));
  const padding = Number(first('pad_length'));
  const own = Number(first('length')) - padding - (padding > 0 ? 1 : 0);
  const flag = values.get('flags.end_stream')?.[0];
  return {
    stream: Number(first('streamid')),
    fields,
    ...(data && { data }),
    // what is not of the frame's own length was put together, or unpacked
    isWhole: whole !== undefined || (data !== undefined && values.has('length') && data.length !== own),
    missing: first('type') === TYPE.data && !data && own > 0 ? own : 0,
    ended: flag === undefined ? undefined : /^(?:1|true)$/i.test(flag),
    reset: first('type') === TYPE.reset,
  };
}

/** The frames that the fields of a packet are of, in their order. */
export function framesOf(told: readonly Told[]): DissectedFrame[] {
  const all: Values[] = [];
  for (const [name, value] of told) {
    let values = all.at(-1);
    if (!values || (ONCE.has(name) && values.has(name))) all.push((values = new Map()));
    const known = values.get(name);
    if (known) known.push(value);
    else values.set(name, [value]);
  }
  return all.map(frameOf);
}
