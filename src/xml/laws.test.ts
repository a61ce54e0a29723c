import { expect, test } from 'vitest';
import { sameBytes, toHex } from '../bytes/index.ts';
import { decode, encode } from '../doctypes/index.ts';
import { allMessages } from '../testing/corpus.ts';
import { readXml, toXml } from './index.ts';

const messages = allMessages();

test('law 1: tokens partition every message', () => {
  for (const { name, bytes } of messages) {
    const { tokens } = decode(bytes);
    let at = 0;
    for (let i = 0; i < tokens.length; i++) {
      if (tokens.start(i) !== at || tokens.end(i) <= at) expect.fail(`${name}: token ${i} at byte ${at}`);
      at = tokens.end(i);
    }
    expect(at, name).toBe(bytes.length);
  }
});

test('law 2: bytes → XML → bytes is the identity', () => {
  const broken: string[] = [];
  for (const { name, bytes } of messages) {
    const text = toXml(decode(bytes));
    const read = readXml(text);
    if (!read.bytes || !sameBytes(read.bytes, bytes)) {
      broken.push(
        `${name}\n${JSON.stringify(read.problems.slice(0, 2))}\n${toHex(bytes).slice(0, 200)}\n${text.slice(0, 600)}`,
      );
    }
  }
  expect(broken.slice(0, 3)).toEqual([]);
});

test('encode writes every document as it was', () => {
  for (const { name, bytes } of messages) {
    expect(sameBytes(encode(decode(bytes).document), bytes), name).toBe(true);
  }
});
