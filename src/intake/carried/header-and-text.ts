import { fromHex } from '../../bytes/index.ts';
import { placed, type Placed } from '../../wap/index.ts';
import type { Reading } from '../reading.ts';
import { shortMessages } from './carried.ts';

/**
 * A header of user data and the data behind it under names of their own, as senders of short messages are given them:
 * `&udh=%06%05…&text=…` in an address, `UDH-DATA: 06 05 …`, `UDH = 0605…` beside `Text00 = …` in a file.
 */
const FIELD =
  /\b(?:(udh)(?:[-_ ]?(?:data|hex|bin))?|(text\d{0,2}|data|ud|msg|message|msgdata|body|payload|content))["']?[ \t]{0,20}(?::|=>?)[ \t]{0,20}["']?((?:[0-9a-f]{2}[ :]?){4,2000}(?=[\s"'&,;]|$)|(?=[^\s"'&%]{0,200}%)[^\s"'&]{4,4000})/gi;
/** Most fields that are looked at. */
const MOST = 20_000;

interface Fields {
  header?: Uint8Array;
  data: Uint8Array[];
}

/** Reads short messages whose user data stands in two fields. */
export function readHeaderAndText(text: string): Reading[] {
  if (!/udh/i.test(text)) return [];
  const records: Fields[] = [{ data: [] }];
  let [start, end, looked] = [-1, 0, 0];
  for (const { 0: all, 1: isHeader, 2: name = '', 3: value = '', index } of text.matchAll(FIELD)) {
    if (looked++ === MOST) break;
    const bytes = bytesOf(value);
    if (!bytes) continue;
    if (start < 0) start = index;
    end = index + all.trimEnd().length;
    let last = records.at(-1) as Fields;
    const goesOn = /[1-9]$/.test(name) && last.data.length > 0; // Text01 behind Text00
    if (isHeader ? last.header : last.data.length > 0 && !goesOn) records.push((last = { data: [] }));
    if (isHeader) last.header = bytes;
    else last.data.push(bytes);
  }
  const found = records.flatMap((record) => shortMessageOf(record) ?? []);
  const reading = shortMessages(found, { start, end }, 'a header and its data in two fields');
  return reading ? [reading] : [];
}

function shortMessageOf({ header, data }: Fields): Placed | undefined {
  if (!header || header[0] !== header.length - 1 || data.length === 0) return undefined;
  const one = placed(Uint8Array.from([header, ...data].flatMap((piece) => [...piece])));
  return one?.message.kind === 'user-data' ? one : undefined;
}

/** Hex, or characters with those escaped that an address cannot hold. */
function bytesOf(value: string): Uint8Array | undefined {
  if (!value.includes('%')) return fromHex(value.replace(/[ :]/g, ''));
  const bytes: number[] = [];
  for (let i = 0; i < value.length; i++) {
    const escaped = /^%([0-9a-f]{2})/i.exec(value.slice(i, i + 3))?.[1];
    const unit = value.charCodeAt(i);
    if (escaped !== undefined) {
      bytes.push(Number.parseInt(escaped, 16));
      i += 2;
    } else if (unit > 0x7e) return undefined;
    else bytes.push(unit === 0x2b ? 0x20 : unit); // + is a blank in a query
  }
  return Uint8Array.from(bytes);
}
