import { expect, test } from 'vitest';
import { vocabularyOf } from '../doctypes/index.ts';
import { commandNamed, commandOfCode, commandOfRoot, commands } from './commands.ts';
import { versionsOf } from './versions.ts';

test('there are 22 commands, no name, code or root twice', () => {
  expect(commands).toHaveLength(22);
  const unique = (values: unknown[]): void => expect(new Set(values).size).toBe(values.length);
  unique(commands.map(({ name }) => name));
  unique(commands.flatMap(({ code }) => code ?? []));
  unique(commands.flatMap(({ root }) => root ?? []));
});

test.each(commands)('$name: its versions are known, and its root is a tag of the vocabulary', (command) => {
  expect(versionsOf(command.versions)).not.toBe(0);
  if (command.root === undefined) {
    expect([command.request, command.response]).not.toContain('wbxml');
    return;
  }
  const vocabulary = vocabularyOf('activesync');
  const [page = '', name = ''] = command.root.split(':');
  expect(vocabulary?.tagCode(vocabulary.namespacePage(page) ?? -1, name)).toBeDefined();
});

test.each([
  ['Sync', 0, 'AirSync:Sync'],
  ['FolderSync', 9, 'FolderHierarchy:FolderSync'],
  ['GetHierarchy', 5, 'FolderHierarchy:Folders'],
  ['Find', 23, 'Find:Find'],
])('%s has the code %i and the root %s', (name, code, root) => {
  expect(commandNamed(name)).toBe(commandOfCode(code));
  expect(commandNamed(name)).toBe(commandOfRoot(root));
});

test('names are found in any case; what is none is not', () => {
  expect(commandNamed('foldersync')?.name).toBe('FolderSync');
  expect(commandNamed('Sync ')).toBeUndefined();
  expect(commandOfCode(6)).toBeUndefined();
  expect(commandOfRoot('AirSync:Status')).toBeUndefined();
});

test.each([
  ['GetAttachment', 'none', 'bytes', undefined],
  ['GetHierarchy', 'none', 'wbxml', undefined],
  ['Autodiscover', 'xml', 'xml', undefined],
  ['SendMail', 'wbxml', 'wbxml', 'mime'],
  ['SmartReply', 'wbxml', 'wbxml', 'mime'],
  ['SmartForward', 'wbxml', 'wbxml', 'mime'],
  ['FolderSync', 'wbxml', 'wbxml', undefined],
])('%s is asked as %s and answered as %s', (name, request, response, before14) => {
  const command = commandNamed(name);
  expect([command?.request, command?.response, command?.requestBefore14]).toEqual([
    request,
    response,
    before14,
  ]);
});
