import { expect, test } from 'vitest';
import { simulate } from '../../sim/index.ts';
import { boxFolders } from './mailboxes.ts';
import { phoneMachines, serverMachines, takenRows } from './sides.ts';

const { steps } = simulate();
const last = steps.at(-1);
if (!last) throw new Error('a run without steps');

test('the last step shows every folder the phone keeps, by its name', () => {
  expect(phoneMachines(last).map(({ name }) => name)).toEqual(['Account', 'Inbox', 'Calendar', 'Contacts']);
  expect(serverMachines(last).map(({ name }) => name)).toEqual([
    'Policy',
    'Folders',
    'Ping',
    'Inbox',
    'Calendar',
    'Contacts',
  ]);
});

test('what changed in a step is marked, and only that', () => {
  const at = steps.findIndex(({ taken }) => taken.some(({ row }) => row === 'C16'));
  const [step, before] = [steps[at], steps[at - 1]];
  if (!step || !before) throw new Error('no first key');
  const changed = phoneMachines(step, before).filter((machine) => machine.changed);
  expect(changed.map(({ name }) => name)).toEqual(['Inbox']);
  expect(phoneMachines(step, step).some((machine) => machine.changed)).toBe(false);
});

test('every row that is taken is known by its id, whichever side took it', () => {
  const rows = steps.flatMap((step) => [...takenRows(step, 'phone'), ...takenRows(step, 'server')]);
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter(({ row }) => row === undefined)).toEqual([]);
});

test('a mail is on the server first, and on the phone after its reply', () => {
  const inbox = (i: number) => {
    const step = steps[i];
    return step && boxFolders(step, steps[i - 1]).find(({ name }) => name === 'Inbox');
  };
  expect(inbox(0)).toMatchObject({ kept: false, phone: 0, server: 10 });
  const at = steps.findIndex((step) => (step.phone.collections['1']?.items.length ?? 0) > 0);
  expect(inbox(at - 1)?.items.every(({ onPhone, moved }) => !onPhone && !moved)).toBe(true);
  expect(inbox(at)?.items.every(({ onPhone, onServer, moved }) => onPhone && onServer && moved)).toBe(true);
  expect(inbox(at)?.items.map(({ title }) => title)).toEqual(inbox(0)?.items.map(({ title }) => title));
  expect(inbox(at)?.items.map(({ title }) => title)).toContain('(no subject)');
});

test('a folder that a step leaves as it is has the same list, and a moved one is told anew', () => {
  const of = (i: number) => {
    const step = steps[i];
    return step && boxFolders(step, steps[i - 1]).find(({ name }) => name === 'Inbox')?.items;
  };
  const at = steps.findIndex((step) => (step.phone.collections['1']?.items.length ?? 0) > 0);
  expect(of(at + 2)).toBe(of(at + 1));
  expect(of(at)).not.toBe(of(at - 1));
  // Just arrived; a step later it is there and did not move.
  expect(of(at)?.every(({ moved }) => moved)).toBe(true);
  expect(of(at + 1)?.some(({ moved }) => moved)).toBe(false);
  expect(of(at)?.every(({ moved }) => moved)).toBe(true);
});
