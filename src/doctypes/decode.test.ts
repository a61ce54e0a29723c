import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { allMessages, sampleMessages } from '../testing/corpus.ts';
import { ERROR_CODES } from '../testing/fuzz.ts';
import { decode, tableString } from './index.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);

describe('which document type a message is', () => {
  const name = '2d 2f 2f 57 41 50 46 4f 52 55 4d 2f 2f 44 54 44 20 53 49 20 31 2e 30 2f 2f 45 4e 00'; // of SI 1.0
  test.each([
    { hex: '03 01 6a 00 05', asked: undefined, id: 'activesync', why: 'Public id 1' },
    { hex: '03 05 6a 00 05', asked: undefined, id: 'si-1.0', why: 'Public id 5' },
    { hex: '03 05 6a 00 05', asked: 'activesync', id: 'activesync', why: 'you asked' },
    { hex: '03 05 6a 00 05', asked: 'no such type', id: 'si-1.0', why: 'Public id 5' },
    { hex: '03 02 6a 00 05', asked: undefined, id: 'wml-1.0', why: 'Public id 2' },
    { hex: '03 13 6a 00 05', asked: undefined, id: 'none', why: 'DRM 2.1' },
    { hex: '03 0b 6a 00 05', asked: undefined, id: 'prov-1.0', why: 'Public id 11' },
    { hex: '03 70 6a 00 05', asked: undefined, id: 'none', why: 'not registered' },
    { hex: `03 00 00 6a 1c ${name} 05`, asked: undefined, id: 'si-1.0', why: 'SI 1.0//EN' },
    { hex: '03 00 00 6a 02 61 00 05', asked: undefined, id: 'none', why: '“a”' },
    { hex: '03 00 07 6a 02 61 00 05', asked: undefined, id: 'none', why: 'outside the string table' },
    { hex: '3c', asked: undefined, id: 'none', why: 'could not be read' },
  ])('$hex, asked for $asked: $id', ({ hex, asked, id, why }) => {
    const { doctype } = decode(bytesOf(hex), asked === undefined ? {} : { doctype: asked });
    expect(doctype.id).toBe(id);
    expect(doctype.why).toContain(why);
  });
});

describe('names that a vocabulary lacks cost nothing', () => {
  test.each([
    { hex: '03 01 6a 00 3f', code: 'unknown-tag' },
    { hex: '03 01 6a 00 00 1a 05', code: 'unknown-page' },
    { hex: '03 05 6a 00 86 3f 03 61 00 01', code: 'unknown-attribute' },
    { hex: '03 05 6a 00 86 0b 89 01', code: 'unknown-value' },
  ])('$hex: $code', ({ hex, code }) => {
    expect(decode(bytesOf(hex)).problems.map((problem) => `${problem.severity} ${problem.code}`)).toEqual([
      `warning ${code}`,
    ]);
  });
});

test.each([
  { offset: 0, text: 'abc' },
  { offset: 2, text: 'c' },
  { offset: 3, text: '' },
  { offset: 4, text: 'd' },
  { offset: 5, text: undefined },
])('the string at offset $offset of the table', ({ offset, text }) => {
  const bytes = bytesOf('03 01 6a 05 61 62 63 00 64 05');
  const { header } = decode(bytes).document;
  expect(header && tableString(bytes, header, offset)).toBe(text);
});

/** An example of MS-ASWBXML §3: a Sync answer that adds a contact. */
const ADDED_CONTACT =
  '03016a00455c4f5003436f6e746163747300014b0332000152033200014e0331000156474d03323a3100015d00' +
  '114a46033100014c033000014d033100010100015e0348616c6c2c20446f6e00015f03446f6e0001690348616c' +
  '6c000100115603310001010101010101';

test('the example of MS-ASWBXML reads as it says there', () => {
  const { tokens, problems, bytes } = decode(bytesOf(ADDED_CONTACT));
  expect(problems).toEqual([]);
  const said = [...tokens].flatMap(({ kind, name, page, start, end }) => {
    if (kind === 'tag') return [`${page}:${name}`];
    return kind === 'strI' ? [`“${Buffer.from(bytes.subarray(start + 1, end - 1)).toString()}”`] : [];
  });
  expect(said.join(' ')).toBe(
    '0:Sync 0:Collections 0:Collection 0:Class “Contacts” 0:SyncKey “2” 0:CollectionId “2” 0:Status “1” ' +
      '0:Commands 0:Add 0:ServerId “2:1” 0:ApplicationData 17:Body 17:Type “1” 17:EstimatedDataSize “0” ' +
      '17:Truncated “1” 1:FileAs “Hall, Don” 1:FirstName “Don” 1:LastName “Hall” 17:NativeBodyType “1”',
  );
});

describe('test class 4: every prefix of a message', () => {
  const messages = sampleMessages().filter(
    ({ bytes }) => bytes.length < 700 && decode(bytes).problems.length === 0,
  );

  test('has exactly one error, at its end, and what was read before it', () => {
    expect(messages.length).toBeGreaterThan(10);
    for (const { name, bytes } of messages) {
      const whole = decode(bytes).tokens;
      for (let length = 0; length < bytes.length; length++) {
        const { problems, tokens } = decode(bytes.subarray(0, length));
        const errors = problems.filter(({ severity }) => severity === 'error');
        expect(errors.length, `${name} cut at ${length}`).toBe(1);
        expect(errors[0]?.end, `${name} cut at ${length}`).toBe(length);
        let same = 0;
        while (same < tokens.length && tokens.end(same) === whole.end(same)) same++;
        expect(tokens.length - same, `${name} cut at ${length}`).toBeLessThanOrEqual(1);
        if (length > 4) expect(whole.end(same), `${name} cut at ${length}`).toBeGreaterThan(length);
      }
    }
  });
});

test('law 4: of any message the errors are few and of a closed list, all spans lie inside', () => {
  for (const { name, bytes } of allMessages()) {
    const { problems } = decode(bytes);
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.length, name).toBeLessThanOrEqual(1);
    for (const { code, start, end, expected, found, assumed } of problems) {
      if (start < 0 || end < start || end > bytes.length) expect.fail(`${name}: ${code} ${start}–${end}`);
      expect([expected, found, assumed].includes(''), `${name}: ${code}`).toBe(false);
    }
    for (const { code } of errors) expect(ERROR_CODES, name).toContain(code);
  }
});
