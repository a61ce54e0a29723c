import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameBytes, toHex } from '../bytes/index.ts';
import { decode, encode } from '../doctypes/index.ts';
import { anyDocument } from '../testing/any-document.ts';
import { anySpelling } from '../testing/any-spelling.ts';
import { allMessages } from '../testing/corpus.ts';
import { faultOf } from '../testing/fuzz.ts';
import { bytesToXml, readXml, toXml } from './index.ts';

const messages = allMessages();

test('law 1: tokens partition every message', () => {
  for (const { name, bytes } of messages) {
    const { tokens } = decode(bytes);
    let at = 0;
    for (let i = 0; i < tokens.length; i++) {
      if (tokens.start(i) !== at || tokens.end(i) <= at) expect.fail(`${name}: token ${i} at byte ${at}`);
      at = tokens.end(i);
    }
    expect(at, name).toBe(bytes.length);
  }
});

test('law 2: bytes → XML → bytes is the identity', () => {
  const broken: string[] = [];
  for (const { name, bytes } of messages) {
    const text = toXml(decode(bytes));
    const read = readXml(text);
    if (!read.bytes || !sameBytes(read.bytes, bytes)) {
      broken.push(
        `${name}\n${JSON.stringify(read.problems.slice(0, 2))}\n${toHex(bytes).slice(0, 200)}\n${text.slice(0, 600)}`,
      );
    }
  }
  expect(broken.slice(0, 3)).toEqual([]);
});

test('encode writes every document as it was', () => {
  for (const { name, bytes } of messages) {
    expect(sameBytes(encode(decode(bytes).document), bytes), name).toBe(true);
  }
});

describe('laws 1, 2 and 4', () => {
  const holds = (bytes: Uint8Array): void => {
    expect(faultOf(bytes, {})).toBeUndefined();
  };

  test('for any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), holds), { numRuns: 3000 });
  });

  test('for any bytes behind a header', () => {
    const heads = ['03016a0045', '03056a04616263008605', '0301876800450300', '0301110045', '00010045'];
    const bytes = fc
      .tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 40 }))
      .map(([head, tail]) => Uint8Array.of(...Buffer.from(head, 'hex'), ...tail));
    fc.assert(fc.property(bytes, holds), { numRuns: 6000 });
  });

  test('for documents of every token form, well made and odd', () => {
    fc.assert(fc.property(anyDocument, holds), { numRuns: 6000 });
  });

  test('whatever type and charset a message is read as', () => {
    const types = fc.constantFrom('activesync', 'si-1.0', 'none', 'no such type');
    fc.assert(
      fc.property(anyDocument, types, fc.constantFrom(0, 4, 17, 106, 1015), (bytes, doctype, charset) => {
        expect(faultOf(bytes, { doctype, charset })).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });
});

describe('law 3', () => {
  test('a text in any spelling becomes the bytes it says', () => {
    fc.assert(
      fc.property(anySpelling, ({ text, bytes }) => {
        const read = readXml(text);
        expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(toHex(read.bytes ?? new Uint8Array(0), ' ')).toBe(toHex(bytes, ' '));
      }),
      { numRuns: 3000 },
    );
  });

  test('the text made of these bytes reads as the same tokens', () => {
    fc.assert(
      fc.property(anySpelling, ({ text }) => {
        const first = decode(readXml(text).bytes ?? new Uint8Array(0));
        const second = decode(readXml(toXml(first)).bytes ?? new Uint8Array(0));
        expect([...second.tokens]).toEqual([...first.tokens]);
      }),
      { numRuns: 1000 },
    );
  });

  test('a text that is read without an error prints and reads back to itself, mutilated ones too', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      '{',
      '<Add>',
      '</Add>',
      '<!--',
      ']]>',
      '<?wbxml cut?>',
      ' ',
      'x',
    );
    let read = 0;
    fc.assert(
      fc.property(anySpelling, fc.nat(400), fc.nat(6), piece, ({ text }, at, remove, insert) => {
        const changed = text.slice(0, at) + insert + text.slice(at + remove);
        const { bytes, problems } = readXml(changed);
        for (const { code, start, end } of problems) {
          if (start < 0 || end < start || end > changed.length)
            expect.fail(`${code} ${start}–${end}: ${changed}`);
        }
        expect(bytes === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
        if (!bytes) return;
        read++;
        expect(toHex(readXml(bytesToXml(bytes)).bytes ?? new Uint8Array(0))).toBe(toHex(bytes));
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(300);
    expect(read).toBeLessThan(2700);
  });
});
