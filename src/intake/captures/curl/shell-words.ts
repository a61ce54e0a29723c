import { ByteSink } from '../../reading.ts';
import { textBytes } from '../../text-bytes.ts';

/** A word of a command line: its bytes, and whether characters above U+007F were written as `\u`. */
export interface Word {
  bytes: Uint8Array;
  unicode: boolean;
  start: number;
  end: number;
}

export type ShellToken = { kind: 'word'; word: Word } | { kind: 'operator'; text: string };

const SIMPLE: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  e: 27,
  E: 27,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  '\\': 92,
  "'": 39,
  '"': 34,
  '?': 63,
};

/** The code an escape stands for, and how long it is behind the backslash. */
function codeOf(text: string, at: number): { code: number; length: number; unicode: boolean } | undefined {
  const near = text.slice(at, at + 9);
  const hex = /^x([\da-f]{1,2})/i.exec(near);
  if (hex) return { code: Number.parseInt(hex[1] ?? '', 16), length: hex[0].length, unicode: false };
  const octal = /^[0-7]{1,3}/.exec(near);
  if (octal) return { code: Number.parseInt(octal[0], 8) & 0xff, length: octal[0].length, unicode: false };
  const unicode = /^(?:u([\da-f]{1,4})|U([\da-f]{1,8}))/i.exec(near);
  const code = Number.parseInt(unicode?.[1] ?? unicode?.[2] ?? '', 16);
  if (unicode && code <= 0x10_ffff) return { code, length: unicode[0].length, unicode: true };
  const simple = SIMPLE[near[0] ?? ''];
  return simple === undefined ? undefined : { code: simple, length: 1, unicode: false };
}

/** Appends what an escape at `at`, behind its backslash, stands for; how many characters it takes. */
export function appendEscape(sink: ByteSink, text: string, at: number): { length: number; unicode: boolean } {
  const escape = codeOf(text, at);
  if (!escape) {
    sink.push(92);
    return { length: 0, unicode: false };
  }
  if (escape.unicode && escape.code > 0x7f) sink.append(textBytes(String.fromCodePoint(escape.code)));
  else sink.push(escape.code & 0xff);
  return { length: escape.length, unicode: escape.unicode && escape.code > 0x7f };
}

/** Reads one word that begins at `at`; linear. */
function readWord(text: string, at: number): Word {
  const sink = new ByteSink(64);
  let unicode = false;
  let i = at;
  const plain = (from: number, to: number): void => {
    if (to > from) sink.append(textBytes(text.slice(from, to)));
  };
  while (i < text.length && !/[\s|;&<>]/.test(text.charAt(i))) {
    const unit = text.charAt(i);
    if (unit === "'") {
      const end = text.indexOf("'", i + 1);
      const stop = end < 0 ? text.length : end;
      plain(i + 1, stop);
      i = stop + 1;
    } else if (unit === '$' && text[i + 1] === "'") {
      i += 2;
      while (i < text.length && text[i] !== "'") {
        if (text[i] === '\\') {
          const { length, unicode: wide } = appendEscape(sink, text, i + 1);
          unicode ||= wide;
          i += 1 + length;
        } else {
          const from = i;
          while (i < text.length && text[i] !== "'" && text[i] !== '\\') i++;
          plain(from, i);
        }
      }
      i++;
    } else if (unit === '"') {
      i++;
      while (i < text.length && text[i] !== '"') {
        const from = i;
        if (text[i] === '\\' && '$`"\\\n'.includes(text[i + 1] ?? 'x')) {
          if (text[i + 1] !== '\n') plain(i + 1, i + 2);
          i += 2;
        } else {
          i++;
          while (i < text.length && text[i] !== '"' && text[i] !== '\\') i++;
          plain(from, i);
        }
      }
      i++;
    } else if (unit === '\\') {
      const lineEnd = text.startsWith('\r\n', i + 1) ? 2 : text[i + 1] === '\n' ? 1 : 0;
      if (lineEnd === 0) plain(i + 1, i + 2);
      i += 1 + (lineEnd || 1);
    } else {
      const from = i;
      while (i < text.length && !/[\s|;&<>'"\\$]/.test(text.charAt(i))) i++;
      if (i === from) i++; // a lone $
      plain(from, i);
    }
  }
  return { bytes: sink.done(), unicode, start: at, end: Math.min(i, text.length) };
}

const OPERATOR = /^(?:<<<|\|\||&&|>>|[|;&<>])/;

/** Splits text as a POSIX shell does: quotes, `$'…'`, lines carried on by a backslash. No variables are replaced. */
export function shellTokens(text: string): ShellToken[] {
  const tokens: ShellToken[] = [];
  for (let i = 0; i < text.length;) {
    const carried = /^\\\r?\n/.exec(text.slice(i, i + 3));
    const operator = OPERATOR.exec(text.slice(i, i + 3));
    if (carried) i += carried[0].length;
    else if (text[i] === '\n') {
      tokens.push({ kind: 'operator', text: '\n' });
      i++;
    } else if (/\s/.test(text.charAt(i))) i++;
    else if (operator) {
      tokens.push({ kind: 'operator', text: operator[0] });
      i += operator[0].length;
    } else {
      const word = readWord(text, i);
      tokens.push({ kind: 'word', word });
      i = Math.max(word.end, i + 1);
    }
  }
  return tokens;
}
