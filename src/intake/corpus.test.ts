import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import type { Candidate } from './types.ts';
import { readPaste } from './read-paste.ts';

const PASTES = new URL('../../../shared/corpus/pastes/', import.meta.url);

/** Dumps of whole network frames: the message is somewhere inside them, which is for capture files to find. */
const FRAMES = ['tshark-x-frame.txt', 'frame.pcap'];

const bytesOf = (candidate: Candidate | undefined): string => {
  const exchange = candidate?.conversation.exchanges[0];
  return toHex((exchange?.response ?? exchange?.request)?.bytes ?? new Uint8Array(0));
};

if (!existsSync(PASTES)) {
  console.log('The corpus of pastes is not there: its forms are not tested.');
  test('without the corpus of pastes there is nothing to read', () => {
    expect(existsSync(PASTES)).toBe(false);
  });
} else {
  describe.each(readdirSync(PASTES))('pastes of %s', (message) => {
    const folder = new URL(`${message}/`, PASTES);
    const reference = toHex(readFileSync(new URL('reference.wbxml', folder)));
    const forms = readdirSync(folder).filter((name) => name.endsWith('.txt') && !FRAMES.includes(name));

    test.each(forms)('%s, dropped as a file', (form) => {
      const bytes = new Uint8Array(readFileSync(new URL(form, folder)));
      expect(bytesOf(readPaste(bytes)[0])).toBe(reference);
    });

    test.each(forms)('%s, pasted as text', (form) => {
      const file = readFileSync(new URL(form, folder));
      const text = file.toString('utf8');
      const first = readPaste(text)[0];
      // a clipboard holds text: raw bytes that are no UTF-8 are lost before they get here, and that is said
      const lossy = text.includes('\ufffd');
      if (lossy) expect(first?.problems.map((problem) => problem.code)).toContain('lost-characters');
      else expect(bytesOf(first)).toBe(reference);
    });

    test('reference.wbxml itself', () => {
      const [first] = readPaste(new Uint8Array(readFileSync(new URL('reference.wbxml', folder))));
      expect(first?.kind).toBe('binary');
      expect(bytesOf(first)).toBe(reference);
    });
  });
}
