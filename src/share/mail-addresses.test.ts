import { expect, test } from 'vitest';
import { mailAddresses } from './mail-addresses.ts';

test.each([
  { text: '', found: [] },
  { text: '@', found: [] },
  { text: 'alice@example.test', found: ['alice@example.test'] },
  {
    text: '"Alice" <Alice.B+x@Mail.Example.TEST>, bob@example.test.',
    found: ['alice.b+x@mail.example.test', 'bob@example.test'],
  },
  { text: 'no at all: a@b, @example.test, a@.b, a@b.', found: [] },
  { text: 'jörg@müller.example', found: ['jörg@müller.example'] },
  { text: '.a.@x.y', found: ['a@x.y'] },
  { text: 'a@b.c@d.e', found: ['a@b.c', 'b.c@d.e'] },
  { text: 'x'.repeat(70) + '@example.test', found: [`${'x'.repeat(64)}@example.test`] },
])('$text', ({ text, found }) => {
  expect(mailAddresses(text)).toEqual(found);
});

test.each([
  { name: 'signs alone', text: '@'.repeat(200_000) },
  { name: 'one long word', text: `${'a'.repeat(200_000)}@` },
  { name: 'dots', text: `a@${'.a'.repeat(100_000)}` },
  { name: 'dashes', text: 'a@a-'.repeat(50_000) },
])('$name cost time in proportion to the text', ({ text }) => {
  const before = process.cpuUsage();
  mailAddresses(text);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
});
