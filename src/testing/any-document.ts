import fc from 'fast-check';
import { mbUint32Width, writeMbUint32 } from '../bytes/index.ts';

/** Bytes of a part of a document; `unit` is the width of a string's terminator. */
type Part = (unit: 1 | 2) => number[];

const mb = (value: number, width = mbUint32Width(value)): number[] => {
  const bytes = new Uint8Array(5);
  return [...bytes.subarray(0, writeMbUint32(bytes, 0, value, width))];
};

const plainNumber = fc.oneof(fc.nat(12), fc.nat(0x3fff), fc.integer({ min: 0, max: 0xffff_ffff }));
/** A number, seldom in more bytes than it needs. */
const number: fc.Arbitrary<number[]> = fc
  .tuple(plainNumber, fc.oneof({ arbitrary: fc.constant(0), weight: 9 }, { arbitrary: fc.nat(2), weight: 1 }))
  .map(([value, more]) => mb(value, Math.min(5, mbUint32Width(value) + more)));

const TEXTS = [
  'a',
  'abc',
  'http://www.',
  '.com/',
  ' ',
  '\n',
  'a\r\nb',
  'a\r\nb\nc',
  '\r',
  '<&>"',
  ']]>',
  '{cut}',
];
const SPECIAL = ['$(name)', '\u2028', '\ufeffx', '🙂', 'grüße', '2026-11-22T00:00:00Z', '\u0007', 'tag-0x05'];
const text: fc.Arbitrary<number[]> = fc.oneof(
  fc.constantFrom(...TEXTS, ...SPECIAL).map((value) => [...new TextEncoder().encode(value)]),
  fc.uint8Array({ maxLength: 6 }).map((bytes) => [...bytes]),
);

/** The bytes without anything a reader would take for the terminator, in whole units. */
function withoutTerminator(bytes: readonly number[], unit: 1 | 2): number[] {
  if (unit === 1) return bytes.filter((byte) => byte !== 0);
  const pairs = bytes.flatMap((byte) => [byte === 0 ? 1 : 0, byte]);
  return pairs.map((byte, i) => (i % 2 === 1 && byte === 0 ? 0x41 : byte));
}

/** Once in `n` times something, else `usual`. */
const onceIn = <T>(n: number, arbitrary: fc.Arbitrary<T>, usual: T): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: n - 1 }, { arbitrary, weight: 1 });

const string = (token: number): fc.Arbitrary<Part> =>
  text.map((bytes) => (unit) => [
    token,
    ...withoutTerminator(bytes, unit),
    ...new Array<number>(unit).fill(0),
  ]);
const part = (arbitrary: fc.Arbitrary<number[]>): fc.Arbitrary<Part> => arbitrary.map((bytes) => () => bytes);
const withNumber = (...tokens: number[]): fc.Arbitrary<Part> =>
  part(fc.tuple(fc.constantFrom(...tokens), number).map(([token, digits]) => [token, ...digits]));

const opaque = part(
  fc
    .tuple(text, fc.constantFrom(0, 0, 0, 1))
    .map(([bytes, more]) => [0xc3, ...mb(bytes.length, mbUint32Width(bytes.length) + more), ...bytes]),
);
const page = part(fc.constantFrom(0, 0, 1, 2, 17, 25, 99, 255).map((number) => [0x00, number]));
const value: fc.Arbitrary<Part> = fc.oneof(
  { arbitrary: string(0x03), weight: 8 },
  { arbitrary: opaque, weight: 4 },
  { arbitrary: withNumber(0x83), weight: 3 },
  { arbitrary: part(fc.constantFrom(0, 1, 4).map((offset) => [0x83, offset])), weight: 3 },
  { arbitrary: withNumber(0x02, 0x80, 0x81, 0x82), weight: 2 },
  { arbitrary: fc.oneof(string(0x40), string(0x41), string(0x42)), weight: 2 },
  { arbitrary: part(fc.constantFrom([0xc0], [0xc1], [0xc2])), weight: 1 },
);

const joined =
  (parts: readonly Part[]): Part =>
  (unit) =>
    parts.flatMap((each) => each(unit));
const several = (arbitrary: fc.Arbitrary<Part>, maxLength: number) =>
  fc.array(arbitrary, { maxLength }).map(joined);

const start: fc.Arbitrary<Part> = fc.oneof(
  { arbitrary: part(fc.integer({ min: 0x05, max: 0x12 }).map((code) => [code])), weight: 6 },
  { arbitrary: part(fc.constantFrom(0x3f, 0x45, 0x7f).map((code) => [code])), weight: 1 },
  { arbitrary: withNumber(0x04), weight: 1 },
  { arbitrary: part(fc.constantFrom(0, 4).map((offset) => [0x04, offset])), weight: 1 },
);
const valueToken = part(fc.constantFrom(0x85, 0x86, 0x88, 0x89, 0xbf, 0xc5).map((code) => [code]));
const attribute = fc
  .tuple(
    onceIn<Part>(8, page, () => []),
    start,
    several(
      fc.oneof(
        { arbitrary: value, weight: 4 },
        { arbitrary: valueToken, weight: 2 },
        { arbitrary: page, weight: 1 },
      ),
      3,
    ),
  )
  .map(joined);
const attributes = fc
  .tuple(
    several(attribute, 3),
    fc.constant<Part>(() => [0x01]),
  )
  .map(joined);

interface Head {
  code: number;
  offset: number[] | undefined;
  list: Part | undefined;
  content: Part | undefined;
}

/** A tag or LITERAL with what its bits announce. */
const element =
  ({ code, offset, list, content }: Head): Part =>
  (unit) => [
    (offset ? 0x04 : code) | (list ? 0x80 : 0) | (content ? 0x40 : 0),
    ...(offset ?? []),
    ...(list?.(unit) ?? []),
    ...(content ? [...content(unit), 0x01] : []),
  ];

/** As many strings of white space as make all of it text. */
const fourWhite: Part = (unit) =>
  [0, 1, 2, 3].flatMap(() => [0x03, ...(unit === 2 ? [0, 0x20, 0, 0] : [0x20, 0])]);

const tree = fc.letrec<{ element: Part; item: Part }>((tie) => ({
  element: fc
    .record({
      code: fc.oneof(fc.integer({ min: 0x05, max: 0x0f }), fc.integer({ min: 0x05, max: 0x3f })),
      offset: onceIn<number[] | undefined>(
        8,
        fc.oneof(fc.constantFrom<number[][]>([0], [4]), number),
        undefined,
      ),
      list: onceIn<Part | undefined>(3, attributes, undefined),
      content: fc.option(several(tie('item'), 5), { freq: 4, nil: undefined }),
    })
    .map(element),
  item: fc.oneof(
    { maxDepth: 5 },
    { arbitrary: fc.constant(fourWhite), weight: 1 },
    { arbitrary: value, weight: 5 },
    { arbitrary: page, weight: 2 },
    { arbitrary: attributes.map((list): Part => (unit) => [0x43, ...list(unit)]), weight: 1 },
    { arbitrary: tie('element'), weight: 6 },
  ),
}));

const CHARSETS = [106, 106, 106, 106, 0, 3, 4, 12, 17, 114, 1000, 1014, 2026, 500];
const header = fc
  .record({
    version: fc.constantFrom(3, 3, 3, 3, 1, 2, 0, 4, 255),
    publicId: fc.constantFrom([1], [1], [5], [2], [0x80, 0x01], [0, 0], [0, 0x81, 0x00]),
    charset: fc.constantFrom(...CHARSETS),
    longCharset: fc.constantFrom(0, 0, 0, 1),
    table: fc.array(text, { maxLength: 3 }),
    open: fc.constantFrom(false, false, false, true),
    longTable: fc.constantFrom(0, 0, 0, 1),
  })
  .map(({ version, publicId, charset, longCharset, table, open, longTable }) => {
    const unit: 1 | 2 = version > 0 && charset >= 1000 && charset < 1016 ? 2 : 1;
    const strings = table.flatMap((bytes) => [
      ...withoutTerminator(bytes, unit),
      ...new Array<number>(unit).fill(0),
    ]);
    if (open) strings.length = Math.max(0, strings.length - unit);
    const field = version === 0 ? [] : mb(charset, mbUint32Width(charset) + longCharset);
    const length = mb(strings.length, mbUint32Width(strings.length) + longTable);
    return { unit, bytes: [version, ...publicId, ...field, ...length, ...strings] };
  });

const pis = several(
  attributes.map((list): Part => (unit) => [0x43, ...list(unit)]),
  1,
);

/**
 * Documents of every token form, well made and odd: each kind of header, strings, references, attributes, PIs,
 * page switches where none is needed; one in five is cut off or has bytes behind its end.
 */
export const anyDocument: fc.Arbitrary<Uint8Array> = fc
  .record({
    head: header,
    before: fc.tuple(several(page, 1), pis).map(joined),
    root: tree.element,
    after: pis,
    cut: onceIn(8, fc.nat(40), 0),
    trailing: onceIn(10, fc.uint8Array({ minLength: 1, maxLength: 4 }), new Uint8Array(0)),
  })
  .map(({ head, before, root, after, cut, trailing }) => {
    const { unit } = head;
    const all = [...head.bytes, ...before(unit), ...root(unit), ...after(unit), ...trailing];
    return Uint8Array.from(all.slice(0, Math.max(0, all.length - cut)));
  });
