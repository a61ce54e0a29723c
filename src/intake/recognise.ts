import { fileStart, isGzip, isZlib, toHex, type FileFormat } from '../bytes/index.ts';
import { latin1Text } from './text-bytes.ts';

/** What bytes are that are not WBXML. */
export type Recognised =
  FileFormat | 'gzip' | 'zlib' | 'http' | 'html' | 'xml' | 'json' | 'mime' | 'multipart' | 'text';

/** `text` ends the sentence 'This is not WBXML: …'. */
export interface Recognition {
  kind: Recognised;
  text: string;
}

/** As much of the bytes as the rules below look at. */
const HEAD = 2048;

const TEXTS: { kind: Recognised; pattern: RegExp; text: string }[] = [
  { kind: 'http', pattern: /^(?:HTTP\/\d|[A-Z]{3,16} \S+ HTTP\/\d)/, text: 'is an HTTP message' },
  { kind: 'html', pattern: /^\s*<(?:!doctype html|html|head|body)\b/i, text: 'is an HTML page' },
  { kind: 'xml', pattern: /^\s*<(?:\?xml|!DOCTYPE|[A-Za-z_][\w.:-]*[\s/>])/, text: 'is XML text' },
  { kind: 'json', pattern: /^\s*(?:\{\s*(?:"|\})|\[\s*(?:[[{"]|-?[\d.]{1,20}\s*,|\]))/, text: 'is JSON' },
  { kind: 'multipart', pattern: /^--[\w'()+,./:=?-]{1,70}\r?\n[\w-]+:/, text: 'is a multipart message' },
  {
    kind: 'mime',
    pattern:
      /^(?:(?:Received|Return-Path|From|To|Subject|Date|Message-ID|MIME-Version|Content-Type|X-[\w-]+): )/i,
    text: 'is a MIME message',
  },
];

/** Fewer bytes than this are called nothing. */
const FEWEST_BYTES = 4;

function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true }); // the cut may be inside a character
    return true;
  } catch {
    return false;
  }
}

/** Whether bytes read as text: UTF-8, nearly no control characters, and no NUL. */
function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD);
  let odd = 0;
  for (const byte of head) {
    if (byte === 0) return false;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) odd++;
  }
  return head.length >= FEWEST_BYTES && odd * 50 < head.length && isUtf8(head);
}

/**
 * Says what bytes are that do not read as WBXML; `undefined` where nothing is known about them. Looks at the first
 * 2048 bytes and never further.
 */
export function recognise(bytes: Uint8Array): Recognition | undefined {
  if (isGzip(bytes)) return { kind: 'gzip', text: '1f 8b is gzip' };
  const file = fileStart(bytes);
  if (file) return { kind: file.format, text: `${file.start} is ${file.name}` };
  if (looksLikeText(bytes)) {
    const head = latin1Text(bytes.subarray(0, HEAD)).replace(/^\u00ef\u00bb\u00bf/, '');
    const known = TEXTS.find(({ pattern }) => pattern.test(head));
    if (known) return { kind: known.kind, text: `it ${known.text}` };
    return { kind: 'text', text: 'it is plain text' };
  }
  if (isZlib(bytes) && bytes.length > 6)
    return { kind: 'zlib', text: `${toHex(bytes.subarray(0, 2), ' ')} is zlib` };
  return undefined;
}
