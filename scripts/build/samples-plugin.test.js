import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { moduleOf } from './samples-plugin.js';

const base = mkdtempSync(join(tmpdir(), 'samples-'));
const root = join(base, 'samples');
afterAll(() => rmSync(base, { recursive: true }));

/**
 * @param {string} id
 * @param {unknown} conversation
 */
function put(id, conversation) {
  mkdirSync(join(root, id), { recursive: true });
  writeFileSync(join(root, id, 'conversation.json'), JSON.stringify(conversation));
}

const request = { http: { method: 'POST' }, file: 'a.wbxml' };
put('one', { title: 'One', note: 'The first.', exchanges: [{ id: '1', request, response: { bytes: '' } }] });
put('two', {
  title: 'Two',
  note: 'The second.',
  exchanges: [{ id: '1', response: { file: '../one/a.wbxml' } }],
});
writeFileSync(join(root, 'one/a.wbxml'), Uint8Array.of(3, 1, 0x6a, 0));
writeFileSync(join(root, 'index.json'), JSON.stringify([{ title: 'All', samples: ['two', 'one'] }]));

test('a sample gets its files as base64, and keeps everything else', () => {
  const packed = { http: { method: 'POST' }, bytes: 'AwFqAA==' };
  expect(moduleOf(`${root}/one/conversation.json`)).toEqual({
    value: {
      title: 'One',
      note: 'The first.',
      exchanges: [{ id: '1', request: packed, response: { bytes: '' } }],
    },
    files: [join(root, 'one/a.wbxml')],
  });
});

test('the gallery gets titles and sentences, in its own order', () => {
  const gallery = moduleOf(`${root}/index.json?gallery`);
  expect(gallery?.value).toEqual([
    {
      title: 'All',
      samples: [
        { id: 'two', title: 'Two', note: 'The second.' },
        { id: 'one', title: 'One', note: 'The first.' },
      ],
    },
  ]);
  expect(gallery?.files).toContain(join(root, 'one', 'conversation.json'));
});

test('a file outside the folder is refused', () => {
  expect(() => moduleOf(`${root}/two/conversation.json`)).toThrow('outside');
});

test.each(['/a/src/ui/App.svelte', `${root}/index.json`, `${root}/one/a.wbxml`, '/a/conversation.json'])(
  '%s is none of it',
  (id) => {
    expect(moduleOf(id)).toBeUndefined();
  },
);
