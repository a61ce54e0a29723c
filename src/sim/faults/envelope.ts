import { childNamed, flag, plainText, tag, type Element } from '../message/element.ts';
import { edited, firstCollection, firstKey, onPage, onRoot, onSync } from './edit.ts';
import type { Fault } from './types.ts';

const ADD = 'add-account';

const without = (parent: string, name: string) =>
  onSync((element, above) => (element.name === name && above?.name === parent ? undefined : element));

const inCollection = (change: (holds: readonly Element[]) => readonly Element[]) =>
  onSync((element) =>
    element.name === 'AirSync:Collection'
      ? {
          ...element,
          holds: change((element.holds ?? []).filter((each) => typeof each === 'object' && 'name' in each)),
        }
      : element,
  );

const elementsOf = (root: Element): Element[] =>
  (root.holds ?? []).filter((each): each is Element => typeof each === 'object' && 'name' in each);

const onContacts = (element: Element): Element => ({ ...element, name: contactsName(element.name) });

const contactsName = (name: string): string => (name.startsWith('FolderHierarchy:') ? onPage(name, 1) : name);

const OLD_FOLDER_TAGS: Readonly<Record<string, string>> = {
  'FolderHierarchy:Status': 'FolderHierarchy:ServerId',
  'FolderHierarchy:SyncKey': 'FolderHierarchy:Type',
  'FolderHierarchy:Changes': 'FolderHierarchy:Add',
  'FolderHierarchy:Add': 'FolderHierarchy:Changes',
  'FolderHierarchy:ServerId': 'FolderHierarchy:DisplayName',
  'FolderHierarchy:DisplayName': 'FolderHierarchy:ServerId',
};

const renamed =
  (names: Readonly<Record<string, string>>) =>
  (element: Element): Element => ({ ...element, name: names[element.name] ?? element.name });

/** An alteration of every FolderSync reply that brings folders. */
const onTree = (change: (root: Element) => Element) =>
  onRoot('FolderSync', (root) => (childNamed(root, 'FolderHierarchy:Changes') ? change(root) : root));

/** Faults of what stands around the items: keys, ids, statuses, order. */
export const envelopeFaults: readonly Fault[] = [
  {
    id: 'synckey-under-sync',
    title: 'SyncKey under Sync',
    about: 'Status and SyncKey stand directly under Sync, as they do in FolderSync, and again in Collection.',
    rule: 'synckey-under-sync',
    script: ADD,
    effect: 'loop',
    alteration: onRoot('Sync', (root) => {
      const collection = firstCollection(root);
      const key = collection && childNamed(collection, 'AirSync:SyncKey');
      if (!key) return root;
      return tag(root.name, tag('AirSync:Status', '1'), tag(key.name, plainText(key)), ...elementsOf(root));
    }),
  },
  {
    id: 'status-missing',
    title: 'No Status in Collection',
    about: 'Collection holds SyncKey and CollectionId, and no Status.',
    rule: 'incomplete-collection',
    script: ADD,
    effect: 'loop',
    alteration: without('AirSync:Collection', 'AirSync:Status'),
  },
  {
    id: 'key-missing',
    title: 'No SyncKey in Collection',
    about: 'The reply to key 0 brings no key.',
    rule: 'incomplete-collection',
    script: ADD,
    effect: 'loop',
    alteration: without('AirSync:Collection', 'AirSync:SyncKey'),
  },
  {
    id: 'collection-id-always-1',
    title: 'CollectionId is always 1',
    about: 'Whatever folder was asked for, the reply names folder 1.',
    rule: 'other-collection',
    script: ADD,
    effect: 'loop',
    alteration: onSync((element) =>
      element.name === 'AirSync:CollectionId' ? tag(element.name, '1') : element,
    ),
  },
  {
    id: 'zero-key',
    title: 'The new key is 0',
    about: 'Status 1, and the key 0 once more.',
    rule: 'zero-key',
    script: ADD,
    effect: 'loop',
    alteration: onSync((element) => (element.name === 'AirSync:SyncKey' ? tag(element.name, '0') : element)),
  },
  {
    id: 'empty-collections',
    title: 'Collections is empty',
    about: 'Key 0 is answered with Collections that holds nothing.',
    rule: 'empty-collections',
    script: ADD,
    effect: 'loop',
    alteration: onRoot('Sync', (root, request) =>
      firstKey(request) === '0' ? tag(root.name, tag('AirSync:Collections')) : root,
    ),
  },
  {
    id: 'class-in-collection',
    title: 'Class in Collection',
    about: 'Each Collection begins with Class, which no reply has from 14.0 on.',
    rule: 'class-in-collection',
    script: ADD,
    effect: 'goes on',
    alteration: inCollection((holds) => [tag('AirSync:Class', 'Email'), ...holds]),
  },
  {
    id: 'empty-commands',
    title: 'Commands is empty',
    about: 'The reply to key 0 holds Commands with nothing in it.',
    rule: 'empty-commands',
    script: ADD,
    effect: 'goes on',
    alteration: inCollection((holds) =>
      holds.some(({ name }) => name === 'AirSync:Commands') ? holds : [...holds, tag('AirSync:Commands')],
    ),
  },
  {
    id: 'get-changes-in-reply',
    title: 'GetChanges in the reply',
    about: 'A tag that only a request has stands in Collection.',
    rule: 'request-only-tag',
    script: ADD,
    effect: 'goes on',
    alteration: inCollection((holds) => [...holds, flag('AirSync:GetChanges')]),
  },
  {
    id: 'more-available-as-conflict',
    title: 'MoreAvailable by the wrong byte',
    about: 'MoreAvailable is written as 1b, which is Conflict: the phone does not learn that there is more.',
    rule: 'unexpected-child',
    script: 'many-mails',
    effect: 'harm',
    alteration: onSync((element) =>
      element.name === 'AirSync:MoreAvailable' ? flag('AirSync:Conflict') : element,
    ),
  },
  {
    id: 'status-3-to-zero',
    title: 'Status 3 to key 0',
    about: 'Key 0 does not reset what the server keeps: it is answered with Status 3.',
    rule: 'key-0-refused',
    script: 'wrong-key',
    effect: 'loop',
    habits: { refusesZero: true },
  },
  {
    id: 'folders-on-page-1',
    title: 'FolderSync on page 1',
    about: 'The SWITCH_PAGE of FolderSync says page 1: its tags read as Contacts.',
    rule: 'wrong-root',
    script: ADD,
    effect: 'loop',
    alteration: onTree((root) => edited(root, onContacts)),
  },
  {
    id: 'folders-old-tokens',
    title: 'FolderSync with the tokens of another table',
    about: 'Status and SyncKey of FolderSync are written by the codes of another table.',
    rule: 'unexpected-child',
    script: ADD,
    effect: 'loop',
    alteration: onTree((root) => edited(root, renamed(OLD_FOLDER_TAGS))),
  },
  {
    id: 'no-folders',
    title: 'A tree without folders',
    about: 'FolderSync is answered with success and no folder at all.',
    rule: 'empty-folder-list',
    script: ADD,
    effect: 'loop',
    alteration: onTree((root) =>
      edited(root, (element) => {
        if (element.name === 'FolderHierarchy:Add') return undefined;
        return element.name === 'FolderHierarchy:Count' ? tag(element.name, '0') : element;
      }),
    ),
  },
];
