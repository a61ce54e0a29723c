import type { Http, Message, Side } from '../../../conversation/index.ts';
import { base64Body, bodyOf, missingBody, textBody } from '../body.ts';
import { Catch, faultAt, headerRecord, withinLimits, type Capture, type Stretch } from '../catch.ts';
import { byTime } from './by-time.ts';
import { wholeEntries } from './json-items.ts';
import { instantOf } from './instant.ts';
import { fieldsOf, listOf, numberOf, textOf, type Fields } from './json-fields.ts';

/** Headers as most tools write them (`name`, `value`), as pairs, or as one object. */
function headersOf(value: unknown): Record<string, string> {
  const pairs: (readonly [string, string])[] = [];
  for (const one of listOf(value)) {
    if (Array.isArray(one)) pairs.push([textOf(one[0]) ?? '', textOf(one[1]) ?? '']);
    else pairs.push([textOf(fieldsOf(one)['name']) ?? '', textOf(fieldsOf(one)['value']) ?? '']);
  }
  if (!Array.isArray(value))
    for (const [name, one] of Object.entries(fieldsOf(value))) pairs.push([name, textOf(one) ?? '']);
  return headerRecord(pairs);
}

/** Body, how it is written, and its size where the file says it. */
interface Written {
  text: string;
  base64: boolean;
  size: number | undefined;
}

function writtenIn(content: Fields, size: number | undefined): Written | undefined {
  const text = textOf(content['text']);
  if (text === undefined) return undefined;
  const encoding = textOf(content['encoding']) ?? textOf(content['_encoding']) ?? '';
  return { text, base64: /^base64$/i.test(encoding), size: numberOf(content['size']) ?? size };
}

/** Reads a body; nothing of it may be there though the file says there was one. */
function readBody(
  caught: Catch,
  http: Http,
  written: Written | undefined,
  bodySize: number,
  at: { exchange: number; side: Side },
  place: Stretch,
): Uint8Array | undefined {
  if (!written || (written.text === '' && (written.size ?? bodySize) > 0)) {
    const size = written?.size ?? bodySize;
    if (size <= 0) return bodySize === 0 || written ? new Uint8Array(0) : undefined;
    missingBody(caught, size, at, place);
    return undefined;
  }
  if (!written.base64)
    return bodyOf(caught, http, textBody(caught, written.text, written.size, at, place), at, place);
  return base64Body(caught, http, written.text, at, place);
}

function readRequest(caught: Catch, request: Fields, exchange: number, place: Stretch): Message {
  const method = textOf(request['method']);
  const url = textOf(request['url']);
  const headers = headersOf(request['headers']);
  const http = withinLimits({
    ...(method !== undefined && { method }),
    ...(url !== undefined && { url }),
    headers,
  });
  const size = numberOf(request['bodySize']) ?? -1;
  const posted = fieldsOf(request['postData']);
  const own = fieldsOf(request['_content']); // bodies that are no text, as HTTP Toolkit writes them
  const written = writtenIn(own, undefined) ?? writtenIn(posted, size > 0 ? size : undefined);
  const noBody = !written && size < 0 && (method === 'OPTIONS' || method === 'GET' || method === 'HEAD');
  const bytes = readBody(caught, http, written, noBody ? 0 : size, { exchange, side: 'request' }, place);
  return { ...(bytes && { bytes }), http };
}

function readResponse(
  caught: Catch,
  response: Fields,
  exchange: number,
  place: Stretch,
): Message | undefined {
  const status = numberOf(response['status']) ?? 0;
  const headers = headersOf(response['headers']);
  // 0 stands for an answer that never came
  if (status === 0 && Object.keys(headers).length === 0) return undefined;
  const http = withinLimits({ status, headers });
  const content = fieldsOf(response['content']);
  const written = writtenIn(content, undefined);
  const size = numberOf(content['size']) ?? numberOf(response['bodySize']) ?? -1;
  const bytes = readBody(caught, http, written, size, { exchange, side: 'response' }, place);
  return { ...(bytes && { bytes }), http };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Reads a HAR file (HTTP Archive 1.2): JSON with a list of entries. One that is cut off gives the entries that are
 * whole. `undefined` where the text is none.
 */
export function readHar(text: string): Capture | undefined {
  if (!/^\s*\{/.test(text.slice(0, 1000)) || !text.includes('"entries"')) return undefined;
  const whole = parse(text);
  const log = fieldsOf(fieldsOf(whole)['log']);
  if (whole !== undefined && !Array.isArray(log['entries'])) return undefined;
  const caught = new Catch();
  const found = whole === undefined ? wholeEntries(text) : listOf(log['entries']);
  if (whole === undefined && found.length === 0) return undefined;
  const place = { start: 0, end: text.length };
  if (whole === undefined) {
    const assumed = `${found.length} entries that are whole were read`;
    caught.fault(
      faultAt(undefined, 'bad-capture', 'error', place, 'whole JSON', 'JSON that breaks off', assumed),
    );
    caught.remarks.push('The file is cut off or damaged: entries that are whole were read');
  }
  const timeOf = (entry: Fields): number | undefined => instantOf(textOf(entry['startedDateTime']) ?? '');
  for (const entry of byTime(found.map(fieldsOf), timeOf)) {
    const exchange = caught.add({});
    const target = caught.exchanges[exchange];
    if (!target) continue;
    target.request = readRequest(caught, fieldsOf(entry['request']), exchange, place);
    const response = readResponse(caught, fieldsOf(entry['response']), exchange, place);
    if (response) target.response = response;
  }
  return { kind: 'har', form: 'a HAR file', caught };
}
