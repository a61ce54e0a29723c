import { expect, test } from 'vitest';
import { readPaste } from '../../intake/index.ts';
import { readingItem } from './reading-item.ts';

test.each([
  { why: 'Hex digits: 20 bytes, not WBXML.', item: { label: '2. Hex digits', hint: '20 bytes, not WBXML.' } },
  { why: 'XML text.', item: { label: '2. XML text.' } },
  {
    why: 'A log: 1 exchange. Column 3: “g”.',
    item: { label: '2. A log', hint: '1 exchange. Column 3: “g”.' },
  },
])('$why', ({ why, item }) => {
  expect(readingItem({ why }, 1)).toEqual(item);
});

test('the readings of a paste can be told apart', () => {
  const readings = readPaste('aa bb cc dd ee ff 03 01 6a 00 45 5c 4f 4b 03 30 00 01 52 03 31 00 01 01 01 01');
  expect(readings.map(readingItem)).toEqual([
    {
      label: '1. From byte 6 of hex digits with spaces between',
      hint: '20 bytes, read as Exchange ActiveSync to the end.',
    },
    { label: '2. Hex digits with spaces between', hint: '26 bytes, not WBXML.' },
  ]);
});
