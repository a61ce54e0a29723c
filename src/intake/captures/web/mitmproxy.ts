import type { Http, Message, Side } from '../../../conversation/index.ts';
import { latin1Text } from '../../text-bytes.ts';
import { bodyOf } from '../body.ts';
import { Catch, faultAt, headerRecord, withinLimits, type Capture } from '../catch.ts';
import { readTnetstring, type TValue } from './tnetstring.ts';

type Flow = ReadonlyMap<string, TValue>;

const isFlow = (value: TValue | undefined): value is Map<string, TValue> => value instanceof Map;

const textIn = (flow: Flow, name: string): string => {
  const value = flow.get(name);
  return value instanceof Uint8Array ? latin1Text(value) : '';
};

const numberIn = (flow: Flow, name: string): number | undefined => {
  const value = flow.get(name);
  return typeof value === 'number' ? value : undefined;
};

function headersIn(flow: Flow): Record<string, string> {
  const list = flow.get('headers');
  const pairs = Array.isArray(list) ? list : [];
  return headerRecord(
    pairs.flatMap((pair) => {
      const [name, value] = Array.isArray(pair) ? pair : [];
      return name instanceof Uint8Array && value instanceof Uint8Array
        ? [[latin1Text(name), latin1Text(value)] as const]
        : [];
    }),
  );
}

/** The address as one text; the port is left out where it is the usual one. */
function urlOf(request: Flow): string {
  const path = textIn(request, 'path');
  const host = textIn(request, 'host');
  const scheme = textIn(request, 'scheme');
  if (host === '' || scheme === '') return path;
  const port = numberIn(request, 'port');
  const usual = port === undefined || port === (scheme === 'https' ? 443 : 80);
  return `${scheme}://${host}${usual ? '' : `:${port}`}${path}`;
}

function messageIn(
  caught: Catch,
  flow: Flow,
  http: Http,
  exchange: number,
  side: Side,
  start: number,
): Message {
  const content = flow.get('content');
  if (!(content instanceof Uint8Array)) return { http };
  const place = { start, end: start + content.length };
  return { bytes: bodyOf(caught, http, content.slice(), { exchange, side }, place), http };
}

function takeFlow(caught: Catch, flow: Flow, start: number): void {
  const request = flow.get('request');
  const response = flow.get('response');
  if (isFlow(request) && textIn(request, 'method') === 'CONNECT') return;
  const exchange = caught.add({});
  const target = caught.exchanges[exchange];
  if (!target) return;
  if (isFlow(request)) {
    const http = withinLimits({
      method: textIn(request, 'method'),
      url: urlOf(request),
      headers: headersIn(request),
    });
    target.request = messageIn(caught, request, http, exchange, 'request', start);
  }
  if (isFlow(response)) {
    const status = numberIn(response, 'status_code') ?? numberIn(response, 'code') ?? 0;
    const http = withinLimits({ status, headers: headersIn(response) });
    target.response = messageIn(caught, response, http, exchange, 'response', start);
  }
}

/** Reads a file of flows that mitmproxy saved; `undefined` where the bytes are none. */
export function readFlows(bytes: Uint8Array): Capture | undefined {
  const first = /^\d{1,9}:/.test(latin1Text(bytes.subarray(0, 12))) ? readTnetstring(bytes, 0) : undefined;
  const isCut = !first && /^\d{2,9}:\d{1,9}:[a-z_]{2,40}[,;]/.test(latin1Text(bytes.subarray(0, 80)));
  if (first ? !isFlow(first.value) || !(first.value.has('request') || first.value.has('type')) : !isCut)
    return undefined;
  const caught = new Catch();
  let others = 0;
  let at = 0;
  for (let read = first; read; read = readTnetstring(bytes, at)) {
    if (isFlow(read.value) && read.value.has('request')) takeFlow(caught, read.value, at);
    else others++;
    at = read.next;
  }
  if (at < bytes.length) {
    const place = { start: at, end: bytes.length };
    const found = 'a flow that is cut off or damaged';
    const assumed = `${caught.exchanges.length} flows before it were read`;
    caught.fault(faultAt(undefined, 'bad-capture', 'error', place, 'a whole flow', found, assumed));
    caught.remarks.push(`Byte ${at}: ${found}; ${assumed}`);
  }
  if (others > 0) caught.remarks.push(`${others} flows that are not HTTP left out`);
  return { kind: 'mitmproxy', form: 'a file of mitmproxy flows', caught };
}
