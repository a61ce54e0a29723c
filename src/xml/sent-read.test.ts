import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { editXml, startEdit } from './edit.ts';
import { toXml } from './print.ts';
import { readXml, type XmlRead } from './read.ts';
import { receivedRead, sentRead } from './sent-read.ts';

const MESSAGES = {
  Sync: '03016a00455c4f4b0331000152033100014e0331000156474d03353a3100015d00114a4b0361626300010100000101010101',
  'one with a string table': '030b6a05414200434400c54f83000183030101',
  'one that is all one mark': 'ff00ff',
};

/** A reading as it arrives on another thread. */
function sent(read: XmlRead): XmlRead {
  if (!read.bytes) throw new Error('the text has an error');
  return receivedRead(read.text, read.bytes, structuredClone(sentRead(read)));
}

function reading(hex: string): XmlRead {
  const decoded = decode(fromHex(hex) ?? new Uint8Array());
  return readXml(toXml(decoded), { doctype: decoded.doctype.id });
}

test.each(Object.entries(MESSAGES))('%s: what is received is what was read', (_, hex) => {
  const read = reading(hex);
  const received = sent(read);
  expect({ ...received, map: undefined }).toEqual({ ...read, map: undefined });
  for (let at = 0; at < read.text.length; at++)
    expect(received.map.toBytes(at, at + 1)).toEqual(read.map.toBytes(at, at + 1));
  for (let at = 0; at < hex.length / 2; at++)
    expect(received.map.toText(at, at + 1)).toEqual(read.map.toText(at, at + 1));
});

test('it is edited as the one that was read', () => {
  const read = reading(MESSAGES.Sync);
  const received = sent(read);
  fc.assert(
    fc.property(
      fc.nat(read.text.length),
      fc.nat(3),
      fc.constantFrom('', 'x', '<a/>', '&#13;'),
      (from, size, insert) => {
        const change = { from, to: Math.min(read.text.length, from + size), insert };
        const [a, b] = [startEdit(received), startEdit(read)];
        if (!a || !b) throw new Error('the text has an error');
        const [one, other] = [editXml(a, change), editXml(b, change)];
        expect(one.now.bytes).toEqual(other.now.bytes);
        expect(one.now.problems).toEqual(other.now.problems);
        expect(one.now.map.rows.columns).toEqual(other.now.map.rows.columns);
      },
    ),
  );
});
