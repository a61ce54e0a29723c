import { LIMITS, type Http, type Message, type Side } from '../../../conversation/index.ts';
import { grouped } from '../../../bytes/index.ts';
import { readXml } from '../../../xml/index.ts';
import { readBase64 } from '../../base64-digits.ts';
import { isGood, score } from '../../rank.ts';
import { Catch, faultAt, withinLimits, type Capture, type Stretch } from '../catch.ts';
import { logLines, type LogLine } from './log-lines.ts';
import { isMessage } from '../../message-root.ts';
import { PrintedTags } from './printed-tags.ts';

/** One message as the log tells it. */
interface Told {
  base64?: Stretch;
  /** What stands in place of the base64, where the log left it out. */
  instead?: string;
  tags?: PrintedTags;
  /** Set where the tags are of a message that begins in front of the log. */
  isPiece?: boolean;
  place: Stretch;
}

/** What one process of the server logged of one request. */
interface Turn {
  request?: Told;
  response?: Told;
  http: { command?: string; query: string[]; method?: string; version?: string; status?: number };
}

const WHOLE = /WBXML-(IN ?|OUT): |WBXML 10K debug data: /;
const PRINTED = /\[ ?WBXML\](?: \[[^\]]{0,200}\]){0,3} ([IO]) /;
/** The same without a name of its level: Horde, and Z-Push 1. */
const PLAIN = /(?:^|DEBUG: |\[\d{1,10}\] )([IO]) (?= {0,200}\S)/;
const PLAIN_TAG = /(?:^|DEBUG: |\[\d{1,10}\] )[IO] {1,200}<[A-Za-z][\w:-]{0,80}\/?>[ \t]*\r?$/m;
/** Which process wrote a line. */
const PROCESS = /\[ {0,9}(\d{1,10})\]/;
/** Lines at which one request ends and another begins. */
const BOUNDARY = /-{6,} (?:Start|End)|\bcmd='/;
/** The line that closes a request: what it asked for once more, and what came of it. */
const CLOSING = /\bcmd='[^']{0,300}'.{0,2000}? httpcode='(\d{3})'/;
const LEVEL = /\[ ?[A-Z]{4,12} ?\]/;
const PLAIN_LEVEL = /\b(?:ERR|WARN|NOTICE|INFO|DEBUG):|\[\d{1,10}\]/;
const FACT = /\b(cmd|method|getUser|devId|devType)='([^']{0,300})'/g;

/** Whether a text is the log of Z-Push or grommunio-sync, with messages in it. */
const isLog = (text: string): boolean =>
  /WBXML-(?:IN ?|OUT): |WBXML 10K debug data: |\[ ?WBXML\](?: \[[^\]\n]{0,200}\]){0,3} [IO] {1,200}</.test(
    text,
  );

/** Puts the lines of each process together, request by request. */
class Turns {
  readonly all: Turn[] = [];
  private readonly current = new Map<string, Turn>();
  /** Whether replies are logged before their requests, as the servers do. */
  private repliesFirst: boolean | undefined;
  private bounded = false;

  boundary(process: string, line: string): void {
    this.bounded = true;
    const status = CLOSING.exec(line)?.[1];
    if (status !== undefined) {
      const { http } = this.turn(process);
      if (http.command === undefined) addFacts(http, line); // the log begins behind its first line
      http.status = Number(status);
      this.current.delete(process);
      return;
    }
    const turn = this.current.get(process);
    const begins = line.includes("cmd='") && turn !== undefined && turn.http.command === undefined;
    if (!begins || turn.request || turn.response) this.current.delete(process);
    if (!line.includes("cmd='")) return;
    addFacts(this.turn(process).http, line);
  }

  version(process: string, version: string): void {
    const turn = this.current.get(process);
    if (turn) turn.http.version = version;
  }

  /** Where what the log says of a side belongs. `whole`: it says all of it in one line, the last of its kind. */
  told(process: string, side: Side, line: LogLine, whole: boolean): Told {
    if (whole) this.repliesFirst ??= side === 'response';
    let turn = this.turn(process);
    const known = turn[side];
    if (known && (whole ? (known.base64 ?? known.instead) !== undefined : this.isOver(turn, known))) {
      this.current.delete(process);
      turn = this.turn(process);
    }
    const told = (turn[side] ??= { place: { start: line.start, end: line.end } });
    told.place.end = line.end;
    const last = this.repliesFirst ? 'request' : 'response';
    if (whole && !this.bounded && side === last && !turn.request?.tags && !turn.response?.tags)
      this.current.delete(process);
    return told;
  }

  private isOver(turn: Turn, known: Told): boolean {
    return known.tags?.isWhole === true || turn.request?.base64 !== undefined;
  }

  private turn(process: string): Turn {
    const known = this.current.get(process);
    if (known) return known;
    const turn: Turn = { http: { query: [] } };
    this.current.set(process, turn);
    this.all.push(turn);
    return turn;
  }
}

const QUERY: Readonly<Record<string, string>> = { getUser: 'User', devId: 'DeviceId', devType: 'DeviceType' };

function addFacts(http: Turn['http'], line: string): void {
  for (const [, name = '', value = ''] of line.matchAll(FACT)) {
    if (name === 'cmd') http.command = value;
    else if (name === 'method') http.method = value;
    else if (value !== '') http.query.push(`${QUERY[name] ?? name}=${queryValue(value)}`);
  }
}

/** Percent-encoded; a lone surrogate has no bytes and is dropped. */
const queryValue = (value: string): string => encodeURIComponent(value.replace(/\p{Surrogate}/gu, ''));

function readTurns(text: string, isPlain: boolean): Turn[] {
  const [tags, level] = isPlain ? [PLAIN, PLAIN_LEVEL] : [PRINTED, LEVEL];
  const turns = new Turns();
  let open: PrintedTags | undefined;
  for (const line of logLines(text)) {
    const { head } = line;
    const process = PROCESS.exec(head)?.[1] ?? '';
    const whole = WHOLE.exec(head);
    const printed = whole ? null : tags.exec(head);
    if (whole) {
      const told = turns.told(process, whole[1] === 'OUT' ? 'response' : 'request', line, true);
      const start = line.start + whole.index + whole[0].length;
      const left = /^(?:more than \d+\w* of data|output buffer disabled)/.exec(
        head.slice(start - line.start),
      );
      if (left) told.instead = left[0];
      else told.base64 = { start, end: line.end };
    } else if (printed) {
      const told = turns.told(process, printed[1] === 'O' ? 'response' : 'request', line, false);
      open = told.tags ??= new PrintedTags();
      open.line(text.slice(line.start + printed.index + printed[0].length, line.end));
      continue;
    } else if (BOUNDARY.test(head)) {
      turns.boundary(process, head);
    } else if (!level.test(head)) {
      open?.more(text.slice(line.start, line.end));
      continue;
    } else {
      const version = /ASVersion: (\d{1,2}\.\d)/.exec(head)?.[1];
      if (version !== undefined) turns.version(process, version);
    }
    open = undefined;
  }
  return turns.all;
}

function httpOf({ command, query, method, version, status }: Turn['http'], side: Side): Http {
  if (side === 'response') return { ...(status !== undefined && { status }) };
  const facts = ['User', 'DeviceId', 'DeviceType'].flatMap((name) =>
    query.filter((one) => one.startsWith(`${name}=`)),
  );
  const url = [...(command !== undefined && command !== '' ? [`Cmd=${queryValue(command)}`] : []), ...facts];
  return withinLimits({
    ...(method !== undefined && { method }),
    ...(url.length > 0 && { url: `/Microsoft-Server-ActiveSync?${url.join('&')}` }),
    ...(version !== undefined && { headers: { 'MS-ASProtocolVersion': version } }),
  });
}

/** Bytes of a message out of the base64 in the log, and whether they are all. */
function fromLine(caught: Catch, text: string, place: Stretch, exchange: number, side: Side): Uint8Array {
  const read = readBase64(text, place.start, place.end);
  const bytes = read.bytes.slice(0, LIMITS.messageBytes);
  const at = { exchange, side };
  const cutSize = side === 'request' && (bytes.length === 4096 || bytes.length === 10_240);
  const line = text.slice(Math.max(place.start, place.end - 8), place.end).trimEnd();
  // PHP always fills up the last group: one that is not full was cut with its line
  const unfilled = bytes.length % 3 !== 0 && !line.endsWith('=');
  const broken = unfilled || read.slips.some(({ severity }) => severity === 'error');
  if ((cutSize || broken) && !isGood(score(bytes))) {
    const where = `cut at ${grouped(bytes.length)} bytes by the server's log`;
    const assumed = `the ${grouped(bytes.length)} bytes that are there were read`;
    caught.fault(faultAt(at, 'cut-off', 'error', place, 'the whole message', where, assumed), where);
  }
  return bytes;
}

/** Bytes made from printed tags: what was sent may have been written otherwise, and that is said. */
function fromTags(
  caught: Catch,
  tags: PrintedTags,
  told: Told,
  exchange: number,
  side: Side,
): Uint8Array | undefined {
  const { bytes } = readXml(tags.xml(), { doctype: 'activesync' });
  const at = { exchange, side };
  if (!bytes || !isMessage(bytes)) {
    told.isPiece = bytes !== undefined;
    const found = bytes
      ? 'elements of a message that begins in front of the log'
      : 'tags that do not read as a message';
    caught.fault(
      faultAt(at, 'not-captured', 'error', told.place, 'a message', found, 'it is left without bytes'),
      found,
    );
    return undefined;
  }
  const missing = tags.leftOut > 0 ? `; ${grouped(tags.leftOut)} bytes of content are not in the log` : '';
  const cut = tags.isWhole ? '' : '; the log ends before it does';
  caught.note(at, `made from the tags the log prints, not the bytes that were sent${missing}${cut}`);
  if (missing !== '' || cut !== '') {
    const assumed = 'what is there was read';
    caught.fault(
      faultAt(at, 'not-printed', 'error', told.place, 'the whole message', `tags${missing}${cut}`, assumed),
    );
  }
  return bytes;
}

function messageOf(
  caught: Catch,
  text: string,
  turn: Turn,
  exchange: number,
  side: Side,
): Message | undefined {
  const told = turn[side];
  const http = httpOf(turn.http, side);
  const facts = Object.keys(http).length > 0 ? { http } : {};
  if (!told)
    return 'http' in facts && (side === 'response' || turn.http.command !== undefined) ? facts : undefined;
  const { tags, base64 } = told;
  if (base64) return { bytes: fromLine(caught, text, base64, exchange, side), ...facts };
  const bytes = tags && !tags.isEmpty ? fromTags(caught, tags, told, exchange, side) : undefined;
  if (told.instead !== undefined && !bytes) {
    const assumed = 'the message is shown without bytes';
    const at = { exchange, side };
    caught.fault(
      faultAt(at, 'not-captured', 'error', told.place, 'base64', `“${told.instead}”`, assumed),
      `not in the log: ${told.instead}`,
    );
  }
  return { ...(bytes && { bytes }), ...facts };
}

/**
 * Reads a log of Z-Push or grommunio-sync at its level WBXML: messages in base64 behind `WBXML-IN :` and `WBXML-OUT:`,
 * or where those are missing the tags it prints line by line, as Horde and older ones do at any level. Lines of several processes may be mixed. `undefined`
 * where the text is no such log.
 */
export function readZpushLog(text: string): Capture | undefined {
  const isPlain = !isLog(text);
  if (isPlain && !PLAIN_TAG.test(text)) return undefined;
  const caught = new Catch();
  let pieces = false;
  for (const turn of readTurns(text, isPlain)) {
    if (!turn.request && !turn.response && !turn.http.command) continue;
    const exchange = caught.add({});
    const target = caught.exchanges[exchange];
    if (!target) continue;
    const request = messageOf(caught, text, turn, exchange, 'request');
    const response = messageOf(caught, text, turn, exchange, 'response');
    if (request) target.request = request;
    if (response) target.response = response;
    const isPiece = [turn.request, turn.response].every((told) => !told || told.isPiece);
    if (isPiece && turn.http.command === undefined) {
      caught.dropLast();
      pieces = true;
    }
  }
  if (pieces) caught.remarks.push('elements of a message that begins in front of the log were left out');
  const some = caught.exchanges.some(({ request, response }) => request?.bytes ?? response?.bytes);
  if (caught.exchanges.length === 0 || (isPlain && !some)) return undefined;
  const form = isPlain
    ? 'a log of tags, as Horde and Z-Push 1 print them'
    : 'a log of Z-Push or grommunio-sync';
  return { kind: 'server-log', form, caught };
}
