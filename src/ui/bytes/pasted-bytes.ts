import { words } from '#words/byte-editing.ts';
import { fromHex } from '../../bytes/index.ts';
import { messagesOf } from '../../conversation/index.ts';
import { readPaste } from '../../intake/index.ts';
import { readXml } from '../../xml/index.ts';

/** What a person wants to put into the bytes; none where it cannot be said which. */
export interface PastedBytes {
  bytes?: Uint8Array;
  /** What it was taken for, or why it was not taken. */
  why: string;
}

/** Pairs of digits are hex here, whatever else they might be: they come from such a grid, and go into one. */
const HEX = /^(?:\s*[0-9a-f]{2})+\s*$/i;

/** The bytes in pasted text: hex, or any other form that holds one message. */
export function bytesIn(text: string): PastedBytes {
  const hex = HEX.test(text) ? fromHex(text.replace(/\s+/g, '')) : undefined;
  if (hex) return { bytes: hex, why: words.readAsHex };
  const [best] = readPaste(text);
  if (!best) return { why: words.nothingToRead };
  if (best.xml !== undefined) {
    const { bytes, problems } = readXml(best.xml);
    const problem = problems.find(({ severity }) => severity === 'error');
    if (bytes) return { bytes, why: best.why };
    return { why: words.notEncoded(problem?.expected, problem?.found) };
  }
  const messages = messagesOf(best.conversation).filter(({ message }) => message.bytes);
  const [first, second] = messages;
  if (second) return { why: words.manyMessages(messages.length) };
  const bytes = first?.message.bytes;
  return bytes ? { bytes, why: best.why } : { why: best.why };
}
