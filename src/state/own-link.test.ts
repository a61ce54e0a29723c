import { expect, test } from 'vitest';
import { ownLink } from './own-link.ts';

test.each([
  { text: 'https://a.example/x/#w1.AbC_-9', link: '#w1.AbC_-9' },
  { text: ' #w1.AAAA\n', link: '#w1.AAAA' },
  { text: '### Sync reply\n\n[Open in WBXML Playground](https://a.example/#w1.AAAA)\n', link: '#w1.AAAA' },
  { text: 'see https://a.example/#w1.AAAA and 03016a00', link: undefined },
  { text: 'https://a.example/#s/case-37-bytes', link: undefined },
  { text: '03016a0005', link: undefined },
  { text: '', link: undefined },
])('“$text”: $link', ({ text, link }) => {
  expect(ownLink(text)).toBe(link);
});

test('a report that is dropped is looked at, other files are not', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  expect(ownLink(bytes('## T\n\n[Open in WBXML Playground](x#w1.AAAA)\n'))).toBe('#w1.AAAA');
  expect(ownLink(bytes('x#w1.AAAA'))).toBeUndefined();
});
