import { expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { allMessages } from '../testing/corpus.ts';
import { Random } from '../testing/random.ts';
import { readXml, toXml, xmlToBytes } from '../xml/index.ts';
import { elementText, Outline, spliceElement, type ByteChange } from './index.ts';

const MOST = 1_000_000;

function applied(bytes: Uint8Array, changes: readonly ByteChange[]): string {
  const hex = toHex(bytes);
  let result = '';
  let at = 0;
  for (const change of changes) {
    result += hex.slice(2 * at, 2 * change.start) + toHex(change.bytes);
    at = change.end;
  }
  return result + hex.slice(2 * at);
}

function edited(hex: string, element: number, edit: (text: string) => string): string {
  const outline = new Outline(decode(fromHex(hex) ?? new Uint8Array()));
  const { text } = elementText(outline, element, MOST);
  const { changes, why } = spliceElement(
    outline,
    element,
    xmlToBytes(edit(text ?? ''), { doctype: outline.decoded.doctype.id }),
  );
  return changes ? applied(outline.decoded.bytes, changes) : why;
}

// Sync(0) > Add > ApplicationData > email:Subject(2), then airsync Status
const MAIL = '03016a00 45 47 5d 0002 54 036100 01 01 01 0000 4e 033100 01 01';

test.each([
  { what: 'a value', element: 3, from: 'a</', to: 'bc</', hex: '03016a0045475d000254036263000101010000' },
  {
    what: 'another page before an END: the next tag needs its SWITCH_PAGE no more',
    element: 3,
    from: /<Subject.*<\/Subject>/,
    to: '<Class xmlns="AirSync">a</Class>',
    hex: '03016a0045475d50036100010101 4e03310001 01',
  },
  {
    what: 'another page inside: the next tag needs one',
    element: 4,
    from: '1',
    to: '',
    hex: '03016a0045475d0002540361000101010000 4e01 01',
  },
])('$what', ({ element, from, to, hex }) => {
  expect(edited(MAIL, element, (text) => text.replace(from, to)).startsWith(hex.replaceAll(' ', ''))).toBe(
    true,
  );
});

test.each([
  { what: 'another header', to: (text: string) => `<?wbxml version="1.1"?>${text}`, why: /whole message/ },
  {
    what: 'a mark behind it',
    to: (text: string) => `${text}<?wbxml switch-page="2"?>`,
    why: /Only the element/,
  },
  {
    what: 'a cut',
    to: (text: string) => text.replace('</Subject>', '<?wbxml end?></Subject>'),
    why: /cut off/,
  },
])('$what is refused, and said', ({ to, why }) => {
  expect(edited(MAIL, 3, to)).toMatch(why);
});

test('an element above the limit is not made a text of', () => {
  const outline = new Outline(decode(fromHex(MAIL) ?? new Uint8Array()));
  expect(elementText(outline, 0, 10).why).toMatch(/too large/);
  expect(elementText(outline, 0, 25).why).toMatch(/too long/);
});

/** A change of one element's text that is likely to be legal. */
function change(text: string, random: Random): string {
  const lines = text.split('\n');
  const inner = lines.length > 2 ? 1 + random.below(lines.length - 2) : 0;
  const line = lines[inner] ?? '';
  switch (random.below(6)) {
    case 0:
      return text.replace(/>([^<\n]+)</, '>other<');
    case 1:
      if (inner > 0) lines.splice(inner, 1);
      return lines.join('\n');
    case 2:
      if (inner > 0) lines.splice(inner, 0, random.pick(lines));
      return lines.join('\n');
    case 3:
      return text.replace(/<\/[^<]*$/, (close) => `<Read xmlns="Email">1</Read>${close}`);
    case 4:
      return text.replace(/<([^\s?/>]+)([^>]*)>[^]*$/, '<Status xmlns="AirSync">1</Status>');
    default:
      lines[inner] = line.replace(/<([A-Za-z]+)>([^<]*)<\/\1>/, '<Class xmlns="Tasks">$2</Class>');
      return lines.join('\n');
  }
}

/** The lines before the root; what is left is the element. */
const withoutHead = (text: string): string => text.replace(/^(?:<\?[^]*?\?>\s*)*/, '');

test('a spliced element gives the bytes of the whole text with that element in it', () => {
  const isRead = (bytes: Uint8Array): boolean =>
    decode(bytes).problems.every(({ severity }) => severity !== 'error');
  const messages = allMessages().filter(
    ({ bytes }) => bytes.length > 10 && bytes.length < 3000 && isRead(bytes),
  );
  let same = 0;
  let moved = 0;
  for (let seed = 1; seed <= 800; seed++) {
    const random = new Random(seed);
    const { name, bytes } = random.pick(messages);
    const decoded = decode(bytes);
    const outline = new Outline(decoded);
    if (outline.length < 2) continue;
    const element = random.below(outline.length);
    const { text } = elementText(outline, element, MOST);
    if (text === undefined) continue;
    const doctype = decoded.doctype.id;
    const after = change(text, random);
    const read = readXml(after, { doctype });
    if (!read.bytes) continue;
    const { changes } = spliceElement(outline, element, read.bytes);
    if (!changes) continue;
    const whole = readXml(toXml(decoded), { doctype });
    const { start, end } = outline.span(element);
    const place = whole.map.toText(start, end);
    if (!place) continue;
    const at = whole.text.indexOf('<', place.start);
    const full = `${whole.text.slice(0, at)}${withoutHead(after)}${whole.text.slice(place.end)}`;
    const expected = readXml(full, { doctype }).bytes;
    const what = `seed ${seed} ${name} element ${element}\n${after}`;
    expect(applied(bytes, changes), what).toBe(expected && toHex(expected));
    same++;
    if (changes.length > 1) moved++;
  }
  expect(same).toBeGreaterThan(250);
  expect(moved).toBeGreaterThan(5);
});
