import { expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { faultOf } from '../testing/fuzz.ts';
import { mutate } from '../testing/mutate.ts';
import { Random } from '../testing/random.ts';
import { typedMessage } from '../testing/typed-message.ts';
import { editXml, readXml, startEdit, toXml, type TextChange } from './index.ts';

/** `TYPED_RUNS=100000 npx vitest run src/xml/typed-messages.test.ts` tries more seeds. */
const RUNS = Number(process.env['TYPED_RUNS'] ?? 2000);

test(
  'messages of every document type become XML and come back, well made and mutated',
  { timeout: 600_000 },
  () => {
    for (let seed = 1; seed <= RUNS; seed++) {
      const { type, bytes } = typedMessage(seed);
      const told = `seed ${seed}, ${type}, ${toHex(bytes).slice(0, 400)}`;
      expect(faultOf(bytes, { doctype: type }), told).toBeUndefined();
      const errors = decode(bytes, { doctype: type }).problems.filter(({ severity }) => severity === 'error');
      expect(errors, told).toEqual([]);
      const random = new Random(seed);
      for (let k = 0; k < 3; k++) {
        const mutated = mutate(bytes, random);
        expect(faultOf(mutated, { doctype: type }), toHex(mutated)).toBeUndefined();
      }
    }
  },
);

/** What a person types or pastes, at a place between items as a rule. */
const INSERTS = [
  ...['x', ' ', '\n', '$', '$a', '$(b:E)', '{', '}', '{cut}', '{b}', '&amp;', '&#36;', '<', '/', '"'],
  ...['<?wbxml cut?>', '<?wbxml str-i?>', '<?wbxml end?>', '<?wbxml literal="0"?>', '<?wbxml eol="crlf"?>'],
  ...['<?wbxml switch-page="1"?>', '<?wbxml entity="65"?>', '<?wbxml opaque?>', '<?wbxml bytes="07"?>'],
  ...['<![CDATA[z]]>', '<!-- c -->', '<?wbxml ext-0?>', '<?wbxml rest="01"?>', 'q:', ' xmlns:q="AirSync"'],
];
const ITEM = /<([^\s/>!?]+)[^>]*>[^<]*<\/\1>|<[^<>]*\/>|<\?wbxml[^>]*\?>/g;

function change(text: string, random: Random): TextChange {
  const items = [...text.matchAll(ITEM)];
  const item = random.pick(items);
  const places = [random.below(text.length + 1), text.indexOf('>', random.below(text.length)) + 1];
  const from = random.pick(places);
  switch (random.below(4)) {
    case 0:
      return { from, to: Math.min(text.length, from + random.below(6)), insert: '' };
    case 1:
      return item
        ? { from: item.index, to: item.index + item[0].length, insert: '' }
        : { from, to: from, insert: 'x' };
    case 2:
      return { from, to: from, insert: item?.[0] ?? 'x' };
    default:
      return { from, to: from, insert: random.pick(INSERTS) };
  }
}

test('an edit of them is read as the whole text is, problems included', { timeout: 600_000 }, () => {
  let spliced = 0;
  for (let seed = 1; seed <= RUNS / 4; seed++) {
    const { type, bytes } = typedMessage(seed);
    const random = new Random(seed);
    let edit = startEdit(readXml(toXml(decode(bytes, { doctype: type }))));
    for (let step = 0; edit && step < 10; step++) {
      const typed = change(edit.now.text, random);
      const next = editXml(edit, typed);
      const full = readXml(next.now.text);
      const told = `seed ${seed}, step ${step}, ${type}, ${JSON.stringify(typed)}`;
      expect(toHex(next.now.bytes ?? new Uint8Array(0)), told).toBe(toHex(full.bytes ?? new Uint8Array(0)));
      if (!next.now.bytes) continue;
      expect(next.now.problems, told).toEqual(full.problems);
      if (next.spliced) spliced++;
      edit = next;
    }
  }
  expect(spliced).toBeGreaterThan(RUNS / 4);
});
