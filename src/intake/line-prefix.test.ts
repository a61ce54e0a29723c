import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { bounded } from '../testing/cpu.ts';
import { xmlToBytes } from '../xml/index.ts';
import { unprefixed } from './line-prefix.ts';
import { readPaste } from './read-paste.ts';

const XML = [
  '<?xml version="1.0" encoding="utf-8"?>',
  '<FolderSync xmlns="FolderHierarchy:">',
  '  <SyncKey>0</SyncKey>',
  '</FolderSync>',
];
const HEX = '03016a00000756520330000101';

const PREFIXES: Record<string, (i: number) => string> = {
  logcat: (i) => `11-29 12:00:0${i}.12${i}  1234  12${i}6 D Exchange: `,
  'logcat, brief': () => 'D/Exchange( 1234): ',
  'logcat in a studio': (i) => `2026-11-29 12:00:0${i}.123  1234-1256  Exchange   com.example.exchange   D  `,
  'a container': () => 'eas-1  | ',
  syslog: () => 'Mar 14 22:19:06 ee5afe76dd59 ',
  journalctl: () => 'Nov 29 12:00:01 mail eas[812]: ',
  kubectl: () => '[pod/eas-7d9c5/eas] ',
  'a time alone': (i) => `2026-11-29T12:00:01.12345678${i}Z `,
  'a Python logger': () => '2026-11-29 12:00:01,123 DEBUG eas.wbxml ',
  'a Java logger': () => '12:00:01.123 [http-nio-8080-exec-1] DEBUG c.e.Sync - ',
  'a quoted mail': () => '> ',
  'numbers of lines': (i) => `     ${i + 1}\t`,
  'a patch': () => '+',
  'grep -n': (i) => `eas.log:${i + 10}:`,
  'a comment': () => '        // ',
  'a comment without a blank': () => '\t//',
  'a comment of documentation': () => '    /// ',
  'a block comment': () => '   * ',
  'a comment of a script': () => '# ',
  'a comment of SQL': () => '-- ',
  'a string of Zig': () => String.raw`      \\`,
};

describe('what stands in front of each line of XML is taken away', () => {
  test.each(Object.keys(PREFIXES))('%s', (name) => {
    const text = XML.map((line, i) => `${PREFIXES[name]?.(i)}${line}`).join('\n');
    const [first] = readPaste(text);
    expect(first?.kind).toBe('xml');
    expect(toHex(xmlToBytes(first?.xml ?? ''))).toBe(HEX);
    expect(first?.why).toMatch(/What stands in front of each line was passed over\.$/);
  });

  test('a request and a reply in one log', () => {
    const reply = [
      'Response:',
      '<FolderSync xmlns="FolderHierarchy:">',
      ' <Status>1</Status>',
      '</FolderSync>',
    ];
    const text = ['Request:', ...XML, ...reply].map((line) => `D/Exchange( 12): ${line}`).join('\r\n');
    const [exchange] = readPaste(text)[0]?.conversation.exchanges ?? [];
    expect(toHex(exchange?.request?.bytes ?? new Uint8Array(0))).toBe(HEX);
    expect(toHex(exchange?.response?.bytes ?? new Uint8Array(0))).toBe('03016a000007564c0331000101');
  });

  test('texts of their own lines stand between their tags', () => {
    const text = ['<Sync>', '  <SyncKey>', '    0 1', '  </SyncKey>', '</Sync>']
      .map((line) => `D/Serializer( 12): ${line}`)
      .join('\n');
    expect(unprefixed(text)?.text).toBe('<Sync>\n  <SyncKey>0 1</SyncKey>\n</Sync>');
  });
});

test.each([
  '',
  'words',
  XML.join('\n'),
  `request: ${XML.join('\n')}`,
  'some <b>bold</b>\nmore <b>bold</b>',
  '<a>\n text <b/>\n text <b/>\n</a>',
])('%s: none', (text) => {
  expect(unprefixed(text)).toBeUndefined();
});

test('each character is told from where it stood', () => {
  const line = fc.constantFrom('<a>', '</a>', '  <b>x</b>', 'text', '', '<c/>\r');
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 2, maxLength: 20 }),
      fc.nat(Object.keys(PREFIXES).length - 1),
      (lines, n) => {
        const prefix = Object.values(PREFIXES)[n] ?? PREFIXES['syslog'];
        const text = ['<a>', '<a>', ...lines].map((one) => `${prefix?.(3)}${one}`).join('\n');
        const bare = unprefixed(text);
        for (let at = 0; at < (bare?.text.length ?? 0); at++)
          expect(text.charAt(bare?.from(at) ?? -1)).toBe(bare?.text.charAt(at));
      },
    ),
  );
});

test.each([
  {
    name: 'many kinds',
    text: Array.from({ length: 20_000 }, (_, i) => `${'x'.repeat(i % 90)}: <a>`).join('\n'),
  },
  { name: 'one line', text: `a: <b>${'a: <b> '.repeat(60_000)}` },
  { name: 'blanks', text: `a:${' '.repeat(180)}<b>\n`.repeat(2000) },
])('linear: $name', ({ text }) => {
  bounded('a log', () => {
    unprefixed(text);
  });
});
