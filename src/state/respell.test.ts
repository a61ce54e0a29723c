import { describe, expect, test } from 'vitest';
import { fromHex, gapBetween, toHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { KIND } from '../wbxml/index.ts';
import { bytesToXml, changedText, readXml, sentRead, startEdit, type XmlRead } from '../xml/index.ts';
import { allMessages } from '../testing/corpus.ts';
import { Random } from '../testing/random.ts';
import { reprinted, respelt } from './respell.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
function printedOf(bytes: Uint8Array, doctype?: string): XmlRead {
  const options = doctype === undefined ? {} : { doctype };
  return { ...readXml(bytesToXml(bytes, options), options), bytes };
}

function followed(read: XmlRead, after: Uint8Array) {
  const [bytes, { doctype }] = [read.bytes ?? after, read];
  return reprinted(read, decode(bytes, { doctype }), decode(after, { doctype }), gapBetween(bytes, after));
}

/** The bytes with one to three of them overwritten, put in or taken out behind each other. */
function changed(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length);
  const cut = Math.min(random.below(4), bytes.length - at);
  const put = Uint8Array.from({ length: random.below(4) }, () => random.below(256));
  return Uint8Array.from([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + cut)]);
}

/** A letter of a string becomes another one: what a person does most. */
function retyped(bytes: Uint8Array, random: Random): Uint8Array {
  const { tokens } = decode(bytes);
  const isLetter = (byte: number, i: number) =>
    byte >= 0x61 && byte < 0x7b && tokens.kind(tokens.atOffset(i)) === KIND.strI;
  const letters = [...bytes.keys()].filter((i) => isLetter(bytes[i] ?? 0, i));
  const after = bytes.slice();
  if (letters.length > 0) after[random.pick(letters)] = 0x61 + random.below(26);
  return after;
}

test('a text that follows a change of its bytes is that which all of them are printed as', () => {
  const messages = allMessages().filter(({ bytes }) => bytes.length > 10 && bytes.length < 3000);
  let count = 0;
  let asked = 0;
  for (let seed = 1; seed <= 600; seed++) {
    const random = new Random(seed);
    const { name, bytes } = random.pick(messages);
    let printed = printedOf(bytes);
    const { doctype } = printed;
    for (let step = 0; step < 4; step++) {
      const before = printed.bytes ?? bytes;
      const after = (seed % 2 === 0 ? changed : retyped)(before, random);
      const next = followed(printed, after);
      const now = next?.edit.now;
      const whole = printedOf(after, doctype);
      const at = `${name}, seed ${seed}, step ${step}`;
      if (next && now) {
        expect(now.bytes, at).toEqual(after);
        expect(now.text, at).toBe(whole.text);
        expect(sentRead(now), at).toEqual(sentRead(whole));
        expect(changedText(printed.text, next.change), at).toBe(now.text);
      }
      const { header } = decode(after, { doctype }).document;
      if (seed % 2 === 1 && header?.tableStart === header?.tableEnd) {
        asked++;
        if (next) count++;
      }
      printed = now ?? whole;
    }
  }
  expect(count / asked).toBeGreaterThan(0.9); // what is typed needs no print of all
});

describe('what surrounds the change is not what it was, and all is printed', () => {
  const SYNC = '03016a00 45 5c4f 4b033100 01 52033100 01 010101';

  test.each([
    { what: 'a page that no other element is of', after: SYNC.replace('4b033100', '0002 4b033100 0000') },
    {
      what: 'white space that makes all of it text',
      after: SYNC.replace('4b033100', `4b${'032000'.repeat(4)}`),
    },
    { what: 'no end', after: SYNC.slice(0, -2) },
  ])('$what', ({ after }) => {
    const bytes = bytesOf(after.replaceAll(' ', ''));
    const before = printedOf(bytesOf(SYNC.replaceAll(' ', '')));
    expect(followed(before, bytes)).toBeUndefined();
  });
});

test('outside of the element around the change a person’s own spelling stays', () => {
  const text = '<Sync xmlns="AirSync"><!-- mine --><SyncKey >1</SyncKey ><Status>1</Status></Sync>';
  const read = readXml(text);
  const edit = startEdit(read);
  const hex = toHex(read.bytes ?? new Uint8Array());
  const after = bytesOf(hex.replace('4e033100', '4e033200'));
  const decoded = decode(after, { doctype: read.doctype });
  const bytes = read.bytes ?? after;
  const before = decode(bytes, { doctype: read.doctype });
  for (const known of [undefined, { before, at: gapBetween(bytes, after) }]) {
    const next = edit && respelt(edit, decoded, known);
    expect(next?.edit.now.text).toBe(text.replace('<Status>1<', '<Status>2<'));
    expect(toHex(next?.edit.now.bytes ?? new Uint8Array())).toBe(toHex(after));
    expect(next && changedText(text, next.change)).toBe(next?.edit.now.text);
  }
});
