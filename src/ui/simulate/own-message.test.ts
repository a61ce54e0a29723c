import { expect, test } from 'vitest';
import { AS_TYPED } from '../../intake/index.ts';
import { OwnMessage } from './own-message.svelte.ts';

function counted() {
  const texts: string[] = [];
  const own = new OwnMessage((text) => {
    texts.push(text);
    return text.includes('5')
      ? { message: { bytes: new Uint8Array([5]) }, why: 'hex' }
      : { why: 'nothing in it' };
  });
  return { own, texts };
}

test('a short text is read as it is typed', () => {
  const { own } = counted();
  expect([own.read, own.canSend]).toEqual([undefined, false]);
  own.text = 'x';
  expect([own.read?.why, own.isFault, own.canSend]).toEqual(['nothing in it', true, false]);
  own.text = '05';
  expect([own.isFault, own.canSend]).toEqual([false, true]);
  expect(own.toSend()?.bytes).toEqual(new Uint8Array([5]));
});

test('a large text is read when it is sent, and says then what is wrong with it', () => {
  const { own, texts } = counted();
  own.text = 'x'.repeat(AS_TYPED + 1);
  expect([own.read, own.canSend]).toEqual([undefined, true]);
  expect(texts).toEqual([]);
  expect(own.toSend()).toBeUndefined();
  expect([own.read?.why, own.canSend]).toEqual(['nothing in it', false]);
  own.text += '5';
  expect([own.read, own.canSend]).toEqual([undefined, true]);
  expect(own.toSend()).toBeDefined();
});
