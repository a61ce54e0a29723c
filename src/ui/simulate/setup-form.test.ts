import { expect, test } from 'vitest';
import { faults, simulate } from '../../sim/index.ts';
import { replyIn, requestIn } from './pasted-message.ts';
import { faultsFor, SetupForm } from './setup-form.svelte.ts';

test('as it opens, it is what a run without a setup is', () => {
  expect(simulate(new SetupForm().setup).setup).toEqual(simulate().setup);
});

test('a version that one of the two does not speak gives way to the newest of both', () => {
  const form = new SetupForm();
  form.version = '16.0';
  expect(form.version).toBe('16.0');
  form.phone = 'android';
  expect(form.versions).toEqual(['12.1', '14.0', '14.1']);
  expect(form.version).toBe('14.1');
  form.phone = 'iphone';
  expect(form.version).toBe('16.0');
});

test('names that nothing has any more give way to the first', () => {
  const form = new SetupForm({ script: 'gone', server: 'gone', phone: 'gone' });
  expect([form.scriptTold?.id, form.serverTold?.id, form.phoneTold?.id]).toEqual([
    'add-account',
    'exact',
    'iphone',
  ]);
});

test('faults go on and off, and tell where they show', () => {
  const form = new SetupForm();
  form.switchFault('window-ignored');
  expect(form.elsewhere.map(({ script }) => script)).toEqual(['many-mails']);
  form.script = 'many-mails';
  expect(form.elsewhere).toEqual([]);
  form.switchFault('window-ignored');
  expect(form.faults).toEqual([]);
});

test('what is assumed of the phone is its profile’s until it is set', () => {
  const form = new SetupForm();
  expect(form.parameter('windowSize')).toBe(25);
  form.assume('windowSize', 7);
  form.assume('heartbeat', NaN);
  form.assume('retrySeconds', 0);
  expect(form.setup.parameters).toEqual({ windowSize: 7 });
});

test('faults are found by any of their words, in any order', () => {
  expect(faultsFor('')).toHaveLength(faults.length);
  expect(faultsFor(' SYNC  under ').map(({ id }) => id)).toContain('synckey-under-sync');
  expect(faultsFor('no such fault')).toEqual([]);
  const loops = faults.filter(({ effect }) => effect === 'loop');
  expect(faultsFor('loop')).toEqual(expect.arrayContaining(loops));
  expect(faultsFor('asks for ever')).toEqual(loops);
});

const HTTP = 'HTTP/1.1 503 Service Unavailable\r\nRetry-After: 120\r\n\r\n';

test('a pasted reply is one message, in whatever form it comes', () => {
  expect(replyIn('03 01 6a 00 05').message?.bytes).toEqual(new Uint8Array([3, 1, 0x6a, 0, 5]));
  expect(replyIn('<Sync xmlns="AirSync"/>').message?.bytes).toEqual(new Uint8Array([3, 1, 0x6a, 0, 5]));
  expect(replyIn(HTTP).message?.http?.status).toBe(503);
  expect(requestIn('03016a0005').message).not.toHaveProperty('readAs');
});

test('what cannot be read says why', () => {
  expect(replyIn('?').message).toBeUndefined();
  expect(replyIn('?').why).not.toBe('');
});
