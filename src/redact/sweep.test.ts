import { expect, test } from 'vitest';
import { Sweep } from './sweep.ts';

const sweep = (): Sweep => {
  const made = new Sweep();
  made.add('Annabelle', 'Zovutimer');
  made.add('ann@example.test', 'zov@utimera.kelo');
  return made;
};

test.each([
  { text: 'to annabelle, ANNABELLE', other: 'to zovutimer, ZOVUTIMER' },
  { text: 'Annabelles', other: 'Annabelles' },
  { text: 'User=ann%40example.test', other: 'User=zov%40utimera.kelo' },
  { text: btoa('Annabelle'), other: btoa('Zovutimer') },
  { text: '416e6e6162656c6c65', other: '5a6f767574696d6572' },
  { text: '', other: '' },
])('$text', ({ text, other }) => {
  expect(sweep().over(text)).toBe(other);
});

test('values of under four bytes are not looked for', () => {
  const made = new Sweep();
  made.add('Ann', 'Zov');
  expect(made.over('Ann')).toBe('Ann');
});

test('in the middle of base64 all digits that are its own are others', () => {
  const made = atob(sweep().over(btoa('x Annabelle y')));
  expect(made).toMatch(/^x .ovutime. y$/);
});
