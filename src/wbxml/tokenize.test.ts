import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { KIND, tokenize, type Token } from './index.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);
const EAS = '03 01 6a 00';

/** `tag 05` per token of the body, attribute space after a colon. */
function shape(hex: string): string[] {
  const bytes = bytesOf(hex);
  return [...tokenize(bytes).tokens]
    .filter(({ space }) => space !== 'header')
    .map((token) => spell(token, bytes));
}

function spell({ kind, start, end, space, page }: Token, bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.subarray(start, end)).toString('hex');
  return `${space === 'attribute' ? ':' : ''}${kind} ${hex}${page ? ` page ${page}` : ''}`;
}

const problemsOf = (hex: string) =>
  tokenize(bytesOf(hex)).problems.map(
    ({ code, severity, start, end }) => `${severity} ${code} ${start}–${end}`,
  );

describe('the worked examples of the specification', () => {
  test('without attributes: character data, entities, an empty element', () => {
    const hex =
      '01 01 03 00 47 46 03 20 58 20 26 20 59 00 05 03 20 58 00 02 81 20 03 3d 00 02 81 20 03 31 20 00 01 01';
    expect(problemsOf(hex)).toEqual([]);
    expect(shape(hex)).toEqual([
      'tag 47',
      'tag 46',
      'strI 0320582026205900',
      'tag 05',
      'strI 03205800',
      'entity 028120',
      'strI 033d00',
      'entity 028120',
      'strI 03312000',
      'end 01',
      'end 01',
    ]);
  });

  test('with attributes and a string table', () => {
    const hex =
      '01 01 6a 12 61 62 63 00 20 45 6e 74 65 72 20 6e 61 6d 65 3a 20 00 47 c5 09 83 00 05 01 88 06 86 08 03 ' +
      '78 79 7a 00 85 03 2f 73 00 01 83 04 86 07 0a 03 4e 00 01 01 01';
    expect(problemsOf(hex)).toEqual([]);
    expect(shape(hex)).toEqual([
      'tag 47',
      'tag c5',
      ':attributeStart 09',
      ':strT 8300',
      ':attributeStart 05',
      ':end 01',
      'tag 88',
      ':attributeStart 06',
      ':attributeValue 86',
      ':attributeStart 08',
      ':strI 0378797a00',
      ':attributeValue 85',
      ':strI 032f7300',
      ':end 01',
      'strT 8304',
      'tag 86',
      ':attributeStart 07',
      ':attributeStart 0a',
      ':strI 034e00',
      ':end 01',
      'end 01',
      'end 01',
    ]);
  });
});

describe('test class 2 and 13: a length is compared with what is left', () => {
  test.each([
    { hex: 'c3 00', end: 7, problem: undefined },
    { hex: 'c3 02 61 62', end: 9, problem: undefined },
    { hex: 'c3 03 61 62', end: 9, problem: 'error truncated 5–9' },
    { hex: 'c3 87 ff ff ff 7f', end: 11, problem: 'error truncated 5–11' },
    { hex: 'c3 8f ff ff ff 7f', end: 11, problem: 'error truncated 5–11' },
    { hex: 'c3 ff ff ff ff 7f', end: 11, problem: 'error too-large 5–11' },
    { hex: 'c3 81', end: 7, problem: 'error truncated 5–7' },
    { hex: 'c3', end: 6, problem: 'error truncated 5–6' },
  ])('OPAQUE $hex', ({ hex, end, problem }) => {
    const all = `${EAS} 45 ${hex}`;
    expect([...tokenize(bytesOf(all)).tokens].at(-1)?.end).toBe(end);
    expect(problemsOf(all)[0]).toBe(problem ?? 'error missing-end 7–7'.replaceAll('7', String(end)));
  });
});

describe('test class 3: nesting', () => {
  test.each([100, 10_000, 1_000_000])('%d levels, each with its parent', (depth) => {
    const bytes = new Uint8Array(4 + 2 * depth).fill(0x45);
    bytes.set([3, 1, 0x6a, 0]);
    bytes.fill(0x01, 4 + depth);
    const { tokens, problems } = tokenize(bytes);
    expect(problems).toEqual([]);
    expect(tokens.length).toBe(4 + 2 * depth);
    expect(tokens.parent(4)).toBe(-1);
    expect(tokens.parent(3 + depth)).toBe(2 + depth);
    expect(tokens.parent(4 + depth)).toBe(3 + depth); // the first END is of the innermost
    expect(tokens.past(4)).toBe(tokens.length);
    expect(tokens.ancestors(3 + depth).length).toBe(depth - 1);
  });
});

describe('test class 5: offsets into the string table', () => {
  const table = '03 01 6a 04 61 62 63 00 45';
  test.each([
    { hex: '83 00', problem: undefined },
    { hex: '83 02', problem: undefined },
    { hex: '83 03', problem: undefined },
    { hex: '83 04', problem: 'warning outside-table 9–11' },
    { hex: '83 8f ff ff ff 7f', problem: 'warning outside-table 9–15' },
    { hex: '04 04', problem: 'warning outside-table 9–11' },
  ])('$hex', ({ hex, problem }) => {
    expect(problemsOf(`${table} ${hex} 01`)).toEqual(problem === undefined ? [] : [problem]);
  });

  test('without a table every reference is outside', () => {
    expect(problemsOf(`${EAS} 45 83 00 01`)).toEqual(['warning outside-table 5–7']);
  });
});

describe('test class 7: END', () => {
  test.each([
    { hex: '45', problems: ['error missing-end 5–5'] },
    { hex: '45 4b', problems: ['error missing-end 6–6'] },
    { hex: '45 01 01', problems: ['error after-root 6–7'] },
    { hex: '05 01', problems: ['error after-root 5–6'] },
    { hex: '05 05', problems: ['error after-root 5–6'] },
    { hex: '05 00 00', problems: ['error after-root 5–7'] },
    { hex: '05 43 05 01', problems: [] },
    { hex: '43 05 01 05', problems: [] },
    { hex: '85 01', problems: ['warning empty-attributes 5–6'] },
    { hex: '45 01', problems: [] },
    { hex: '45 00 00 01', problems: [] },
    { hex: '85 05', problems: ['error missing-end 6–6'] },
    { hex: '01', problems: ['error no-root 4–5'] },
    { hex: '03 61 00 05', problems: ['error no-root 4–8'] },
    { hex: '00 00', problems: ['error no-root 6–6'] },
    { hex: '', problems: ['error no-root 4–4'] },
  ])('“$hex”', ({ hex, problems }) => {
    expect(problemsOf(`${EAS} ${hex}`)).toEqual(problems);
  });
});

describe('test class 8: ENTITY', () => {
  test.each([
    { hex: '00', ok: false },
    { hex: '01', ok: true },
    { hex: '7f', ok: true },
    { hex: '81 00', ok: true },
    { hex: '8f 7f', ok: true },
    { hex: '90 00', ok: true },
    { hex: '83 af 7f', ok: true }, // U+D7FF
    { hex: '83 b0 00', ok: false }, // U+D800
    { hex: '83 bf 7f', ok: false }, // U+DFFF
    { hex: '83 ff 7f', ok: true },
    { hex: '84 80 00', ok: true },
    { hex: 'c3 ff 7f', ok: true }, // U+10FFFF
    { hex: 'c4 80 00', ok: false },
    { hex: '8f ff ff ff 7f', ok: false },
  ])('$hex is a character: $ok', ({ hex, ok }) => {
    const end = 6 + hex.split(' ').length;
    expect(problemsOf(`${EAS} 45 02 ${hex} 01`)).toEqual(ok ? [] : [`warning not-a-character 5–${end}`]);
  });
});

describe('test class 9: strings end by their charset', () => {
  test.each([
    { hex: '03 01 87 68 00 45 03 00 61 61 00 00 00 01', string: '03006161000000' },
    { hex: '03 01 87 68 00 45 03 00 00 01', string: '030000' },
    { hex: '03 01 87 68 00 45 03 61 00 00 61 00 00 01', string: '03610000610000' },
    { hex: '03 01 87 68 00 45 40 00 61 00 00 01', string: '4000610000' },
    { hex: '03 01 04 00 45 03 e9 00 01', string: '03e900' },
  ])('$hex', ({ hex, string }) => {
    expect(shape(hex)[1]).toMatch(new RegExp(` ${string}$`));
    expect(problemsOf(hex)).toEqual([]);
  });

  test('two zero bytes across two characters end nothing', () => {
    expect(problemsOf('03 01 87 68 00 45 03 61 00 00 61')).toEqual(['error truncated 6–11']);
  });
});

describe('code pages', () => {
  test('tags and attributes have one each; an END restores nothing', () => {
    expect(shape(`${EAS} 45 00 02 c5 05 00 03 06 01 06 01 85 07 01 08 01`)).toEqual([
      'tag 45',
      'switchPage 0002 page 2',
      'tag c5 page 2',
      ':attributeStart 05',
      ':switchPage 0003 page 3',
      ':attributeStart 06 page 3',
      ':end 01 page 3',
      'tag 06 page 2',
      'end 01 page 2',
      'tag 85 page 2',
      ':attributeStart 07 page 3',
      ':end 01 page 3',
      'tag 08 page 2',
      'end 01 page 2',
    ]);
  });
});

test('test class 14: versions', () => {
  expect(problemsOf('00 01 00 45 c3 00 01')).toEqual(['warning opaque-in-1.0 4–5']);
  for (const version of ['01', '02', '03']) expect(problemsOf(`${version} 01 6a 00 45 c3 00 01`)).toEqual([]);
  expect(problemsOf('ff 01 6a 00 05')).toEqual(['warning unknown-version 0–1']);
});

test('more warnings than anyone reads are counted', () => {
  const bytes = new Uint8Array(4 + 1 + 2 * 3000 + 1).fill(0x83);
  bytes.set([3, 1, 0x6a, 0, 0x45]);
  for (let i = 6; i < bytes.length - 1; i += 2) bytes[i] = 0;
  bytes[bytes.length - 1] = 0x01;
  const { problems } = tokenize(bytes);
  expect(problems.length).toBe(1001);
  expect(problems.at(-1)).toMatchObject({ code: 'more', found: '2000 more problems' });
});

test.each([
  { what: 'a string', body: '45 03 61 00 01', has: true },
  { what: 'an OPAQUE', body: '45 c3 01 61 01', has: true },
  { what: 'an extension', body: '45 c0 01', has: true },
  { what: 'a string in a child', body: '45 46 03 61 00 01 01', has: false },
  { what: 'a string in an attribute', body: 'c5 05 03 61 00 01 01', has: false },
  { what: 'nothing', body: '45 01', has: false },
])('tells that a tag has text of its own: $what', ({ body, has }) => {
  const { tokens } = tokenize(bytesOf(`${EAS} ${body}`));
  expect(tokens.hasText(4)).toBe(has);
  expect(tokens.kind(4)).toBe(KIND.tag);
});
