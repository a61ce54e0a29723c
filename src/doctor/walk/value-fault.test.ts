import { describe, expect, test } from 'vitest';
import { bodyModel, type ValueType } from '../../eas/index.ts';
import { takesDigits, valueFault } from './value-fault.ts';

const integer: ValueType = { kind: 'integer', min: 1, max: 59 };
const text: ValueType = { kind: 'text', min: 1, max: 64 };
const dateTime: ValueType = { kind: 'dateTime' };
const compactDate: ValueType = { kind: 'compactDate' };
const list: ValueType = { kind: 'numbers', numbers: [0, 2, 3] };

describe('valueFault', () => {
  test.each<[ValueType, string, string | undefined]>([
    [integer, '1', undefined],
    [integer, '59', undefined],
    [integer, '0', 'out-of-range'],
    [integer, '60', 'out-of-range'],
    [integer, '-1', 'out-of-range'],
    [integer, '', 'empty'],
    [integer, '1.5', 'not-a-number'],
    [integer, ' 1', 'not-a-number'],
    [integer, '1e1', 'not-a-number'],
    [{ kind: 'integer', mayBeEmpty: true }, '', undefined],
    [{ kind: 'integer' }, '-99999999999999999999', undefined],
    [{ kind: 'boolean' }, '1', undefined],
    [{ kind: 'boolean' }, '0', undefined],
    [{ kind: 'boolean' }, 'true', 'not-a-boolean'],
    [{ kind: 'boolean' }, '2', 'not-a-boolean'],
    [{ kind: 'boolean' }, '', 'empty'],
    [{ kind: 'boolean', mayBeEmpty: true }, '', undefined],
    [list, '2', undefined],
    [list, '1', 'not-listed'],
    [list, 'x', 'not-a-number'],
    [list, '', 'empty'],
    [{ kind: 'words', words: ['Email', 'SMS'] }, 'SMS', undefined],
    [{ kind: 'words', words: ['Email', 'SMS'] }, 'sms', 'not-listed'],
    [{ kind: 'words', words: ['Email', 'SMS'] }, '', 'empty'],
    [{ kind: 'double' }, '-12.5e3', undefined],
    [{ kind: 'double' }, '1,5', 'not-a-number'],
    [{ kind: 'double' }, '', 'empty'],
    [text, 'x', undefined],
    [text, 'x'.repeat(64), undefined],
    [text, 'x'.repeat(65), 'too-long'],
    [text, '😀'.repeat(64), undefined],
    [text, '😀'.repeat(65), 'too-long'],
    [text, '', 'empty'],
    [{ kind: 'text', min: 16, max: 16 }, 'short', 'too-short'],
    [{ kind: 'text' }, '', undefined],
    [dateTime, '2026-01-05T09:00:00.000Z', undefined],
    [dateTime, '2026-01-05T09:00:00Z', undefined],
    [dateTime, '2026-13-05T09:00:00.000Z', 'not-a-date'],
    [dateTime, '2026-01-32T09:00:00.000Z', 'not-a-date'],
    [dateTime, '2026-01-31T09:00:00.000Z', undefined],
    [dateTime, '2026-04-31T09:00:00.000Z', 'not-a-date'],
    [dateTime, '2028-02-29T09:00:00.000Z', undefined],
    [dateTime, '2026-02-29T09:00:00.000Z', 'not-a-date'],
    [dateTime, '2000-02-29T09:00:00.000Z', undefined],
    [dateTime, '1900-02-29T09:00:00.000Z', 'not-a-date'],
    [dateTime, '0001-01-31T00:00:00.000Z', undefined],
    [dateTime, '2026-01-05T09:00:00', 'not-a-date'],
    [dateTime, '20260105T090000Z', 'not-a-date'],
    [dateTime, '', 'empty'],
    [compactDate, '20260105T090000Z', undefined],
    [compactDate, '20260229T090000Z', 'not-a-date'],
    [compactDate, '20280229T090000Z', undefined],
    [compactDate, '20260105T250000Z', 'not-a-date'],
    [compactDate, '2026-01-05T09:00:00.000Z', 'not-a-date'],
    [{ kind: 'timeZone' }, `${'A'.repeat(230)}==`, undefined],
    [{ kind: 'timeZone' }, 'A'.repeat(232), 'not-a-time-zone'],
    [{ kind: 'timeZone' }, 'no base64!', 'not-a-time-zone'],
    [{ kind: 'timeZone' }, '', 'empty'],
    [{ kind: 'range', digits: 3 }, '0-99', undefined],
    [{ kind: 'range', digits: 3 }, '0-999', undefined],
    [{ kind: 'range', digits: 3 }, '0-1000', 'out-of-range'],
    [{ kind: 'range', digits: 9 }, '0-1000', undefined],
    [{ kind: 'range', digits: 3 }, '99', 'not-a-range'],
    [{ kind: 'range', digits: 3 }, '0 - 99', 'not-a-range'],
    [{ kind: 'range', digits: 3 }, '9-0', 'not-a-range'],
    [{ kind: 'range', digits: 3 }, '7-7', undefined],
    [{ kind: 'range', digits: 3 }, '', 'empty'],
    [{ kind: 'base64' }, 'TUlJ', undefined],
    [{ kind: 'base64' }, 'TUlJ\r\nTQ==', undefined],
    [{ kind: 'base64' }, 'no base64!', 'not-base64'],
    [{ kind: 'bytes' }, '', undefined],
    [{ kind: 'empty' }, '', undefined],
    [{ kind: 'container' }, '', undefined],
  ])('%j “%s” → %s', (type, value, fault) => {
    expect(valueFault(type, value)).toBe(fault);
  });
});

test('one digit is taken exactly where the long way takes it', () => {
  const types = new Set<ValueType>();
  const visit = (element: ReturnType<typeof bodyModel>, depth: number): void => {
    if (!element || depth > 9) return;
    types.add(element.value);
    for (const child of element.content?.children ?? []) visit(child, depth + 1);
  };
  visit(bodyModel('Sync', 'request'), 0);
  visit(bodyModel('Sync', 'response'), 0);
  const numeric = [...types].filter(({ kind }) => ['integer', 'boolean', 'numbers'].includes(kind));
  expect(numeric.length).toBeGreaterThan(10);
  for (const type of numeric) {
    for (let byte = 0x20; byte < 0x7f; byte++) {
      const digit = String.fromCharCode(byte);
      const taken = takesDigits(type, Uint8Array.of(byte), 0, 1);
      expect(taken, `${JSON.stringify(type)} ${digit}`).toBe(/\d/.test(digit) && !valueFault(type, digit));
    }
  }
});
