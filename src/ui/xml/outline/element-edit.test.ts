import { beforeEach, expect, test } from 'vitest';
import { fromHex, toHex } from '../../../bytes/index.ts';
import { Outline } from '../../../outline/index.ts';
import { Workspace } from '../../../state/index.ts';
import { Core } from '../../../worker/index.ts';
import { ElementEdit } from './element-edit.svelte.ts';

// Sync with a Status, and a Collection of a SyncKey and a CollectionId
const MESSAGE = '03016a00454e033100015c4f4b0331000152033200010101'.concat('01');
const COLLECTION_ID = 5;

let workspace: Workspace;
let edit: ElementEdit;

const noWorker = (): Worker => {
  throw new Error('no worker is needed for a small message');
};
const outline = () => new Outline(workspace.decoded);
const hex = () => toHex(workspace.bytes);

/** Replaces bytes of the message by other means than the element's text. */
function change(was: string, is: string): void {
  const at = hex().indexOf(was) / 2;
  const bytes = fromHex(is) ?? new Uint8Array();
  workspace.editBytes({ start: at, end: at + was.length / 2, bytes, title: 'changed' });
}

/** Replaces a part of the element's text, as a person types. */
function write(was: string, is: string): void {
  const from = edit.text?.indexOf(was) ?? -1;
  expect(from).toBeGreaterThanOrEqual(0);
  edit.edit({ changes: [{ from, to: from + was.length, insert: is }] });
}

beforeEach(async () => {
  workspace = new Workspace(new Core(noWorker));
  await Promise.all([workspace.ready(), workspace.examiner.ready()]);
  const response = { bytes: fromHex(MESSAGE) ?? new Uint8Array() };
  workspace.open({ format: 1, title: 'One', exchanges: [{ id: '1', response }] });
  edit = new ElementEdit(workspace, outline, COLLECTION_ID);
  expect(edit.text).toContain('2</CollectionId>');
});

test('a text that is in the message follows a change of its bytes', () => {
  change('520332', '520337');
  expect(edit.follow()).toBe(true);
  expect(edit.text).toContain('7</CollectionId>');
  expect(edit.why).toBe('');
  change('454e', '45134e'); // one element more before it
  edit.follow();
  expect(edit.text).toContain('7</CollectionId>');
  write('7</CollectionId', '7</ServerId');
  write('<CollectionId', '<ServerId');
  workspace.undo();
  edit.follow();
  expect(edit.text).toContain('7</CollectionId>');
});

test('a text that cannot be read stays over a change beside it, and goes to its own element', () => {
  write('2</', '29<</');
  change('454e', '45134e'); // one element more before it
  expect(edit.follow()).toBe(false);
  expect(edit.text).toContain('29<</CollectionId>');
  expect(edit.element).toBe(COLLECTION_ID + 1);
  expect(edit.why).toBe('');
  write('29<<', '29<');
  expect(hex()).toBe(MESSAGE.replace('454e', '45134e').replace('520332', '52033239'));
  expect(edit.isApart).toBe(false);
});

test('a text that cannot be read stays over a change of its own bytes, and that is said', () => {
  write('2</', '29<</');
  change('520332', '520337');
  expect(edit.follow()).toBe(false);
  expect(edit.text).toContain('29<</CollectionId>');
  expect(edit.why).toContain('changed in the message meanwhile');
  write('29<<', '28<<');
  expect(edit.why).toContain('changed in the message meanwhile');
  write('28<<', '28<');
  expect(edit.why).toBe('');
  expect(hex()).toBe(MESSAGE.replace('520332', '52033238'));
});

test('a text that cannot be read is that of the message again when its change is taken back, or when it is', () => {
  write('2</', '29<</');
  change('520332', '520337');
  edit.follow();
  workspace.undo();
  edit.follow();
  expect(edit.why).toBe('');
  change('520332', '520338');
  edit.follow();
  expect(edit.takeBack()).toBe(true);
  expect(edit.text).toContain('8</CollectionId>');
  expect(edit.why).toBe('');
});

test('a text whose element is taken away stays, and is there when the element is', () => {
  write('2</', '29<</');
  change('5203320001', '');
  edit.follow();
  expect(edit.element).toBe(-1);
  workspace.undo();
  edit.follow();
  expect(edit.element).toBe(COLLECTION_ID);
  expect(edit.text).toContain('29<</CollectionId>');
});

test('what is readable again as it is in the message is in it', () => {
  write('2</', '2<</');
  change('4e0331', '4e0339');
  edit.follow();
  write('2<<', '2<');
  expect(edit.isApart).toBe(false);
  expect(edit.follow()).toBe(false);
  expect(edit.text).toContain('2</CollectionId>');
});
