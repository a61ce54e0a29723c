import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import type { Conversation } from '../conversation/index.ts';
import { DESTINATIONS, linkFacts } from './link-facts.ts';
import { toLink } from './link.ts';

const conversation: Conversation = {
  format: 1,
  title: 'Ask ann@example.test',
  exchanges: [{ id: '1', request: { bytes: fromHex('03016a0005') as Uint8Array } }],
};
const page = 'https://example.test/wbxml/';

test('a short link fits everywhere, and says what it holds', async () => {
  const address = page + (await toLink(conversation));
  const facts = linkFacts(address, conversation);
  expect(facts.characters).toBe(address.length);
  expect(facts.fits.every(({ fits }) => fits)).toBe(true);
  expect(facts.personalWords).toBe('1 address');
  expect(facts.problem).toBeUndefined();
});

test.each(DESTINATIONS)('$name takes $limit characters and not one more', ({ name, limit }) => {
  const fitsIn = (length: number): boolean | undefined =>
    linkFacts('x'.repeat(length), conversation).fits.find((each) => each.destination.name === name)?.fits;
  expect([fitsIn(limit), fitsIn(limit + 1)]).toEqual([true, false]);
});

test('destinations stand in order', () => {
  const limits = DESTINATIONS.map(({ limit }) => limit);
  expect(limits).toEqual([...limits].sort((a, b) => a - b));
});

test('what no page would open is said before it is shared', async () => {
  const large = new Uint8Array(17 * 1024 * 1024).fill(0x20);
  const huge: Conversation = { ...conversation, exchanges: [{ id: '1', request: { bytes: large } }] };
  expect(linkFacts(page + (await toLink(huge)), huge).problem?.code).toBe('too-large');
});
