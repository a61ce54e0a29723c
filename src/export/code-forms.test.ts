import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { messagesOf } from '../conversation/index.ts';
import { readPaste } from '../intake/index.ts';
import { CODE_FORMS, cArray, type CodeForm } from './code-forms.ts';

/** The start of a message, and both sides of where bytes become negative. */
const SEED = Uint8Array.of(0x03, 0x01, 0x6a, 0x00, 0x45, 0x4b, 0x7f, 0x80, 0xff);
const write = (id: CodeForm['id'], bytes: Uint8Array, name: string): string | undefined =>
  CODE_FORMS.find((form) => form.id === id)?.write(bytes, name);

test.each<{ id: CodeForm['id']; text: string }>([
  { id: 'c-array', text: 'static const unsigned char Sync_reply[3] = {\n  0x03, 0x7f, 0x80,\n};\n' },
  { id: 'csharp', text: 'byte[] syncReply = new byte[] {\n    0x03, 0x7f, 0x80,\n};\n' },
  { id: 'go', text: 'var syncReply = []byte{\n\t0x03, 0x7f, 0x80,\n}\n' },
  { id: 'java', text: 'byte[] syncReply = {\n    0x03, 0x7f, (byte) 0x80,\n};\n' },
  { id: 'javascript', text: 'const syncReply = new Uint8Array([\n  0x03, 0x7f, 0x80,\n]);\n' },
  { id: 'kotlin', text: 'val syncReply = byteArrayOf(\n    0x03, 0x7f, 0x80.toByte(),\n)\n' },
  { id: 'php', text: '$sync_reply = "\\x03\\x7f\\x80";\n' },
  { id: 'python', text: 'sync_reply = bytes([\n    0x03, 0x7f, 0x80,\n])\n' },
  { id: 'rust', text: 'const SYNC_REPLY: [u8; 3] = [\n    0x03, 0x7f, 0x80,\n];\n' },
])('$id', ({ id, text }) => {
  expect(write(id, Uint8Array.of(0x03, 0x7f, 0x80), 'Sync reply')).toBe(text);
});

test('a long message has lines that can be read', () => {
  for (const form of CODE_FORMS) {
    const lines = form.write(new Uint8Array(100), 'x').split('\n');
    expect(lines.every((line) => line.length <= 80 + 4 * 12)).toBe(true); // a cast of Java is seven units more
    expect(lines.length, form.label).toBeGreaterThan(4);
  }
});

test.each([
  { name: 'Sync reply', c: 'Sync_reply', csharp: 'syncReply', python: 'sync_reply', rust: 'SYNC_REPLY' },
  {
    name: '3 of 12',
    c: 'message_3_of_12',
    csharp: 'message3Of12',
    python: 'message_3_of_12',
    rust: 'MESSAGE_3_OF_12',
  },
  { name: '…', c: 'message', csharp: 'message', python: 'message', rust: 'MESSAGE' },
  { name: '_a', c: 'a', csharp: 'a', python: 'a', rust: 'A' },
])('bytes called “$name”', ({ name, c, csharp, python, rust }) => {
  expect(write('c-array', SEED, name)).toContain(`char ${c}[9]`);
  expect(write('csharp', SEED, name)).toContain(`byte[] ${csharp} =`);
  expect(write('python', SEED, name)).toContain(`${python} = bytes`);
  expect(write('rust', SEED, name)).toContain(`const ${rust}: [u8; 9]`);
});

test('C has no array without elements', () => {
  expect(cArray(new Uint8Array(0), 'x')).toBe('/* x: no bytes */\n');
});

describe('what is copied is read again as the same bytes', () => {
  const bytesOf = (text: string): string | undefined => {
    const best = readPaste(text)[0];
    const bytes = best && messagesOf(best.conversation)[0]?.message.bytes;
    return bytes && toHex(bytes);
  };

  test.each(CODE_FORMS)('$label', (form) => {
    expect(bytesOf(form.write(SEED, 'Sync reply'))).toBe(toHex(SEED));
    const message = fc
      .uint8Array({ minLength: 24, maxLength: 120 })
      .map((tail) => Uint8Array.from([...SEED.subarray(0, 5), ...tail]));
    fc.assert(
      fc.property(message, (bytes) => {
        expect(bytesOf(form.write(bytes, 'message'))).toBe(toHex(bytes));
      }),
    );
  });
});
