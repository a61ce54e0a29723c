import { expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { readHexMarks } from './hex-marks.ts';
import { readPaste } from './read-paste.ts';

const HEX = '03016a0000000756520330000101';
const PAIRS = HEX.match(/../g) ?? [];

test.each(['|', ' | ', '_', '/', '.', '+'])('%j between', (mark) => {
  const text = `body: ${PAIRS.join(mark)}\nnext`;
  expect(readHexMarks(text).map(({ bytes }) => toHex(bytes))).toEqual([HEX]);
  expect(toHex(readPaste(text)[0]?.conversation.exchanges[0]?.response?.bytes ?? new Uint8Array(0))).toBe(
    HEX,
  );
});

test.each([
  ['a row of a table', `| ${PAIRS.join(' | ')} |`],
  ['two of them', `${PAIRS.join('|')} and ${PAIRS.join('_')}`],
])('%s is found', (_, text) => {
  expect(readHexMarks(text)[0]?.bytes.length).toBe(PAIRS.length);
});

test.each(['', '03|01|6a|00', '01/02/03 04/05/06', '10.0.0.1', `a${PAIRS.join('|')}b`])(
  '%s: none',
  (text) => {
    expect(readHexMarks(text)).toEqual([]);
  },
);
