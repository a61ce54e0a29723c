import { childrenOf, flag, plainText, tag, type Element } from '../message/element.ts';
import { edited, firstKey, onItems, onPage, onRoot, onSync, pageOf } from './edit.ts';
import type { Fault } from './types.ts';

const ADD = 'add-account';
const AIR_SYNC_BASE = 17;
const PROVISION = 14;

/** A mail written by a table that is off: what stands for one property is the code of another. */
const SHIFTED: Readonly<Record<string, string>> = {
  'Email:Subject': 'Email:DateReceived',
  'Email:From': 'Email:DisplayTo',
  'Email:To': 'Email:Importance',
  'Email:DateReceived': 'Email:MessageClass',
  'Email:DisplayTo': 'Email:Subject',
  'Email:ThreadTopic': 'Email:Read',
  'Email:Importance': 'Email:To',
  'Email:Read': 'Email:Category',
  'Email:MessageClass': 'Email:InstanceType',
};

const shift = (element: Element): Element => ({ ...element, name: SHIFTED[element.name] ?? element.name });

/** ApplicationData with something more in it. */
const withMore = (more: Element) =>
  onSync((element) =>
    element.name === 'AirSync:ApplicationData'
      ? { ...element, holds: [...(element.holds ?? []), more] }
      : element,
  );

/** Faults inside the items. */
export const itemFaults: readonly Fault[] = [
  {
    id: 'shifted-email-tokens',
    title: 'Mail by the wrong table',
    about: 'The properties of a mail are written by a table that is off: the subject stands in DateReceived.',
    rule: 'unreadable-date',
    script: ADD,
    effect: 'loop',
    alteration: onItems(shift),
  },
  {
    id: 'page-14-for-17',
    title: 'Page 14 for page 17',
    about: 'Body is written on page 14: the phone reads Provision, with RemoteWipe in it.',
    rule: 'foreign-page',
    script: ADD,
    effect: 'loop',
    alteration: onItems((element) =>
      pageOf(element.name) === AIR_SYNC_BASE
        ? { ...element, name: onPage(element.name, PROVISION) }
        : element,
    ),
  },
  {
    id: 'no-switch-page',
    title: 'No SWITCH_PAGE before the item',
    about: 'The page is not switched: the codes of the properties are read on page 0.',
    rule: 'unexpected-child',
    script: ADD,
    effect: 'loop',
    alteration: onItems((element) =>
      pageOf(element.name) > 0 ? { ...element, name: onPage(element.name, 0) } : element,
    ),
  },
  {
    id: 'application-data-as-collection',
    title: 'ApplicationData by the wrong byte',
    about: 'ApplicationData is written as 4f, which is Collection.',
    rule: 'missing-child',
    script: ADD,
    effect: 'loop',
    alteration: onSync((element) =>
      element.name === 'AirSync:ApplicationData' ? { ...element, name: 'AirSync:Collection' } : element,
    ),
  },
  {
    id: 'body-without-type',
    title: 'Body without Type',
    about: 'The body does not say what it is.',
    rule: 'missing-child',
    script: ADD,
    effect: 'loop',
    alteration: onItems((element) => (element.name === 'AirSyncBase:Type' ? undefined : element)),
  },
  {
    id: 'add-without-server-id',
    title: 'Add without ServerId',
    about: 'An item is handed out without its id.',
    rule: 'missing-child',
    script: ADD,
    effect: 'loop',
    alteration: onSync((element, parent) =>
      element.name === 'AirSync:ServerId' && parent?.name === 'AirSync:Add' ? undefined : element,
    ),
  },
  {
    id: 'compact-date-in-mail',
    title: 'A mail with the date of a calendar',
    about: 'DateReceived is written as yyyymmddThhmmssZ.',
    rule: 'unreadable-date',
    script: ADD,
    effect: 'loop',
    alteration: onItems((element) =>
      element.name === 'Email:DateReceived'
        ? tag(element.name, plainText(element).replace(/[-:]|\.\d+/g, ''))
        : element,
    ),
  },
  {
    id: 'boolean-as-word',
    title: 'false for 0',
    about: 'Read is written as a word.',
    rule: 'wrong-type',
    script: ADD,
    effect: 'loop',
    alteration: onItems((element) =>
      element.name === 'Email:Read'
        ? tag(element.name, plainText(element) === '1' ? 'true' : 'false')
        : element,
    ),
  },
  {
    id: 'unknown-tag',
    title: 'A tag that its page does not have',
    about: 'Each item holds a tag of code 3f on page 0, which has no such tag.',
    rule: 'unknown-tag',
    script: ADD,
    effect: 'loop',
    alteration: withMore(tag('AirSync:tag-0x3f', '1')),
  },
  {
    id: 'unknown-page',
    title: 'A page that does not exist',
    about: 'Each item switches to page 99.',
    rule: 'unknown-page',
    script: ADD,
    effect: 'loop',
    alteration: withMore(tag('page-99:tag-0x05', '1')),
  },
  {
    id: 'invalid-utf8',
    title: 'One byte that is no UTF-8',
    about: 'A byte of Latin-1 in one mail goes out as it came in.',
    rule: 'not-text',
    script: ADD,
    effect: 'loop',
    habits: { rawBytes: true },
  },
  {
    id: 'opaque-too-long',
    title: 'OPAQUE longer than the message',
    about: 'The body is OPAQUE and says it is longer than it is.',
    rule: 'truncated',
    script: ADD,
    effect: 'loop',
    alteration: onRoot('Sync', (root) =>
      // Only in a reply whose last item has a body, so that what it claims lies behind the end.
      edited(root, (element, parent) =>
        element.name === 'AirSyncBase:Data' && parent?.name === 'AirSyncBase:Body'
          ? tag(element.name, { mark: 'opaque length="3000000"' })
          : element,
      ),
    ),
  },
  {
    id: 'cached-bad-reply',
    title: 'A bad reply out of a cache',
    about:
      'Items come from a cache that was filled by an older build: wrong tokens, whatever the code does now.',
    rule: 'unreadable-date',
    script: ADD,
    effect: 'loop',
    alteration: onRoot('Sync', (root, request) =>
      firstKey(request) === '0' ? root : edited(root, (element) => shift(element)),
    ),
  },
  {
    id: 'upload-without-server-id',
    title: 'An upload is answered without its id',
    about: 'Responses name the ClientId and Status 1, and no ServerId.',
    rule: 'answer-without-server-id',
    script: 'calendar-and-contacts',
    effect: 'loop',
    alteration: onSync((element, parent) =>
      element.name === 'AirSync:Add' && parent?.name === 'AirSync:Responses'
        ? tag(element.name, ...childrenOf(element).filter(({ name }) => name !== 'AirSync:ServerId'))
        : element,
    ),
  },
  {
    id: 'no-date-received',
    title: 'A mail without its date',
    about: 'DateReceived is there and empty: an iPhone shows the time of the sync.',
    rule: 'empty-value',
    script: ADD,
    effect: 'harm',
    alteration: onItems((element) => (element.name === 'Email:DateReceived' ? flag(element.name) : element)),
  },
];
