import { base64Bytes, base64Like, fromBinary, toBinary } from './binary.ts';

/** What a mail is made of is handed on to these; each gives as many characters as it got. */
export interface MimeParts {
  /** Text in whatever charset, as bytes. */
  text: (binary: string) => string;
  /** HTML, as bytes. */
  html: (binary: string) => string;
  /** Bytes of anything else. */
  bytes: (binary: string) => string;
}

/** Headers that say how a mail is made, never who wrote what. */
const PLAIN = new Set([
  ...['mime-version', 'content-transfer-encoding', 'date', 'importance', 'priority', 'x-priority'],
  ...['content-language', 'precedence', 'auto-submitted', 'x-ms-has-attach', 'x-msmail-priority'],
]);

const HEADER = /^([!-9;-~]{1,80}):/;

/** True where a text begins like a mail: two headers at least, or one and an empty line. */
export function isMime(binary: string): boolean {
  const lines = binary.slice(0, 4096).split(/\r?\n/, 40);
  if (!HEADER.test(lines[0] ?? '')) return false;
  const next = lines.slice(1).find((line) => !/^[ \t]/.test(line));
  return next !== undefined && (next === '' || HEADER.test(next)) && /^(?:[\w-]+):\s/.test(lines[0] ?? '');
}

interface Entity {
  type: string;
  encoding: string;
}

/** A mail with its headers, texts and files replaced: same parts, same boundaries, same encodings, same length. */
export function replaceMime(binary: string, parts: MimeParts): string {
  const boundaries = new Set<string>();
  let made = '';
  let entity: Entity = { type: 'text/plain', encoding: '' };
  let body: string[] = [];
  let inHeaders = true;
  let header = '';

  const endHeader = (): void => {
    if (header !== '') made += replaceHeader(header, entity, boundaries, parts);
    header = '';
  };
  const endBody = (): void => {
    if (body.length > 0) made += replaceBody(body.join(''), entity, parts);
    body = [];
  };

  for (const line of binary.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const bare = line.replace(/\r?\n$/, '');
    const boundary = /^--(.*?)(?:--)?[ \t]*$/.exec(bare)?.[1];
    if (boundary !== undefined && boundaries.has(boundary)) {
      endHeader();
      endBody();
      made += line;
      entity = { type: 'text/plain', encoding: '' };
      inHeaders = !/--[ \t]*$/.test(bare) || boundary === bare.slice(2);
    } else if (!inHeaders) body.push(line);
    else if (bare === '') {
      endHeader();
      made += line;
      inHeaders = entity.type === 'message/rfc822'; // a mail inside begins with headers of its own
      if (inHeaders) entity = { type: 'text/plain', encoding: '' };
    } else if (/^[ \t]/.test(line) && header !== '') header += line;
    else {
      endHeader();
      if (HEADER.test(bare)) header = line;
      else {
        inHeaders = false;
        body.push(line);
      }
    }
  }
  endHeader();
  endBody();
  return made;
}

/** A header with what is folded behind it. What it says of its entity is put there. */
function replaceHeader(header: string, entity: Entity, boundaries: Set<string>, parts: MimeParts): string {
  const name = HEADER.exec(header)?.[1] ?? '';
  const known = name.toLowerCase();
  const value = header.slice(name.length + 1);
  if (known === 'content-type') {
    entity.type = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(value)?.[1]?.toLowerCase() ?? 'text/plain';
    const boundary = /boundary\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(value);
    if (boundary) boundaries.add(boundary[1] ?? boundary[2] ?? '');
  }
  if (known === 'content-transfer-encoding') entity.encoding = value.trim().toLowerCase();
  if (PLAIN.has(known)) return header;
  if (known === 'content-type' || known === 'content-disposition') {
    return `${name}:${replaceParameters(value, parts)}`;
  }
  return `${name}:${replaceEncodedWords(value, parts)}`;
}

/** Names of files; everything else of a Content-Type is how the mail is made. */
function replaceParameters(value: string, parts: MimeParts): string {
  return value.replace(
    /((?:file)?name\*?(?:\d\*?)?\s*=\s*)("[^"]*"|[^\s;]+)/gi,
    (_, name: string, file: string) => name + replaceEncodedWords(file, parts),
  );
}

const ENCODED_WORD = /(=\?[\w-]+\?)([bq])\?([^?]*)\?=/gi;

/** Text of a header: what stands encoded in it is replaced by something encoded. */
function replaceEncodedWords(value: string, parts: MimeParts): string {
  let made = '';
  let at = 0;
  for (const found of value.matchAll(ENCODED_WORD)) {
    const [all, head = '', how = '', text = ''] = found;
    const inside = /b/i.test(how) ? replaceBase64(text, parts.text, parts) : replaceQuoted(text, parts.text);
    made += `${parts.text(value.slice(at, found.index))}${head}${how}?${inside}?=`;
    at = found.index + all.length;
  }
  return made + parts.text(value.slice(at));
}

function replaceBody(body: string, { type, encoding }: Entity, parts: MimeParts): string {
  const isText = type.startsWith('text/') || type.startsWith('multipart/') || type === 'message/rfc822';
  const inside = type === 'text/html' ? parts.html : isText ? parts.text : parts.bytes;
  if (encoding === 'base64') return replaceBase64(body, inside, parts);
  if (encoding === 'quoted-printable') return replaceQuoted(body, isText ? inside : parts.text);
  return isText ? inside(body) : parts.bytes(body);
}

/** Base64 as base64; what is cut in the middle of a group of four loses that group's digits to others. */
function replaceBase64(text: string, inside: (binary: string) => string, parts: MimeParts): string {
  const digits = text.replace(/[^A-Za-z0-9+/=]/g, '').length;
  const whole = base64Bytes(text);
  if (whole) return base64Like(fromBinary(inside(toBinary(whole))), text);
  let count = 0;
  const most = digits - (digits % 4);
  const end = [...text].findIndex((unit) => /[A-Za-z0-9+/=]/.test(unit) && ++count > most);
  const head = end < 0 ? text : text.slice(0, end);
  const bytes = base64Bytes(head);
  if (!bytes || head === '') return parts.text(text);
  return base64Like(fromBinary(inside(toBinary(bytes))), head) + parts.text(text.slice(head.length));
}

/** Quoted-printable: every escape stays one, line breaks too. Escaped bytes are told apart from text by position. */
function replaceQuoted(text: string, inside: (binary: string) => string): string {
  const escapes: boolean[] = [];
  let bytes = '';
  const breaks: { at: number; text: string }[] = [];
  for (let i = 0; i < text.length;) {
    const escape = /^=([\dA-F]{2})/i.exec(text.slice(i, i + 3));
    const soft = /^=[ \t]*\r?\n/.exec(text.slice(i, i + 80));
    if (escape) bytes += String.fromCharCode(Number.parseInt(escape[1] ?? '', 16));
    else if (soft) breaks.push({ at: bytes.length, text: soft[0] });
    else bytes += text.charAt(i);
    if (!soft) escapes.push(escape !== null);
    i += escape?.[0].length ?? soft?.[0].length ?? 1;
  }
  const made = inside(bytes);
  let out = '';
  let next = 0;
  for (let i = 0; i <= made.length; i++) {
    while (breaks[next]?.at === i) out += breaks[next++]?.text ?? '';
    if (i === made.length) break;
    const code = made.charCodeAt(i);
    out += escapes[i] ? `=${code.toString(16).toUpperCase().padStart(2, '0')}` : made.charAt(i);
  }
  return out;
}
