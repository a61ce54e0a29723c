import { gzipSync } from 'node:zlib';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { writers } from './fixtures/writers.ts';
import { isGood, score } from './rank.ts';
import type { Candidate } from './types.ts';
import { readPaste } from './read-paste.ts';

const WRITERS = writers((bytes) => new Uint8Array(gzipSync(bytes)));

const CORPUS = new URL('../../../shared/corpus/', import.meta.url);
const PASTES = new URL('pastes/', CORPUS);

/** Dumps of whole network frames: the message is somewhere inside them, which is for capture files to find. */
const FRAMES = ['tshark-x-frame.txt', 'frame.pcap'];

const bytesOf = (candidate: Candidate | undefined): string => {
  const exchange = candidate?.conversation.exchanges[0];
  return toHex((exchange?.response ?? exchange?.request)?.bytes ?? new Uint8Array(0));
};

if (!existsSync(PASTES)) {
  console.log('The corpus is not there: recorded messages and pastes are not tested.');
  test('without the corpus there is nothing to read', () => {
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

  const recorded = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.wbxml'),
  );
  const distinct = new Map(recorded.sort().map((name) => [toHex(readFileSync(new URL(name, CORPUS))), name]));
  const messages = [...distinct]
    .map(([hex, name]) => ({ hex, name, bytes: new Uint8Array(readFileSync(new URL(name, CORPUS))) }))
    .filter(({ bytes }) => bytes.length < 20_000 && isGood(score(bytes)))
    .filter((_, i) => i % 24 === 0);

  test.each(Object.keys(WRITERS))(`${messages.length} recorded messages as %s`, (form) => {
    for (const { hex, name, bytes } of messages) {
      expect({ name, hex: bytesOf(readPaste(WRITERS[form]?.(bytes) ?? '')[0]) }).toEqual({ name, hex });
    }
  });

  const printed = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.libwbxml.xml'),
  );
  test(`${printed.length} messages printed as XML are XML, whatever mails they hold`, () => {
    expect(printed.length).toBeGreaterThan(100);
    const others = printed.filter((name) => {
      const text = readFileSync(new URL(name, CORPUS), 'utf8');
      return text.trim() !== '' && readPaste(text)[0]?.kind !== 'xml';
    });
    expect(others).toEqual([]);
  });
}
