import type { Http, Message, Side } from '../../../conversation/index.ts';
import { base64Body, bodyOf, missingBody, textBody } from '../body.ts';
import { Catch, faultAt, headerRecord, withinLimits, type Capture, type Stretch } from '../catch.ts';
import { byTime } from './by-time.ts';
import { wholeItems } from './json-items.ts';
import { instantOf } from './instant.ts';
import { fieldsOf, listOf, numberOf, textOf, type Fields } from './json-fields.ts';
import { tellDirectory, unpacked } from './archive.ts';
import { readZip, type ZipEntry } from './zip.ts';

/** A message's own bytes where they stand beside what is said of it. */
type Beside = (side: Side, exchange: number) => Uint8Array | undefined;

function urlOf(entry: Fields): string | undefined {
  const [scheme, host, path, query] = ['scheme', 'host', 'path', 'query'].map((name) => textOf(entry[name]));
  if (path === undefined) return undefined;
  const port = numberOf(entry['port']);
  const authority =
    host === undefined ? '' : `${scheme ?? 'https'}://${host}${port === undefined ? '' : `:${port}`}`;
  return `${authority}${path}${query === undefined || query === '' ? '' : `?${query}`}`;
}

/** A number of an HTTP status, from the status line or said apart. */
function statusOf(message: Fields): number | undefined {
  const line = textOf(fieldsOf(message['header'])['firstLine']) ?? '';
  return numberOf(message['status']) ?? Number(/^HTTP\/\S+ (\d{3})/.exec(line)?.[1] ?? 0);
}

function readBody(
  caught: Catch,
  http: Http,
  message: Fields,
  at: { exchange: number; side: Side },
  place: Stretch,
): Uint8Array | undefined {
  const body = fieldsOf(message['body']);
  const size = numberOf(fieldsOf(message['sizes'])['body']);
  const encoded = textOf(body['encoded']);
  if (encoded !== undefined) return base64Body(caught, http, encoded, at, place);
  const text = textOf(body['text']);
  if (text !== undefined) return bodyOf(caught, http, textBody(caught, text, size, at, place), at, place);
  if (size === undefined || size <= 0) return new Uint8Array(0);
  missingBody(caught, size, at, place);
  return undefined;
}

function readMessage(
  caught: Catch,
  entry: Fields,
  side: Side,
  exchange: number,
  place: Stretch,
  beside: Beside,
): Message | undefined {
  const message = fieldsOf(entry[side]);
  const pairs = listOf(fieldsOf(message['header'])['headers']).map((one) => {
    const { name, value } = fieldsOf(one);
    return [textOf(name) ?? '', textOf(value) ?? ''] as const;
  });
  const status = statusOf(message);
  if (side === 'response' && !status && pairs.length === 0) return undefined; // the answer never came
  const [method, url] = [textOf(entry['method']), urlOf(entry)];
  const http = withinLimits({
    ...(side === 'request' && method !== undefined && { method }),
    ...(side === 'request' && url !== undefined && { url }),
    ...(side === 'response' && status !== undefined && { status }),
    headers: headerRecord(pairs),
  });
  const at = { exchange, side };
  const own = beside(side, exchange);
  const bytes = own ? bodyOf(caught, http, own, at, place) : readBody(caught, http, message, at, place);
  return { ...(bytes && { bytes }), http };
}

/** Entries of the file in order; those of tunnels hold nothing. */
function readEntries(
  caught: Catch,
  entries: readonly { fields: Fields; beside: Beside }[],
  place: Stretch,
): void {
  const timeOf = ({ fields }: { fields: Fields }): number | undefined =>
    instantOf(textOf(fieldsOf(fields['times'])['start']) ?? '');
  let tunnels = 0;
  for (const { fields, beside } of byTime(entries, timeOf)) {
    if (fields['tunnel'] === true || textOf(fields['method']) === 'CONNECT') {
      tunnels++;
      continue;
    }
    const exchange = caught.add({});
    const target = caught.exchanges[exchange];
    if (!target) continue;
    for (const side of ['request', 'response'] as const) {
      const message = readMessage(caught, fields, side, exchange, place, beside);
      if (message) target[side] = message;
    }
  }
  if (tunnels === 0) return;
  caught.remarks.push(
    `${tunnels} ${tunnels === 1 ? 'tunnel' : 'tunnels'} (CONNECT) left out: switch SSL proxying on for the host to see inside`,
  );
}

const FORM = 'a Charles session';
const nothing: Beside = () => undefined;

const isEntry = (value: unknown): boolean => {
  const { request, response, host } = fieldsOf(value);
  return textOf(host) !== undefined && (request !== undefined || response !== undefined);
};

/**
 * Reads a session that Charles saved as JSON (.chlsj): a list of requests with their answers. One that is cut off gives
 * the entries that are whole. `undefined` where the text is none.
 */
export function readCharles(text: string): Capture | undefined {
  const start = /^\s*\[\s*\{/.exec(text.slice(0, 1000))?.[0];
  if (start === undefined || !text.includes('"header"') || !text.includes('"scheme"')) return undefined;
  const { items, whole } = wholeItems(text, text.indexOf('['));
  if (!isEntry(items[0]?.value)) return undefined;
  const caught = new Catch();
  const place = { start: 0, end: text.length };
  if (!whole) {
    const assumed = `${items.length} entries that are whole were read`;
    caught.fault(
      faultAt(undefined, 'bad-capture', 'error', place, 'whole JSON', 'JSON that breaks off', assumed),
    );
    caught.remarks.push('The file is cut off or damaged: entries that are whole were read');
  }
  readEntries(
    caught,
    items.map(({ value }) => ({ fields: fieldsOf(value), beside: nothing })),
    place,
  );
  return { kind: 'charles', form: FORM, caught };
}

const FILE = /^(\d{1,9})-(meta\.json|req|res)(?:\.|$)/;

function parse(bytes: Uint8Array): Fields {
  try {
    return fieldsOf(JSON.parse(new TextDecoder().decode(bytes)) as unknown);
  } catch {
    return {};
  }
}

/** Reads a compressed session of Charles (.chlz): a zip file with what is said of each message, and its body beside. */
export function readCharlesZip(bytes: Uint8Array): Capture | undefined {
  const zip = readZip(bytes);
  const sessions = new Map<number, Partial<Record<'meta.json' | 'req' | 'res', ZipEntry>>>();
  for (const entry of zip?.entries ?? []) {
    const [, number, part] = FILE.exec(entry.name) ?? [];
    if (number === undefined) continue;
    const session = sessions.get(Number(number)) ?? {};
    sessions.set(Number(number), session);
    session[part as 'meta.json' | 'req' | 'res'] = entry;
  }
  const known = [...sessions.entries()]
    .sort(([a], [b]) => a - b)
    .filter(([, session]) => session['meta.json']);
  if (!zip || known.length === 0) return undefined;
  const caught = new Catch();
  const place = { start: 0, end: bytes.length };
  tellDirectory(caught, zip, place);
  const entries = known.map(([, session]) => {
    const meta = session['meta.json'];
    const beside: Beside = (side, exchange) => {
      const entry = side === 'request' ? session.req : session.res;
      return entry && unpacked(caught, bytes, entry, place, { exchange, side });
    };
    return { fields: meta ? parse(unpacked(caught, bytes, meta, place)) : {}, beside };
  });
  readEntries(caught, entries, place);
  return { kind: 'charles', form: FORM, caught };
}
