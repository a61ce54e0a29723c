import { ByteSink, slip, type Reading, type Slip } from './reading.ts';
import { textBytes } from './text-bytes.ts';

/** Tables of one paste that are read. */
const MOST_TABLES = 100;
const MARKS = 10;
const HEAD = 400;

/** What stands above a table: what the header of the message says. */
const VERSION = /^\s*Version: [\d.]+ \(0x([0-9a-f]{2})\)/i;
const PUBLIC_ID = /^\s*Public Identifier[^:\n]{0,20}:.{0,100}\(0x([0-9a-f]{1,8})\)\s*$/i;
const CHARSET = /^\s*Character Set: .{0,60}\((?:0x([0-9a-f]{1,8})|(\d{1,5}))\)\s*$/i;
const TABLE = /^\s*String table: (\d{1,9}) bytes?/i;
/** `7 | Tag | T 0 | Known Tag 0x0B (.C) | <SyncKey>`: the level, the state, the code page, the token, how it is drawn. */
const ROW =
  /^\s*(\[truncated\])?[\s\d]*\|\s*(?:Tag|Attr)\s*\|\s*[TA]\s+(?:-->\s*)?(\d{1,3})\s*\|\s*([^|\n]{1,60}?)\s*\|(.*)$/;
const TAG = /^Known Tag 0x([0-9a-f]{2})\s*\(([A.])([C.])\)$/i;
const ATTRIBUTE = /^Known attr(Start|Value) 0x([0-9a-f]{2})$/i;
const TEXT = /^\s*'(.*?)'?$/;

/** What no printer shows; a backslash that is none of these stands for itself. */
const ESCAPE = /\\(?:([0-7]{3})|([abfnrtv]))/g;
const CONTROLS: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const SWITCH_PAGE = 0;
const END = 1;
const STR_I = 3;

/** A message while its table is read. */
interface Open {
  header: { version?: number; publicId?: number; charset?: number; table?: number };
  sink: ByteSink;
  start: number;
  end: number;
  rows: number;
  slips: Slip[];
  /** A row whose bytes are not told stands behind what was read. */
  stopped: boolean;
}

const begun = (start: number): Open => ({
  header: {},
  sink: new ByteSink(256),
  start,
  end: start,
  rows: 0,
  slips: [],
  stopped: false,
});

function writeMb(sink: ByteSink, value: number): void {
  const groups = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
    groups.unshift((rest % 128) | 0x80);
  for (const group of groups) sink.push(group);
}

/** The header of a message; where the text does not hold it, the one that ActiveSync has, and that is said. */
function writeHeader(open: Open): void {
  const { version = 3, publicId = 1, charset = 0x6a, table } = open.header;
  if (table === undefined) {
    const assumed = 'version 1.3, no public identifier, UTF-8, no string table';
    open.slips.push(
      slip('missing-bytes', 'warning', open.start, open.start, 'what the header says', 'none', assumed),
    );
  } else if (table > 0) stop(open, open.start, open.start, `a string table of ${table} bytes`);
  open.sink.push(version);
  writeMb(open.sink, publicId);
  if (version > 0) writeMb(open.sink, charset); // WBXML 1.0 has none
  open.sink.push(0);
}

function stop(open: Open, start: number, end: number, found: string): void {
  open.stopped = true;
  const assumed = `${open.sink.length} bytes read before it; nothing invented`;
  open.slips.push(slip('not-printed', 'error', start, end, 'a row that tells its bytes', found, assumed));
}

/** Writes a text; that a backslash in it may be one, and no escape, is said once. */
function writeText({ sink, slips }: Open, shown: string, start: number, end: number): void {
  let from = 0;
  for (const found of shown.matchAll(ESCAPE)) {
    sink.append(textBytes(shown.slice(from, found.index)));
    if (found[1] === undefined) sink.append(textBytes(CONTROLS[found[2] ?? ''] ?? ''));
    else sink.push(Number.parseInt(found[1], 8) & 0xff);
    from = found.index + found[0].length;
  }
  sink.append(textBytes(shown.slice(from)));
  sink.push(0);
  if (from === 0 || slips.some(({ code }) => code === 'bad-escape')) return;
  const found = 'backslashes, which Wireshark does not double';
  slips.push(slip('bad-escape', 'warning', start, end, 'a text', found, 'each is read as an escape'));
}

/** Writes what one row stands for. */
function takeRow(
  open: Open,
  [, truncated, page = '0', token = '', drawn = '']: RegExpExecArray,
  start: number,
  end: number,
): void {
  if (open.rows++ === 0) writeHeader(open);
  if (open.stopped) return;
  open.end = end;
  const { sink } = open;
  const tag = TAG.exec(token);
  const attribute = ATTRIBUTE.exec(token);
  if (tag)
    sink.push(Number.parseInt(tag[1] ?? '0', 16) | (tag[2] === 'A' ? 0x80 : 0) | (tag[3] === 'C' ? 0x40 : 0));
  else if (attribute) {
    // a value is told without its highest bit
    sink.push(Number.parseInt(attribute[2] ?? '0', 16) | (attribute[1] === 'Value' ? 0x80 : 0));
  } else if (token.startsWith('END')) sink.push(END);
  else if (token.startsWith('SWITCH_PAGE')) {
    sink.push(SWITCH_PAGE);
    sink.push(Number(page) & 0xff);
  } else if (token.startsWith('STR_I')) {
    sink.push(STR_I);
    writeText(open, TEXT.exec(drawn)?.[1] ?? drawn.trim(), start, end);
    if (truncated === undefined) return;
    const assumed = 'what is there was read; nothing invented';
    open.slips.push(
      slip(
        'not-printed',
        'error',
        start,
        end,
        'all of a text',
        'its beginning: Wireshark cuts long ones',
        assumed,
      ),
    );
  } else stop(open, start, end, token);
}

/** Takes a line above a table. */
function takeHead({ header }: Open, line: string): void {
  const publicId = PUBLIC_ID.exec(line)?.[1];
  const charset = CHARSET.exec(line);
  const table = TABLE.exec(line)?.[1];
  if (publicId !== undefined) header.publicId = Number.parseInt(publicId, 16);
  if (charset)
    header.charset = Number.parseInt(charset[1] ?? charset[2] ?? '', charset[1] === undefined ? 10 : 16);
  if (table !== undefined) header.table = Number(table);
}

/**
 * Reads the table in which Wireshark explains WBXML, a token a row, back into its bytes. A row that does not tell its
 * bytes, as that of a string in the table, ends the message.
 */
export function readWiresharkTable(text: string): Reading[] {
  if (!/\|\s*(?:Tag|Attr)\s*\|\s*[TA]\s/.test(text)) return [];
  const tables: Open[] = [];
  let open: Open | undefined;
  for (let start = 0; start < text.length && tables.length < MOST_TABLES;) {
    const stopAt = text.indexOf('\n', start);
    const end = stopAt < 0 ? text.length : stopAt;
    const line = text.slice(start, end - start > HEAD * 100 ? start + HEAD : end).replace(/\r$/, '');
    const row = ROW.exec(line);
    const version = row ? undefined : VERSION.exec(line.slice(0, HEAD))?.[1];
    if (version !== undefined) {
      tables.push((open = begun(start)));
      open.header.version = Number.parseInt(version, 16);
    } else if (row) {
      if (!open) tables.push((open = begun(start)));
      takeRow(open, row, start, end);
    } else if (open && open.rows === 0) takeHead(open, line.slice(0, HEAD));
    start = end + 1;
  }
  const form = 'the table in which Wireshark explains WBXML';
  return tables
    .filter(({ rows }) => rows > 0)
    .map(({ sink, start, end, slips }) => ({
      kind: 'frames',
      form,
      start,
      end,
      bytes: sink.done(),
      marks: MARKS,
      slips,
    }));
}
