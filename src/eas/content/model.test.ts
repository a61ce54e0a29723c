import { describe, expect, test } from 'vitest';
import { vocabularyOf } from '../../doctypes/index.ts';
import { commands } from '../commands.ts';
import { EVERY_VERSION, versionsOf } from '../versions.ts';
import {
  bodyModel,
  modelledCommands,
  type ContentModel,
  type Direction,
  type ElementModel,
} from './model.ts';
import { pageContents } from './pages/index.ts';

const DIRECTIONS: readonly Direction[] = ['request', 'response'];
const bodies = modelledCommands.flatMap((command) =>
  DIRECTIONS.filter((direction) => bodyModel(command, direction)).map((direction) => ({
    command,
    direction,
  })),
);

function rootOf(command: string, direction: Direction): ElementModel {
  const root = bodyModel(command, direction);
  if (!root) throw new Error(`no model of ${command}`);
  return root;
}

/** The element at a path of names below the root. */
function at(command: string, direction: Direction, ...path: string[]): ElementModel {
  return path.reduce(
    (element, name) => {
      const child = element.content?.children.find((candidate) => candidate.name === name);
      if (!child) throw new Error(`no ${name} in ${element.name}`);
      return child;
    },
    rootOf(command, direction),
  );
}

function everyElement(root: ElementModel): ElementModel[] {
  const seen = new Set<ContentModel>();
  const visit = (element: ElementModel): ElementModel[] => {
    const { content } = element;
    if (!content || seen.has(content)) return [element];
    seen.add(content);
    return [element, ...content.children.flatMap(visit)];
  };
  return visit(root);
}

const names = ({ content }: ElementModel): string[] => (content?.children ?? []).map(({ name }) => name);

describe.each(bodies)('$command $direction', ({ command, direction }) => {
  const root = rootOf(command, direction);

  test('every container says what it holds, and nothing else does', () => {
    for (const element of everyElement(root)) {
      expect(element.content !== undefined, element.name).toBe(element.value.kind === 'container');
    }
  });

  test('a name is its tag’s, and every element exists in some version', () => {
    const vocabulary = vocabularyOf('activesync');
    for (const element of everyElement(root)) {
      expect(vocabulary?.tag(element.key >> 8, element.key & 0xff)?.name).toBe(element.name);
      expect(element.versions, element.name).not.toBe(0);
    }
  });

  test('no child stands twice in a row of children, and each is found by its key', () => {
    for (const { content, name } of everyElement(root)) {
      if (!content) continue;
      expect(content.byKey.size, name).toBe(content.children.length);
      content.children.forEach((child, index) => {
        expect(child.index).toBe(index);
        expect(content.byKey.get(child.key)).toBe(child);
      });
    }
  });

  test('in an item each property may stand once', () => {
    for (const { content } of everyElement(root)) {
      if (content?.item) expect(content.children.every(({ max }) => max === 1)).toBe(true);
    }
  });

  test('the least a value may be is not above the most', () => {
    for (const { value, name } of everyElement(root)) {
      if (value.kind === 'text' || value.kind === 'integer') {
        expect(value.min ?? 0, name).toBeLessThanOrEqual(value.max ?? Infinity);
      }
    }
  });
});

test('every declaration of a page names a tag of that page', () => {
  const vocabulary = vocabularyOf('activesync');
  for (const { page, values = {}, contents = {} } of pageContents) {
    const number = vocabulary?.namespacePage(page) ?? -1;
    for (const name of [...Object.keys(values), ...Object.keys(contents)]) {
      expect(vocabulary?.tagCode(number, name), `${page}:${name}`).toBeDefined();
    }
  }
});

describe('what the case turned on', () => {
  test('a Sync reply holds Status, Limit and Collections, and no SyncKey', () => {
    expect(names(rootOf('Sync', 'response'))).toEqual(['Status', 'Limit', 'Collections']);
  });
  test('SyncKey, CollectionId and Status are required in its Collection, Class is not', () => {
    const collection = at('Sync', 'response', 'Collections', 'Collection');
    expect(collection.content?.required.map(({ name }) => name)).toEqual([
      'SyncKey',
      'CollectionId',
      'Status',
    ]);
    expect(at('Sync', 'response', 'Collections', 'Collection', 'Class').versions).toBe(
      versionsOf('2.5-12.1'),
    );
  });
  test('under FolderSync Status and SyncKey stand directly', () => {
    expect(names(rootOf('FolderSync', 'response'))).toEqual(['Status', 'SyncKey', 'Changes']);
  });
});

describe('single facts', () => {
  test.each([
    ['SyncKey', { kind: 'text', min: 1, max: 64 }],
    ['GetChanges', { kind: 'boolean', mayBeEmpty: true }],
    ['DeletesAsMoves', { kind: 'boolean', mayBeEmpty: true }],
  ])('%s in a request', (name, value) => {
    expect(at('Sync', 'request', 'Collections', 'Collection', name).value).toEqual(value);
  });
  test('Preview is a number where it is asked for, and text where it is given', () => {
    const asked = at('Sync', 'request', 'Collections', 'Collection', 'Options', 'BodyPreference', 'Preview');
    expect(asked.value).toEqual({ kind: 'integer', min: 0, max: 255 });
    const add = ['Collections', 'Collection', 'Commands', 'Add', 'ApplicationData'];
    const body = at('Sync', 'response', ...add).content?.children.find(
      ({ name, namespace }) => namespace === 'AirSyncBase' && name === 'Body',
    );
    expect(body?.content?.children.find(({ name }) => name === 'Preview')?.value.kind).toBe('text');
  });
  test('what a phone names in Supported has no content', () => {
    const supported = at('Sync', 'request', 'Collections', 'Collection', 'Supported');
    expect(supported.content?.children.every(({ value }) => value.kind === 'empty')).toBe(true);
  });
  test('a folder’s type is one of the 19, its ids have at most 64 characters', () => {
    const folder = at('FolderSync', 'response', 'Changes', 'Add');
    expect(names(folder)).toEqual(['ServerId', 'ParentId', 'DisplayName', 'Type']);
    expect(folder.content?.children[0]?.value).toEqual({ kind: 'text', min: 1, max: 64 });
    expect(folder.content?.children[3]?.value).toMatchObject({ kind: 'numbers' });
  });
  test('FolderSync stands in every version', () => {
    expect(rootOf('FolderSync', 'request').versions).toBe(EVERY_VERSION);
  });
});

describe('what stands otherwise on the other side, or in other versions', () => {
  test('Get asks without content and answers with some', () => {
    expect(at('Settings', 'request', 'UserInformation', 'Get').value.kind).toBe('empty');
    expect(names(at('Settings', 'response', 'UserInformation', 'Get'))).toEqual([
      'EmailAddresses',
      'Accounts',
    ]);
  });
  test('a folder of Ping has an id and a class where it is asked for, and is an id where it is told', () => {
    expect(names(at('Ping', 'request', 'Folders', 'Folder'))).toEqual(['Id', 'Class']);
    expect(at('Ping', 'response', 'Folders', 'Folder').value).toEqual({ kind: 'text' });
  });
  test('a policy is a text at 2.5', () => {
    const data = at('Provision', 'response', 'Policies', 'Policy', 'Data');
    expect(data.textIn).toBe(versionsOf('2.5'));
    expect(data.content?.required.map(({ name }) => name)).toEqual(['EASProvisionDoc']);
  });
  test('a forwarded mail must be there up to 14.1', () => {
    expect(at('SmartForward', 'request', 'Mime').requiredIn).toBe(versionsOf('14.0-14.1'));
    expect(at('SmartReply', 'request', 'Mime').requiredIn).toBe(versionsOf('14.0-16.1'));
  });
  test('GetItemEstimate has a second order up to 12.1', () => {
    const { content } = at('GetItemEstimate', 'request', 'Collections', 'Collection');
    expect(content?.alternate).toEqual({ versions: versionsOf('2.5-12.1'), places: [0, 3, 1, 2, -1, -1] });
  });
  test('a query holds queries', () => {
    const query = at('Search', 'request', 'Store', 'Query');
    const inner = query.content?.children.find(({ name }) => name === 'And');
    expect(inner?.content).toBe(query.content);
    expect(query.content?.mixed).toBe(true);
  });
});

test('every command that has WBXML has a model, and no other has one', () => {
  expect(modelledCommands).toEqual(commands.filter(({ root }) => root !== undefined).map(({ name }) => name));
  for (const { name, root, request, response } of commands) {
    expect(bodyModel(name, 'request') !== undefined, name).toBe(request === 'wbxml');
    expect(bodyModel(name, 'response') !== undefined, name).toBe(response === 'wbxml');
    const model = bodyModel(name, 'response');
    if (model) expect(`${model.namespace}:${model.name}`).toBe(root);
  }
});

test('what is no command has no model, whatever it is called', () => {
  expect(bodyModel('Autodiscover', 'request')).toBeUndefined();
  expect(bodyModel('GetAttachment', 'response')).toBeUndefined();
  expect(bodyModel('constructor', 'request')).toBeUndefined();
  expect(bodyModel('', 'response')).toBeUndefined();
});
