import { caseProfiles } from './case-profiles.ts';
import {
  alwaysTruncated,
  bareSettings,
  classIn,
  commandsFirst,
  sogoBody,
  statusBeforeDevice,
  statusesLast,
  topStatus,
} from './manners.ts';
import type { ServerProfile } from './profile.ts';

export type { ServerProfile } from './profile.ts';

const EVERY = ['12.1', '14.0', '14.1', '16.0', '16.1'];
const UP_TO_14_1 = EVERY.slice(0, 3);

const MICROSOFT = { 'Cache-Control': 'private', 'MS-Server-ActiveSync': '15.20' };

/** The one that is taken where none is asked for. */
export const exactServer: ServerProfile = {
  id: 'exact',
  title: 'Exact',
  about: 'The specification, nothing added and nothing left out.',
  versions: EVERY,
  habits: {},
  headers: MICROSOFT,
  alterations: [],
  folders: 'all',
  traits: [
    { what: 'Every reply keeps every rule.', basis: 'spec', source: 'MS-ASCMD, MS-ASPROV, MS-ASHTTP' },
  ],
};

export const serverProfiles: readonly ServerProfile[] = [
  exactServer,
  {
    id: 'exchange',
    title: 'Exchange',
    about: 'A reply of a real Exchange is 24 bytes and the key: SyncKey, CollectionId, Status.',
    versions: EVERY,
    habits: {},
    headers: { ...MICROSOFT, 'X-FEServer': 'FE01' },
    alterations: [],
    folders: 'all',
    traits: [
      {
        what: 'Key, id, Status; no Class, no page switch.',
        basis: 'reported',
        source: 'Microsoft blog 2013',
      },
      {
        what: 'Exchange Online speaks only 16.1 since March 2026.',
        basis: 'reported',
        source: 'jobisoft/TbSync issues 775, 778',
      },
      {
        what: 'Beyond the first answer no recording is at hand: it does as the specification says.',
        basis: 'inferred',
        source: 'MS-ASCMD',
      },
    ],
  },
  {
    id: 'exchange-online',
    title: 'Exchange Online',
    about: 'As Exchange, and only at 16.1.',
    versions: ['16.1'],
    habits: {},
    headers: MICROSOFT,
    alterations: [],
    folders: 'all',
    traits: [
      { what: 'It speaks only 16.1.', basis: 'reported', source: 'jobisoft/TbSync issues 775, 778' },
      {
        what: 'Provision without DeviceInformation is refused with 165.',
        basis: 'reported',
        source: 'jobisoft/EAS-4-TbSync issue 312',
      },
      {
        what: 'No recording is at hand: it does as the specification says.',
        basis: 'inferred',
        source: 'MS-ASCMD',
      },
    ],
  },
  {
    id: 'z-push',
    title: 'Z-Push, grommunio-sync',
    about: 'Long keys in braces, HTTP 449 at every version, bytes that are no text passed on.',
    versions: UP_TO_14_1,
    habits: { provisioning: '449', keyForm: 'braces', rawBytes: true, bodies: 'mime-after-html' },
    headers: { 'MS-Server-ActiveSync': '14.1', 'X-Z-Push-Version': '2.7.1' },
    alterations: [statusBeforeDevice, alwaysTruncated],
    folders: 'all',
    traits: [
      {
        what: 'The need for a policy is HTTP 449 at every version.',
        basis: 'reported',
        source: 'recordings of Z-Push 2.7.1',
      },
      { what: 'Keys are {uuid}n.', basis: 'reported', source: 'recordings of Z-Push 2.7.1' },
      {
        what: 'Invalid UTF-8 goes out as it came in.',
        basis: 'reported',
        source: 'recordings of Z-Push 2.7.1; grommunio-sync PR 28',
      },
      {
        what: 'From the first HTML mail of a folder on, mails come as HTML or MIME though plain text was asked for, until key 0.',
        basis: 'reported',
        source: 'recordings of Z-Push 2.7.1',
      },
      {
        what: 'Of grommunio-sync no recording is at hand: it grew out of Z-Push.',
        basis: 'inferred',
        source: 'grommunio-sync: a fork of Z-Push',
      },
    ],
  },
  {
    id: 'sogo',
    title: 'SOGo',
    about: 'Class in every Collection, its own order in Body, no policy.',
    versions: UP_TO_14_1,
    habits: {
      provisioning: 'none',
      noPolicy: true,
      unknownFolder: 'empty',
      namesUnchanged: true,
      keyStaysInWindows: true,
      bodies: 'signed-as-mime',
    },
    headers: { 'MS-Server-ActiveSync': '14.1' },
    alterations: [sogoBody, classIn('first'), ...statusesLast, bareSettings],
    folders: 'all',
    traits: [
      {
        what: 'Class stands first in every Collection, also at 14.x.',
        basis: 'reported',
        source: 'recordings of SOGo 5.8.0',
      },
      {
        what: 'Body is Type, Truncated, Preview, Data, EstimatedDataSize.',
        basis: 'reported',
        source: 'recordings of SOGo 5.8.0',
      },
      {
        what: 'Provision is answered with Policy Status 2: there is no policy.',
        basis: 'reported',
        source: 'recordings of SOGo 5.8.0',
      },
      {
        what: 'A Sync of an unknown folder is answered with nothing.',
        basis: 'reported',
        source: 'recordings of SOGo 5.8.0',
      },
      {
        what: 'In a calendar and in contacts the key stays the same from the second window to the last but one.',
        basis: 'reported',
        source: 'recordings of SOGo 5.8.0',
      },
      {
        what: 'A signed mail comes as MIME though plain text was asked for.',
        basis: 'reported',
        source: 'recordings of SOGo 5.8.0',
      },
    ],
  },
  {
    id: 'horde',
    title: 'Horde',
    about: 'Status under Sync in every reply, Commands before Responses.',
    versions: UP_TO_14_1,
    habits: { keyForm: 'braces' },
    headers: { 'MS-Server-ActiveSync': '14.1' },
    alterations: [commandsFirst, topStatus],
    folders: 'all',
    traits: [
      {
        what: 'Status 1 stands under Sync.',
        basis: 'reported',
        source: 'Horde_ActiveSync, Request/Sync.php',
      },
      {
        what: 'Commands stand before Responses.',
        basis: 'reported',
        source: 'Horde_ActiveSync, Request/Sync.php',
      },
      {
        what: 'Only its envelopes are known here: there is no recording of Horde as a server.',
        basis: 'inferred',
        source: 'MS-ASCMD',
      },
    ],
  },
  ...caseProfiles,
];

export const serverProfile = (id: string): ServerProfile | undefined =>
  serverProfiles.find((profile) => profile.id === id);
