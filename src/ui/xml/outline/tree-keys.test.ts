import { expect, test } from 'vitest';
import { keyTarget, type Tree } from './tree-keys.ts';

const tree: Tree = {
  rows: Int32Array.of(0, 1, 2, 5, 9),
  row: 2,
  page: 2,
  isOpen: false,
  children: 2,
  parent: 0,
};

test.each([
  { key: 'ArrowDown', does: { go: 5 } },
  { key: 'ArrowUp', does: { go: 1 } },
  { key: 'PageDown', does: { go: 9 } },
  { key: 'PageUp', does: { go: 0 } },
  { key: 'Home', does: { go: 0 } },
  { key: 'End', does: { go: 9 } },
  { key: 'ArrowRight', does: { open: true } },
  { key: 'ArrowRight', is: { isOpen: true }, does: { go: 5 } },
  { key: 'ArrowRight', is: { children: 0 }, does: undefined },
  { key: 'ArrowLeft', does: { go: 0 } },
  { key: 'ArrowLeft', is: { isOpen: true }, does: { open: false } },
  { key: 'ArrowLeft', is: { parent: -1 }, does: undefined },
  { key: 'ArrowDown', is: { row: 4 }, does: { go: 9 } },
  { key: 'ArrowDown', is: { rows: new Int32Array() }, does: undefined },
  { key: 'a', does: undefined },
])('$key at $is does $does', ({ key, is, does }) => {
  expect(keyTarget(key, { ...tree, ...is })).toEqual(does);
});
