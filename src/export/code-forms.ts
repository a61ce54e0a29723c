import { hexByte } from '../bytes/index.ts';

/** A language in which bytes are pasted into a program or its test. */
export interface CodeForm {
  id: 'c-array' | 'csharp' | 'go' | 'java' | 'javascript' | 'kotlin' | 'php' | 'python' | 'rust';
  /** What it is called in a menu. */
  label: string;
  /** A declaration with a line end behind it. @param name of the message, from which a name of the language is made */
  write(bytes: Uint8Array, name: string): string;
}

const NUMBERS_PER_LINE = 12;
const ESCAPES_PER_LINE = 16;
/** A byte of Java and of Kotlin goes from −128 to 127. */
const FIRST_NEGATIVE = 0x80;

/** Every language that bytes are copied for. Each form is one that a paste is read from again. */
export const CODE_FORMS: readonly CodeForm[] = [
  { id: 'c-array', label: 'C array', write: cArray },
  {
    id: 'csharp',
    label: 'C#',
    write: (bytes, name) => `byte[] ${camel(name)} = new byte[] {\n${numbers(bytes, '    ')}};\n`,
  },
  {
    id: 'go',
    label: 'Go',
    write: (bytes, name) => `var ${camel(name)} = []byte{\n${numbers(bytes, '\t')}}\n`,
  },
  {
    id: 'java',
    label: 'Java',
    write: (bytes, name) =>
      `byte[] ${camel(name)} = {\n${numbers(
        bytes,
        '    ',
        signed((digits) => `(byte) ${digits}`),
      )}};\n`,
  },
  {
    id: 'javascript',
    label: 'JavaScript',
    write: (bytes, name) => `const ${camel(name)} = new Uint8Array([\n${numbers(bytes, '  ')}]);\n`,
  },
  {
    id: 'kotlin',
    label: 'Kotlin',
    write: (bytes, name) =>
      `val ${camel(name)} = byteArrayOf(\n${numbers(
        bytes,
        '    ',
        signed((digits) => `${digits}.toByte()`),
      )})\n`,
  },
  { id: 'php', label: 'PHP', write: phpString },
  {
    id: 'python',
    label: 'Python',
    write: (bytes, name) => `${snake(name)} = bytes([\n${numbers(bytes, '    ')}])\n`,
  },
  {
    id: 'rust',
    label: 'Rust',
    write: (bytes, name) =>
      `const ${snake(name).toUpperCase()}: [u8; ${bytes.length}] = [\n${numbers(bytes, '    ')}];\n`,
  },
];

/** A C array of this name, 12 bytes to a line. C has no empty arrays: for no bytes it is a comment that says so. */
export function cArray(bytes: Uint8Array, name: string): string {
  const identifier = wordsOf(name).join('_');
  if (bytes.length === 0) return `/* ${identifier}: no bytes */\n`;
  return `static const unsigned char ${identifier}[${bytes.length}] = {\n${numbers(bytes, '  ')}};\n`;
}

/** PHP has no array of bytes: what its functions take is a string of them. */
function phpString(bytes: Uint8Array, name: string): string {
  const lines = rows(bytes, ESCAPES_PER_LINE).map(
    (row) => `"${row.map((byte) => `\\x${hexByte(byte)}`).join('')}"`,
  );
  return `$${snake(name)} = ${lines.join('\n    . ') || '""'};\n`;
}

const hex = (byte: number): string => `0x${hexByte(byte)}`;

/** Writes bytes for a language whose own end at 127. @param cast makes one of a number above that */
const signed =
  (cast: (digits: string) => string) =>
  (byte: number): string =>
    byte < FIRST_NEGATIVE ? hex(byte) : cast(hex(byte));

/** Bytes as numbers, some to a line, each line with its indent and a line end. */
function numbers(bytes: Uint8Array, indent: string, write = hex): string {
  return rows(bytes, NUMBERS_PER_LINE)
    .map((row) => `${indent}${row.map(write).join(', ')},\n`)
    .join('');
}

function rows(bytes: Uint8Array, length: number): number[][] {
  const count = Math.ceil(bytes.length / length);
  return Array.from({ length: count }, (_, i) => [...bytes.subarray(i * length, (i + 1) * length)]);
}

/** The words of a name that every language takes: ASCII letters and digits, and a letter first. */
function wordsOf(name: string): string[] {
  const plain = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return /^[A-Za-z]/.test(plain[0] ?? '') ? plain : ['message', ...plain];
}

/** `Sync reply` as Java, C#, Go, JavaScript and Kotlin write a name: `syncReply`. */
const camel = (name: string): string =>
  wordsOf(name)
    .map((word, i) => (i === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1))
    .join('');

/** As Python, PHP and Rust do: `sync_reply`. */
const snake = (name: string): string => wordsOf(name).join('_').toLowerCase();
