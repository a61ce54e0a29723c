import { expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { readXml } from '../xml/index.ts';
import { untilCut } from './cut-xml.ts';

const FRONT = '<Sync xmlns="AirSync"><Collections><Collection><SyncKey>12</SyncKey>';
/** Of `FRONT`, without the ends of the elements that are open. */
const BYTES = '03016a00455c4f4b0331320001';

test.each([
  ['', 'the end of the text'],
  ['<Colle', 'the end of the text'],
  ['</Coll', 'the end of the text'],
  ['...', '“...”'],
  ['…', '“…”'],
  ['<Coll…', '“…”'],
  [' [truncated]', '“[truncated]”'],
  ['... [1234 characters truncated]', '“... [1234 characters truncated]”'],
  ['\n[snip]\n\nwhat can I do?', '“[snip]”'],
  ['<Coll... [truncated 20 chars]\n10:00 next -> <Ping/>', '“... [truncated 20 chars]”'],
  ['<Coll...(truncated)"}', '“...(truncated)”'],
  ['<truncated>', '“<truncated>”'],
  ['<...>', '“<...>”'],
  ['...(truncated)...lection></Collections></Sync>', '“...(truncated)...”'],
  ['\n2031-05-06 10:00:00 DEBUG next\n<Ping><Status>1</Status></Ping>', 'another line'],
  ['<Coll\n2031-05-06 10:00:00 DEBUG a -> b', 'the end of the line'],
  ['\n<?xml version="1.0"?><Ping/>', 'another document'],
])('cut off with %j: read up to there, found %s', (behind, found) => {
  const cut = untilCut(FRONT + behind);
  expect(cut?.found).toBe(found);
  expect(toHex(readXml(cut?.xml ?? '').bytes ?? new Uint8Array(0))).toBe(BYTES);
  expect(cut?.end).toBe(FRONT.length);
});

test.each([
  ['<Status>Hel', '4e0348656c'],
  ['<Status>Hel\nlo', '4e0348656c0a6c6f'],
  ['<Status>Hel...', '4e0348656c'],
  ['<Status>a&amp;b&am', '4e03612662'],
  ['<Status>a... b', '4e03612e2e2e2062'],
  ['<Status>', '4e'],
  ['<Status>Hel</Sta', '4e0348656c00'],
  ['<Status>it was truncated, he said', '4e0369742077617320' + '7472756e63617465642c2068652073616964'],
  ['<Status>ab [snip] cd</Collection></Collections></Sync>', '4e036162'],
  ['<Status>ab\n2031 INFO next <Ping>', '4e036162'],
])('a value that is cut off has no end: %j', (behind, hex) => {
  const cut = untilCut(FRONT + behind);
  expect(toHex(readXml(cut?.xml ?? '').bytes ?? new Uint8Array(0))).toBe(BYTES + hex);
});

test.each([
  ['whole', `${FRONT}</Collection></Collections></Sync>`],
  ['wrong, not cut off', `${FRONT}</Collections></Sync>`],
  ['wrong over several lines', `${FRONT}\n</Collections>\n</Sync>`],
  ['one word', 'see <Sync> for more'],
])('%s: undefined', (_, text) => {
  expect(untilCut(text.slice(text.indexOf('<')))).toBeUndefined();
});
