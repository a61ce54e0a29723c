import { HeaderCollector, type Http, type Side } from '../conversation/index.ts';

/** Start line and headers of an HTTP message. Text offsets. */
export interface HttpHead {
  side: Side;
  http: Http;
  start: number;
  /** Just past the empty line behind the headers, or where they stop without one. */
  bodyStart: number;
  /** Whether an empty line closes the headers. */
  closed: boolean;
  /** Whether its lines begin with arrows, as curl -v prints them; bodies have none. */
  arrows: boolean;
}

const METHODS = 'GET|POST|PUT|OPTIONS|HEAD|DELETE|PATCH|PROPFIND|REPORT';
const REQUEST = new RegExp(
  `^(?:> ?)?(?:([A-Z]{3,16}) (\\S+) HTTP/\\d(?:\\.\\d)?|(${METHODS}) ((?:/|https?://)\\S*))$`,
);
const RESPONSE = /^(?:< ?)?HTTP\/\d(?:\.\d)? (\d{3})(?: .*)?$/;
/** A head of HTTP/2 as tools show it: no start line, what it says in fields that begin with a colon. */
const PSEUDO = /^:(method|path|authority|scheme|status):[ \t]*(\S.*)$/;
const HEADER = /^(?:[<>] )?:?([\w!#$%&'*+.^`|~-]{1,200}):[ \t]*(.*)$/;
/** Lines that curl -v puts between: its own remarks, and the arrow of the empty line. */
const REMARK = /^\* /;
const EMPTY = /^[<>]?[ \t]*$/;
/** Longer lines are no start line and no header. */
const LONGEST_LINE = 16_384;

interface Line {
  text: string;
  next: number;
}

function lineAt(text: string, at: number): Line {
  const stop = text.indexOf('\n', at);
  const end = stop < 0 ? text.length : stop;
  const cut = end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
  return {
    text: cut - at > LONGEST_LINE ? '' : text.slice(at, cut),
    next: stop < 0 ? text.length : stop + 1,
  };
}

function startLine(line: string): { side: Side; http: Http } | undefined {
  const response = RESPONSE.exec(line);
  if (response) return { side: 'response', http: { status: Number(response[1]) } };
  const pseudo = PSEUDO.exec(line);
  if (pseudo) return { side: pseudo[1] === 'status' ? 'response' : 'request', http: {} };
  const request = REQUEST.exec(line);
  if (!request) return undefined;
  return {
    side: 'request',
    http: { method: request[1] ?? request[3] ?? '', url: request[2] ?? request[4] ?? '' },
  };
}

/** Whether text is nothing but what curl -v says between messages: remarks, and sizes of data sent or received. */
export const isRemarks = (text: string): boolean =>
  /^(?:(?:\* |[{}] ?\[)[^\n]*(?:\n|$)|\s)*$/.test(text.slice(0, LONGEST_LINE));

/**
 * Whether a start line begins at `at`. Without the version of HTTP a method and an address are one only where a header or
 * an empty line follows: people write of them.
 */
export function isStart(text: string, at: number): boolean {
  const line = lineAt(text, at);
  const begun = startLine(line.text);
  if (!begun || begun.side === 'response' || /^:| HTTP\/\d/.test(line.text)) return begun !== undefined;
  const next = lineAt(text, line.next).text;
  return EMPTY.test(next) || HEADER.test(next) || REMARK.test(next);
}

/** Offset of the next start line at or behind `at`, which must be the start of a line; −1 where there is none. */
export function nextStart(text: string, at: number): number {
  for (let i = at; i < text.length;) {
    // an upper-case letter, an arrow or a colon, before the costly look
    const unit = text.charCodeAt(i);
    const isFirst = (unit >= 65 && unit <= 90) || unit === 60 || unit === 62 || unit === 58;
    if (isFirst && isStart(text, i)) return i;
    const stop = text.indexOf('\n', i);
    if (stop < 0) return -1;
    i = stop + 1;
  }
  return -1;
}

/** What a field of HTTP/2 says that stands in the start line of HTTP/1.1, or in Host. */
function putPseudo(http: Http, headers: HeaderCollector, name: string, value: string): void {
  if (name === 'method') http.method ??= value;
  else if (name === 'path') http.url ??= value;
  else if (name === 'status') http.status ??= Number(/^\d{3}/.exec(value)?.[0] ?? 0);
  else if (name === 'authority' && !headers.has('host')) headers.add('host', value);
}

/** Reads the head whose start line is at `start`. Repeated headers are joined by a comma (RFC 9110 §5.3). */
export function readHead(text: string, start: number): HttpHead | undefined {
  const first = lineAt(text, start);
  const begun = startLine(first.text);
  if (!begun) return undefined;
  const headers = new HeaderCollector();
  let last: string | undefined;
  let inField = false;
  const http: Http = { ...begun.http };
  let at = first.text.startsWith(':') ? start : first.next;
  let closed = false;
  while (at < text.length) {
    const line = lineAt(text, at);
    if (EMPTY.test(line.text) && line.next - at < LONGEST_LINE) {
      closed = true;
      at = line.next;
      break;
    }
    const pseudo = PSEUDO.exec(line.text);
    if (pseudo) {
      putPseudo(http, headers, pseudo[1] ?? '', (pseudo[2] ?? '').trim());
      at = line.next;
      continue;
    }
    const header = HEADER.exec(line.text);
    const name = header?.[1];
    if (header && name !== undefined) {
      last = headers.add(name, (header[2] ?? '').trim()) ? name : undefined;
      inField = true;
    } else if (inField && /^[ \t]/.test(line.text)) {
      if (last !== undefined) headers.fold(last, line.text.trim());
    } else if (!REMARK.test(line.text)) {
      break;
    }
    at = line.next;
  }
  const record = headers.record();
  if (Object.keys(record).length > 0) http.headers = record;
  return { side: begun.side, http, start, bodyStart: at, closed, arrows: /^[<>]/.test(first.text) };
}
