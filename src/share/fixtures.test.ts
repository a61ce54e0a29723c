import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { conversationFromValue } from '../conversation/index.ts';
import { fromLink } from './link.ts';

// Links as they were made once. They must open for ever: add to them, never change one.
const folder = new URL('./fixtures/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));

test('there are fixtures of every version, packed and as it is', () => {
  expect(names).toEqual(['w1-as-it-is.txt', 'w1-facts.txt', 'w1-packed.txt']);
});

test.each(names)('%s opens to what was put in', async (name) => {
  const link = readFileSync(new URL(name, folder), 'utf8').trim();
  const json = readFileSync(new URL(name.replace('.txt', '.json'), folder), 'utf8');
  const { conversation, view } = JSON.parse(json) as { conversation: unknown; view: unknown };
  const read = conversationFromValue(conversation);
  if (!read.ok) throw new Error(read.problem.text);
  expect(await fromLink(link)).toEqual({ conversation: read.value, view });
});
