import { expect, test } from 'vitest';
import type { ExplainContext } from '../explanation.ts';
import { statusWords, type StatusPlace } from './status-words.ts';

function said(text: string, place: Partial<StatusPlace>, context: ExplainContext = {}): string[] | undefined {
  const words = statusWords(text, { page: '', parent: '', root: '', ...place }, context);
  return words?.lines.map(({ label, text: value }) => `${label}: ${value}`);
}

test('a code means what its command says', () => {
  const [status, action] = said('3', { page: 'AirSync', parent: 'Collection', root: 'AirSync:Sync' }) ?? [];
  expect(status).toMatch(/^Status: 3: the SyncKey is unknown/);
  expect(action).toMatch(/^What to do: .*SyncKey 0/);
  expect(said('3', { page: 'Move', parent: 'Response', root: 'Move:MoveItems' })?.[0]).toMatch(
    /^Status: 3: .*success/i,
  );
});

test('the place decides where a code has several meanings', () => {
  const place = { page: 'Provision', root: 'Provision:Provision' };
  const policy = said('1', { ...place, parent: 'Policy' });
  const whole = said('1', { ...place, parent: 'Provision' });
  expect(policy?.[0]).toMatch(/policy/);
  expect(whole?.[0]).toBe('Status: 1: success');
  const availability = said('160', {
    page: 'ResolveRecipients',
    parent: 'Availability',
    root: 'ResolveRecipients:ResolveRecipients',
  });
  expect(availability?.[0]).toBe('Status: 160: too many recipients');
});

test('a phone reports what it did with a policy or a wipe', () => {
  const place = { page: 'Provision', root: 'Provision:Provision' };
  expect(said('2', { ...place, parent: 'Policy' }, { side: 'request' })).toEqual([
    'Status: 2: the phone has applied the policy in part',
  ]);
  expect(said('1', { ...place, parent: 'AccountOnlyRemoteWipe' }, { side: 'request' })).toEqual([
    'Status: 1: the phone was wiped',
  ]);
  expect(said('2', { ...place, parent: 'Policy' }, { side: 'response' })?.[0]).toMatch(/no policy/);
});

test('common codes, with their names', () => {
  expect(
    said('142', { page: 'FolderHierarchy', parent: 'FolderSync', root: 'FolderHierarchy:FolderSync' })?.[0],
  ).toMatch(/^Status: 142: DeviceNotProvisioned, /);
});

test('the command that is known from outside counts before the root', () => {
  const place = { page: 'AirSync', parent: 'Collection', root: '' };
  expect(said('3', place, { command: 'Sync' })?.[0]).toMatch(/SyncKey/);
  expect(said('3', place)?.[0]).toBe('Status: 3: in no list of status codes');
});

test('a Status of Settings keeps its meaning in another command, one of a body part has none of the command’s', () => {
  const root = 'Provision:Provision';
  expect(said('2', { page: 'Settings', parent: 'DeviceInformation', root })?.[0]).toBe(
    'Status: 2: protocol error',
  );
  expect(said('1', { page: 'AirSyncBase', parent: 'BodyPart', root: 'AirSync:Sync' })).toEqual([
    'Status: 1: success',
  ]);
});

test('what is no status code', () => {
  expect(said('2', { page: 'Email', parent: 'Flag', root: 'AirSync:Sync' })).toBeUndefined();
  expect(said('', { page: 'AirSync', parent: 'Sync', root: 'AirSync:Sync' })).toBeUndefined();
  expect(said('one', { page: 'AirSync', parent: 'Sync', root: 'AirSync:Sync' })).toBeUndefined();
  expect(said('9999', { page: 'AirSync', parent: 'Sync', root: 'AirSync:Sync' })).toEqual([
    'Status: 9999: in no list of status codes',
  ]);
});
