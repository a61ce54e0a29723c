import { expect, test } from 'vitest';
import { CHOICES, CHOICE_NAMES, readChoices } from './choices.ts';

test('unasked, the first of each holds', () => {
  expect(readChoices(() => undefined)).toEqual({
    theme: 'system',
    'bytes-view': 'size',
    'hex-columns': 'width',
    'text-size': '13',
    motion: 'system',
    tab: 'indents',
    wrap: 'on',
  });
});

test.each([
  { kept: 'dark', theme: 'dark' },
  { kept: 'purple', theme: 'system' },
  { kept: '', theme: 'system' },
  { kept: 'constructor', theme: 'system' },
])('a kept theme $kept is $theme', ({ kept, theme }) => {
  expect(readChoices((name) => (name === 'theme' ? kept : undefined)).theme).toBe(theme);
});

test('every value is read back', () => {
  for (const name of CHOICE_NAMES)
    for (const value of CHOICES[name])
      expect(readChoices((asked) => (asked === name ? value : undefined))[name]).toBe(value);
});
