import { describe, expect, test } from 'vitest';
import { simulate } from '../run.ts';
import { faultById, faults } from './index.ts';

const VERSION = '14.1';
const play = (script: string, on: readonly string[]) =>
  simulate({ script, version: VERSION, faults: [...on] });

test('there are at least thirty, each with an id of its own', () => {
  expect(faults.length).toBeGreaterThanOrEqual(30);
  expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
  for (const { id } of faults) expect(faultById(id)?.id).toBe(id);
});

describe.each(faults)('$id', ({ id, script, effect }) => {
  const off = play(script, []);
  const on = play(script, [id]);

  test('changes what goes over the wire', () => {
    const replies = ({ conversation }: typeof on) =>
      JSON.stringify(conversation.exchanges.map(({ request, response }) => [request, response]));
    expect(replies(on)).not.toBe(replies(off));
  });

  test(`switched on: ${effect}`, () => {
    const { outcome, steps } = on;
    expect(outcome.ended).toBe(effect === 'loop' ? 'loop' : 'script');
    if (effect !== 'loop') return;
    const announced = steps.find(({ loop }) => loop?.times === 3);
    expect(announced?.loop?.why).toMatch(/^The same question again and again/);
    expect(outcome.loop?.times).toBeGreaterThanOrEqual(3);
  });

  test('switched off: no loop', () => {
    expect(off.outcome).toMatchObject({ ended: 'script', mailboxesEqual: true });
  });
});

test('a loop says why the phone did not take the answer', () => {
  const { outcome } = play('add-account', ['synckey-under-sync']);
  expect(outcome.loop?.why).toBe(
    'The same question again and again. The phone did not take the last answer: SyncKey stands directly under ' +
      'Sync. An iPhone discards the reply and asks again with key 0.',
  );
});

test('a fault is no fault to a phone that takes it', () => {
  const { outcome } = simulate({ phone: 'android', version: VERSION, faults: ['synckey-under-sync'] });
  expect(outcome).toMatchObject({ ended: 'script', mailboxesEqual: true });
});

test('mail is lost where the key moves on when the reply is written, and doubled where uploads are not known', () => {
  expect(play('reply-lost', ['key-moved-on-sending']).outcome.mailboxesEqual).toBe(false);
  const twice = play('reply-lost', ['imports-twice']).steps.at(-1)?.server.mailbox.items['7'] ?? [];
  const once = play('reply-lost', []).steps.at(-1)?.server.mailbox.items['7'] ?? [];
  expect(twice.length).toBe(once.length + 1);
});
