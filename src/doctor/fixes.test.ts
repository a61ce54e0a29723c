import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { applyFix } from './apply-fix.ts';
import { rules } from './all-rules.ts';
import { examineMessage } from './examination.ts';
import { exampleConversation } from './example.ts';
import { examine } from './examine.ts';
import type { Rule } from './rule.ts';
import type { Finding } from './types.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

/** The bytes with a finding's fix in them. */
function fixed(bytes: Uint8Array, { fix }: Finding): Uint8Array {
  const edits = [...(fix?.edits ?? [])].sort((a, b) => b.place.start - a.place.start);
  let result = [...bytes];
  for (const { place, bytes: put } of edits)
    result = [...result.slice(0, place.start), ...put, ...result.slice(place.end)];
  return Uint8Array.from(result);
}

const fixOf = ({ bad }: Rule): Finding | undefined =>
  examine(exampleConversation(bad)).find(({ fix }) => fix);
const withFixes = rules().filter(fixOf);

test('there are fixes', () => {
  expect(withFixes.map(({ id }) => id)).toContain('synckey-under-sync');
  expect(withFixes.length).toBeGreaterThan(5);
});

test.each(withFixes)('$id: its fix takes the finding away and adds none', (rule) => {
  const finding = fixOf(rule);
  if (!finding?.fix) throw new Error('no fix');
  expect(finding.fix.title).toMatch(/^[A-Z]/);
  const fixedTalk = applyFix(exampleConversation(rule.bad), finding);
  expect(examine(fixedTalk)).toEqual([]);
});

describe('taking elements out', () => {
  const fixOf = (hex: string, rule: string): string => {
    const bytes = bytesOf(hex);
    const finding = examineMessage({ bytes, readAs: { side: 'response' } }).findings.find(
      (one) => one.rule === rule,
    );
    if (!finding) throw new Error(`no ${rule}`);
    return toHex(fixed(bytes, finding));
  };

  test('all places of the same fault go at once', () => {
    expect(fixOf('03016a00 45 4b03310001 4b03320001 4e03340001 01', 'synckey-under-sync')).toBe(
      '03016a00454e0334000101',
    );
  });

  test('where the element leaves another page in force, a SWITCH_PAGE takes its place', () => {
    // GetChanges with a page switch inside, then Status of the page before: 13 cannot hold one, so Options does.
    const bytes = '03016a00 45 5c4f 4b03310001 57 0011 4546033100 01 01 01 0000 5203310001 4e03310001 010101';
    expect(fixOf(bytes, 'request-only-tag')).toBe(
      toHex(bytesOf('03016a00 45 5c4f 4b03310001 0011 0000 5203310001 4e03310001 010101')),
    );
  });

  test('nothing is taken out that would leave its parent empty', () => {
    const bytes = bytesOf('03016a00 45 4b03310001 01');
    const [finding] = examineMessage({ bytes, readAs: { side: 'response' } }).findings;
    expect(finding?.rule).toBe('synckey-under-sync');
    expect(finding?.fix).toBeUndefined();
  });
});
