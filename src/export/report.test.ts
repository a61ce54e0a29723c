import { expect, test } from 'vitest';
import { reportMarkdown, type ReportParts } from './report.ts';

const parts: ReportParts = {
  title: 'Sync reply · 37 bytes',
  facts: ['Read as ActiveSync: public id 1.', 'Version 14.1, guessed.'],
  findings: [],
  listing: '00  03 01 6a 00  header\n04  00 00        page 0\n',
  page: 'WBXML Playground 0.1.0',
};

test('a report has what it is, what is wrong, the bytes and the link', () => {
  const finding = {
    severity: 'error',
    text: 'SyncKey stands directly under Sync',
    start: 11,
    end: 16,
    basis: 'reported',
    source: 'MS-ASCMD 2.2.3.180',
  } as const;
  const report = reportMarkdown({ ...parts, findings: [finding], link: 'https://example.test/#w1.AAAA' });
  expect(report).toBe(`### Sync reply · 37 bytes

Read as ActiveSync: public id 1.  
Version 14.1, guessed.

- ✖ **error**, bytes 11–15: SyncKey stands directly under Sync (reported · MS-ASCMD 2.2.3.180)

\`\`\`text
00  03 01 6a 00  header
04  00 00        page 0
\`\`\`

[Open in WBXML Playground 0.1.0](https://example.test/#w1.AAAA)
`);
});

test('without findings, link and XML it says so, or leaves them out', () => {
  const report = reportMarkdown(parts);
  expect(report).toContain('\nNothing wrong found.\n');
  expect(report).toMatch(/\nWBXML Playground 0\.1\.0\n$/);
  expect(report).not.toContain('```xml');
});

test.each([
  { severity: 'warning', start: 4, end: 5, text: '- ! **warning**, byte 4: x' },
  { severity: 'note', start: 4, end: 4, text: '- · **note**, at byte 4: x' },
] as const)('$text', ({ severity, start, end, text }) => {
  expect(reportMarkdown({ ...parts, findings: [{ severity, start, end, text: 'x' }] })).toContain(
    `\n${text}\n`,
  );
});

test('what a message holds cannot break out of the report', () => {
  const text = 'a <b>*c*</b>\n# [d](e) `f` |g| \\';
  const report = reportMarkdown({
    ...parts,
    title: text,
    findings: [{ severity: 'note', start: 0, end: 1, text }],
    listing: 'a\n```\n# not a heading\n````',
    xml: '<a>~~~</a>',
  });
  expect(report).toContain('### a \\<b\\>\\*c\\*\\</b\\> \\# \\[d\\](e) \\`f\\` \\|g\\| \\\\\n');
  expect(report).toContain('`````text\na\n```\n# not a heading\n````\n`````\n');
  expect(report).toContain('```xml\n<a>~~~</a>\n```\n');
});
