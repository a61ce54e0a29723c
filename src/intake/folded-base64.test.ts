import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { readFoldedBase64 } from './folded-base64.ts';
import { readPaste } from './read-paste.ts';

/** A reply to a Sync: 40 bytes. */
const REPLY = 'AwFqAEVcTwNFbWFpbAABSwMyAAFSAzUAAU4DMQABAQEB';
const HEX = '03016a00455c4f03456d61696c00014b0332000152033500014e0331000101' + '0101';

const pieces = (width: number): string[] => REPLY.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
const quoted = (mark: string, width = 16): string[] => pieces(width).map((piece) => `${mark}${piece}${mark}`);

function first(text: string): string | undefined {
  const { response, request } = readPaste(text)[0]?.conversation.exchanges[0] ?? {};
  return toHex((response ?? request)?.bytes ?? new Uint8Array(0));
}

describe('base64 in pieces', () => {
  test.each([
    { name: 'groups of four', text: pieces(4).join(' ') },
    {
      name: 'groups of eight, over lines',
      text: `${pieces(8).slice(0, 3).join(' ')}\n${pieces(8).slice(3).join(' ')}`,
    },
    { name: 'groups with tabs', text: pieces(16).join('\t') },
    { name: 'line ends of JSON', text: `{"body":"${pieces(16).join(String.raw`\n`)}"}` },
    { name: 'line ends of a mail in JSON', text: `{"body":"${pieces(20).join(String.raw`\r\n`)}\\r\\n"}` },
    { name: 'line ends of JSON in JSON', text: pieces(16).join(String.raw`\\r\\n`) },
    { name: 'strings with a plus', text: `const reply =\n  ${quoted("'").join(' +\n  ')};` },
    { name: 'strings with a plus in front', text: quoted('"').join('\n + ') },
    { name: 'strings of PHP', text: `base64_decode(${quoted("'").join('.')})` },
    { name: 'strings of C', text: quoted('"').join('\n  ') },
    {
      name: 'bytes of Python',
      text: `(${pieces(16)
        .map((piece) => `b'${piece}'`)
        .join('\n ')})`,
    },
    { name: 'strings of a list', text: `[${quoted('"').join(', ')}]` },
    { name: 'lines that a backslash continues', text: pieces(16).join('\\\n') },
  ])('$name', ({ text }) => {
    expect(readFoldedBase64(text).map(({ bytes }) => toHex(bytes))).toEqual([HEX]);
    expect(first(text)).toBe(HEX);
  });

  test.each([
    { name: 'lines: they are the plain form', text: pieces(16).join('\n') },
    { name: 'several messages of a list', text: `["${REPLY}", "${REPLY}"]` },
    { name: 'a piece that is wider than the first', text: `${REPLY.slice(0, 8)} ${REPLY.slice(8)}` },
    { name: 'words', text: 'Also this word must stay what they were when read here: text' },
    { name: 'hex', text: '03016a00 455c4f03 456d6169 6c00014b 03320001' },
    { name: 'too little', text: 'AwFqAEVc TwNFbWFp' },
  ])('$name are none', ({ text }) => {
    expect(readFoldedBase64(text)).toEqual([]);
  });
});
