import { expect, test } from 'vitest';
import { offsetOf } from './offset.ts';

test.each([
  { text: '0', offset: 0 },
  { text: ' 36 ', offset: 36 },
  { text: '37', offset: undefined }, // the first byte that is not there
  { text: '0x0c', offset: 12 },
  { text: '1Fh', offset: 31 },
  { text: '0x25', offset: undefined },
  { text: 'c', offset: undefined },
  { text: '-1', offset: undefined },
  { text: '', offset: undefined },
])('“$text” in a message of 37 bytes is $offset', ({ text, offset }) => {
  expect(offsetOf(text, 36)).toBe(offset);
});
