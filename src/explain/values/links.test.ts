import { expect, test } from 'vitest';
import { linkLines } from './links.ts';

const linesOf = (text: string) => linkLines(text)?.map(({ label, text: value }) => `${label}: ${value}`);

test.each([
  { text: 'https://www.example.test/a?b#c', lines: ['Address: https, host www.example.test'] },
  { text: 'HTTP://example.test:8080', lines: ['Address: http, host example.test', 'Port: 8080'] },
  { text: 'http://bank.example@evil.test/', lines: ['Address: http, host evil.test'] },
  { text: 'http://[::1]/x', lines: ['Address: http, host [::1]'] },
  { text: '\\\\server\\share\\file.txt', lines: ['File share: server server, share share'] },
  { text: 'mailto:a@example.test?subject=x', lines: ['Mail address: a@example.test'] },
  { text: 'http://', lines: undefined },
  { text: 'see http://example.test', lines: undefined },
  { text: 'http://example.test and more', lines: undefined },
  { text: 'Re: hello', lines: undefined },
  { text: '', lines: undefined },
])('$text', ({ text, lines }) => {
  expect(linesOf(text)).toEqual(lines);
});
