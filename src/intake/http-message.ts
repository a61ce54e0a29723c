import { messagesOf, type Conversation, type Exchange, type Message } from '../conversation/index.ts';
import { headerOf } from '../eas/index.ts';
import { undoHttp, type Body } from './http-body.ts';
import { isRemarks, isStart, nextStart, readHead, type HttpHead } from './http-head.ts';
import { openParts, withPartsOpened } from './multipart-parts.ts';
import { rank, score } from './rank.ts';
import { count, keptBefore, slip, type Reader, type Reading, type Slip } from './reading.ts';
import { hasControls, latin1Bytes, textBytes } from './text-bytes.ts';

/** Messages of one paste that are read; the rest is named and left out. */
export const MOST_MESSAGES = 500;

export type Source = 'bytes' | 'text';

/** One message with what reading it said. */
interface Part {
  head: HttpHead;
  message: Message;
  end: number;
  xml?: string;
  said: string[];
  slips: Slip[];
}

/** Where the body ends: by Content-Length if a message or nothing follows there, else at the next start line. */
function bodyEnd(text: string, head: HttpHead): number {
  const length = Number(headerOf(head.http, 'content-length') ?? Number.NaN);
  const { bodyStart } = head;
  const next = nextStart(text, bodyStart);
  if (head.arrows && isRemarks(text.slice(bodyStart, next < 0 ? undefined : next)))
    return next < 0 ? text.length : next;
  if (Number.isInteger(length) && length >= 0 && bodyStart + length <= text.length) {
    const behind = bodyStart + length;
    const rest = /^[\r\n]*/.exec(text.slice(behind, behind + 8))?.[0].length ?? 0;
    if (behind + rest >= text.length || (length > 0 && isStart(text, behind + rest))) return behind;
  }
  if (next < 0) return text.length;
  // what separates two messages is not part of the first one's body
  let end = next;
  while (end > bodyStart && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return end;
}

/** Text that may be one of the written forms; bytes as they were sent hold control characters early on. */
const mayBeWritten = (text: string): boolean => !hasControls(text, 64);

/** A body that a tool printed as XML in place of the WBXML that was sent. */
function printedXml(head: HttpHead, text: string): string | undefined {
  const type = headerOf(head.http, 'content-type') ?? '';
  const trimmed = text.trim();
  return /wbxml/i.test(type) && /^<[?!A-Za-z_]/.test(trimmed) && trimmed.endsWith('>') ? trimmed : undefined;
}

/** A body with what reading it said and how well it decodes. */
interface ReadBody {
  body: Body;
  said: string[];
  quality: number;
}

/** The characters as bytes: those they were before they became text, so one byte each or UTF-8. */
function rawBytes(raw: string, source: Source): Uint8Array[] {
  const single = latin1Bytes(raw);
  if (source === 'bytes') return single ? [single] : [];
  const utf8 = textBytes(raw);
  return single && utf8.length !== single.length ? [utf8, single] : [utf8];
}

const BEHIND = 'what stands behind its Content-Length passed over';

/** The body as the bytes that stand there, or as what a written form stands for: whichever decodes better. */
function readBody(text: string, head: HttpHead, end: number, source: Source, forms: Reader): ReadBody {
  const { bodyStart: start, http } = head;
  const raw = text.slice(start, end);
  const place = { start, end };
  const judged = (body: Body, said: string[]): ReadBody => ({
    body,
    said,
    quality: score(openParts(body.bytes)?.bytes ?? body.bytes).quality,
  });
  const length = Number(headerOf(http, 'content-length') ?? Number.NaN);
  const best = rawBytes(raw, source)
    .flatMap((bytes) => [
      judged(undoHttp(http, bytes, place, true), []),
      // a rule or a remark that a tool writes behind the body is not part of it, if the body reads to its end; where
      // characters were lost the bytes are others, and so is their number
      ...(length > 0 && length < bytes.length && !raw.includes('\ufffd')
        ? [judged(undoHttp(http, bytes.subarray(0, length), place, true), [BEHIND])]
        : []),
    ])
    .reduce((a, b) => (b.quality > a.quality ? b : a));
  const reading = mayBeWritten(raw) ? rank(forms(raw))[0]?.reading : undefined;
  if (!reading) return best;
  const written = judged(undoHttp(http, reading.bytes, place, false), [`body read as ${reading.form}`]);
  const covers = reading.end - reading.start >= raw.trim().length * 0.9 && reading.marks >= 4;
  if (written.quality <= best.quality && !covers) return best;
  const moved = reading.slips.map((one) => ({ ...one, start: one.start + start, end: one.end + start }));
  return { ...written, body: { ...written.body, slips: [...moved, ...written.body.slips] } };
}

/** A body that is not as long as its header says, or is not there. */
function checkLength(head: HttpHead, end: number, sent: number): Slip[] {
  const length = Number(headerOf(head.http, 'content-length') ?? Number.NaN);
  if (!Number.isInteger(length) || length === sent) return [];
  const expected = `${count(length, 'byte')}, as Content-Length says`;
  const severity = sent < length ? 'error' : 'warning';
  const assumed = sent < length ? keptBefore(sent) : 'all bytes that are there were read';
  return [slip('length-differs', severity, head.bodyStart, end, expected, count(sent, 'byte'), assumed)];
}

/** A body of which curl -v prints only how long it is. */
function notPrinted({ http, bodyStart }: HttpHead, end: number): Slip {
  const expected = `${headerOf(http, 'content-length') ?? 'some'} bytes, as Content-Length says`;
  const found = 'only their number: curl -v prints no bodies';
  const assumed = 'nothing invented; curl --trace - prints them';
  return slip('not-printed', 'error', bodyStart, end, expected, found, assumed);
}

/** What HTTPie prints in the place of a body. */
const NO_TERMINAL = /^[\s|+-]*NOTE: binary data not shown in terminal[\s|+-]*$/;

function notShown({ bodyStart }: HttpHead, end: number): Slip {
  const assumed = 'nothing invented; http --download and --output save it';
  return slip('not-printed', 'error', bodyStart, end, 'the body', 'a note in its place', assumed);
}

function readPart(text: string, head: HttpHead, source: Source, forms: Reader): Part {
  const end = bodyEnd(text, head);
  const remarks = head.arrows && isRemarks(text.slice(head.bodyStart, end));
  const raw = remarks ? '' : text.slice(head.bodyStart, end);
  const part: Part = { head, end, message: { http: head.http }, said: [], slips: [] };
  const length = headerOf(head.http, 'content-length');
  if (remarks && Number(length) > 0) return { ...part, slips: [notPrinted(head, end)] };
  if (raw.trim() === '' && raw.length < 64) {
    const sentEmpty = length === undefined ? head.closed : Number(length) === 0;
    if (sentEmpty) return { ...part, message: { ...part.message, bytes: new Uint8Array(0) } };
    return { ...part, slips: length === undefined ? [] : checkLength(head, end, 0) };
  }
  if (raw.length < 400 && NO_TERMINAL.test(raw)) return { ...part, slips: [notShown(head, end)] };
  const xml = printedXml(head, raw);
  if (xml !== undefined) return { ...part, xml, said: ['body shown as XML'] };
  const { body, said } = readBody(text, head, end, source, forms);
  const undone = body.undone.length > 0;
  const slips =
    undone || said.length > 0 ? body.slips : [...checkLength(head, end, body.bytes.length), ...body.slips];
  return { ...part, message: { http: head.http, bytes: body.bytes }, said: [...said, ...body.undone], slips };
}

/** A response belongs to the request before it; everything else begins an exchange of its own. */
function pair(parts: readonly Part[]): { exchanges: Exchange[]; places: { exchange: number; part: Part }[] } {
  const exchanges: Exchange[] = [];
  const places: { exchange: number; part: Part }[] = [];
  for (const part of parts) {
    const last = exchanges.at(-1);
    if (part.head.side === 'response' && last?.request && !last.response) last.response = part.message;
    else exchanges.push({ id: String(exchanges.length + 1), [part.head.side]: part.message });
    places.push({ exchange: exchanges.length - 1, part });
  }
  return { exchanges, places };
}

function nameOf(parts: readonly Part[]): string {
  const [first, second] = parts;
  const said = [...new Set(parts.flatMap((part) => part.said))];
  const more = said.length > 0 ? `; ${said.join(', ')}` : '';
  if (parts.length === 1) return `an HTTP ${first?.head.side ?? 'message'}${more}`;
  const asPair = parts.length === 2 && first?.head.side === 'request' && second?.head.side === 'response';
  return asPair ? `an HTTP request and its response${more}` : `${parts.length} HTTP messages${more}`;
}

/**
 * Reads HTTP messages: start line, headers, body; one or many, text in front of the first passed over. Bodies may be
 * the bytes themselves or any written form; chunks and gzip or deflate are undone.
 * @param source whether each character is a byte of a file, or a character of pasted text
 * @param forms reads the written forms
 */
export function readHttp(text: string, source: Source, forms: Reader): Reading[] {
  const parts: Part[] = [];
  const slips: Slip[] = [];
  for (let at = nextStart(text, 0); at >= 0 && at < text.length;) {
    const head = readHead(text, at);
    if (!head) break;
    if (parts.length === MOST_MESSAGES) {
      const expected = `${MOST_MESSAGES} messages at most`;
      slips.push(slip('too-large', 'error', at, text.length, expected, 'more', 'the rest was left out'));
      break;
    }
    const part = readPart(text, head, source, forms);
    parts.push(part);
    at = nextStart(text, lineStart(text, part.end));
  }
  const first = parts[0];
  if (!first) return [];
  const { exchanges, places } = pair(parts);
  const printed = places.find(({ part }) => part.xml !== undefined);
  const messages: Conversation = {
    format: 1,
    title: 'Pasted HTTP',
    exchanges: exchanges.map(withPartsOpened),
  };
  const xml = printed && {
    text: printed.part.xml ?? '',
    exchange: printed.exchange,
    side: printed.part.head.side,
  };
  const bodies = messagesOf(messages)
    .map(({ message }) => message.bytes)
    .filter((bytes) => bytes && bytes.length > 0);
  return [
    {
      kind: 'http',
      form: nameOf(parts),
      start: first.head.start,
      end: parts.at(-1)?.end ?? text.length,
      bytes: bodies[0] ?? new Uint8Array(0),
      marks: 10,
      slips: [...parts.flatMap((part) => part.slips), ...slips],
      messages,
      ...(xml && { xml }),
    },
  ];
}

/** The line that begins at or behind `at`. */
function lineStart(text: string, at: number): number {
  if (at === 0 || text[at - 1] === '\n' || /^(?:HTTP\/|[A-Z<>])/.test(text.slice(at, at + 5))) return at;
  const stop = text.indexOf('\n', at);
  return stop < 0 ? text.length : stop + 1;
}
