import { describe, expect, test } from 'vitest';
import type { Conversation } from '../conversation/index.ts';
import { examine } from '../doctor/index.ts';
import { curlCommand } from '../export/index.ts';
import { readPaste } from '../intake/index.ts';
import { redact } from '../redact/index.ts';
import { readXml } from '../xml/index.ts';
import { fromHex } from './hex.ts';
import { lookUp } from './look-up.ts';

const EVERY_OBJECT = ['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty'];

test('what a table has, and nothing else', () => {
  expect(lookUp({ a: 1 }, 'a')).toBe(1);
  for (const word of EVERY_OBJECT) expect(lookUp({ a: 1 }, word)).toBeUndefined();
});

describe.each(EVERY_OBJECT)('%s is a word like any other', (word) => {
  test('as a namespace, a prefix, a tag', () => {
    for (const xml of [`<Sync xmlns="${word}"/>`, `<${word}:Sync/>`, `<${word} xmlns="AirSync"/>`]) {
      expect(readXml(xml).problems.some(({ severity }) => severity === 'error')).toBe(true);
    }
  });

  test('as a reference', () => {
    const { problems } = readXml(`<Sync xmlns="AirSync">&${word};</Sync>`);
    expect(problems.map(({ code }) => code)).toContain('bad-reference');
  });

  test('as a page of sync•gw', () => {
    const [first] = readPaste(`<Sync xml-ns="activesync:${word}"><Status>1</Status></Sync>`);
    expect(first?.xml).toContain(`xmlns="${word}"`);
  });

  test('in the address and the headers of a message', () => {
    const bytes = fromHex('03016a00 45 4e 033100 01 01') ?? new Uint8Array();
    const http = {
      method: 'POST',
      url: `/a?${word}=SecretName99`,
      headers: { Host: 'b', [`X-${word}`]: 'c' },
    };
    const conversation: Conversation = {
      format: 1,
      title: word,
      exchanges: [{ id: '1', request: { bytes, http } }],
    };
    expect(JSON.stringify(redact(conversation).conversation)).not.toContain('SecretName99');
    expect(curlCommand({ bytes, http }, 'Sync')).toContain(`X-${word}: c`);
    expect(examine(conversation).every(({ text }) => !text.includes('native code'))).toBe(true);
  });
});
