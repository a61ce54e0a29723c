import { expect, test } from 'vitest';
import { sameBytes, toHex } from '../bytes/index.ts';
import { allMessages } from '../testing/corpus.ts';
import { Random } from '../testing/random.ts';
import { bytesToXml, editXml, readXml, startEdit, type TextChange, type XmlEdit } from './index.ts';

/** What a person does to a text, sensible or not. */
const INSERTS = [
  'x',
  '',
  ' ',
  '\n',
  '<',
  '>',
  '&',
  '&#10;',
  '&lt;',
  '<Status>1</Status>',
  '<MoreAvailable/>',
  '<email:Read>1</email:Read>',
  '</Collection>',
  '<Sync>',
  '<A></A>',
  '<![CDATA[a]]>',
  '<?wbxml cut?>',
  '<?wbxml opaque="0102"?>',
  '<?wbxml switch-page="2"?>',
  '<?wbxml str-i?>',
  '<!-- why -->',
  '<!--',
  'grüße 🙂',
];

function randomChange(text: string, random: Random): TextChange {
  const from = random.below(text.length + 1);
  const length = random.below(3) === 0 ? random.below(40) : random.below(3);
  return { from, to: Math.min(text.length, from + length), insert: random.pick(INSERTS) };
}

/** A change at a place where it is likely to be legal: whole lines moved, doubled or taken out. */
function lineChange(text: string, random: Random): TextChange {
  const lines = text.split('\n');
  const index = random.below(lines.length);
  const from = lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0);
  const line = `${lines[index] ?? ''}\n`;
  const to = Math.min(text.length, from + line.length);
  return random.below(2) === 0
    ? { from, to, insert: '' }
    : { from, to: from, insert: random.pick([line, `${random.pick(lines)}\n`]) };
}

function expectLikeFull(edit: XmlEdit, what: string): void {
  const full = readXml(edit.now.text);
  const { bytes } = edit.now;
  expect(
    bytes !== undefined,
    `${what}\n${JSON.stringify(full.problems)}\n${JSON.stringify(edit.now.problems)}`,
  ).toBe(full.bytes !== undefined);
  if (!bytes || !full.bytes) return;
  if (!sameBytes(bytes, full.bytes)) expect(toHex(bytes), what).toBe(toHex(full.bytes));
  const [mine, theirs] = [edit.now.map.rows, full.map.rows];
  expect(mine.length, what).toBe(theirs.length);
  for (let i = 0; i < mine.length; i++) {
    for (const column of ['textStart', 'textEnd', 'byteStart', 'byteEnd', 'parent', 'mate'] as const) {
      if (mine.get(column, i) !== theirs.get(column, i)) expect.fail(`${what}: row ${i} ${column}`);
    }
    if (mine.kind(i) !== theirs.kind(i) || mine.pages[i] !== theirs.pages[i])
      expect.fail(`${what}: row ${i}`);
  }
}

test.each([
  {
    what: 'a literal mark in front of the tag behind it',
    text: '<?wbxml string="abc"?><Sync><Add/><?x?><Add/></Sync>',
    at: '<?x?>',
    insert: '<?wbxml literal="0"?>',
    hex: '03016a04616263004507040001',
  },
  {
    what: 'a space as the value',
    text: '<Sync><Add/><SyncKey></SyncKey></Sync>',
    at: '</SyncKey>',
    insert: ' ',
    hex: '03016a0045074b0101',
  },
])('$what, typed, is read as in the whole text', ({ text, at, insert, hex }) => {
  const from = text.indexOf(at);
  const edit = startEdit(readXml(text));
  if (!edit) throw new Error('no start');
  const { now } = editXml(edit, { from, to: from, insert });
  const full = readXml(now.text);
  expect(now.problems).toEqual(full.problems);
  expect(toHex(now.bytes ?? new Uint8Array(0))).toBe(hex);
});

test('a splice equals a full encode, for sensible and senseless edits in a row', { timeout: 600_000 }, () => {
  const messages = allMessages().filter(({ bytes }) => bytes.length > 10 && bytes.length < 3000);
  let spliced = 0;
  let good = 0;
  const runs = Number(process.env['EDIT_RUNS'] ?? 1500);
  for (let seed = 1; seed <= runs; seed++) {
    const random = new Random(seed);
    const { name, bytes } = random.pick(messages);
    let edit = startEdit(readXml(bytesToXml(bytes)));
    expect(edit, name).toBeDefined();
    let undo: TextChange | undefined;
    for (let step = 0; edit && step < 6; step++) {
      const before: string = edit.now.text;
      const fresh = random.below(2) === 0 ? randomChange(before, random) : lineChange(before, random);
      const change: TextChange = !edit.now.bytes && undo && random.below(4) > 0 ? undo : fresh;
      undo = {
        from: change.from,
        to: change.from + change.insert.length,
        insert: before.slice(change.from, change.to),
      };
      edit = editXml(edit, change);
      if (edit.now.bytes) {
        good++;
        if (edit.spliced) spliced++;
      }
      expectLikeFull(edit, `seed ${seed} step ${step} ${name} ${JSON.stringify(change)}`);
    }
  }
  expect(good).toBeGreaterThan(runs); // most edits leave a text that can be read …
  expect(spliced / good).toBeGreaterThan(0.5); // … and most of those are spliced
});
