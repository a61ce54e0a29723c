import { FOLDER } from '../mailbox/types.ts';
import type { Script, ScriptEvent } from './types.ts';

const START: ScriptEvent = { kind: 'add-account' };
const HEARTBEAT = 900;

/** The one that is taken where none is asked for. */
export const addAccount: Script = {
  id: 'add-account',
  title: 'Add an account',
  about: 'OPTIONS, the policy in two phases, Settings, the folders, each folder from key 0, Ping.',
  events: [START],
};

/** What can be played, the shortest first. */
export const scripts: readonly Script[] = [
  addAccount,
  {
    id: 'mail-arrives',
    title: 'Mail arrives',
    about:
      'The phone waits in a Ping; mail arrives; the phone fetches it. Twice, and a heartbeat without news.',
    events: [
      START,
      { kind: 'mail', count: 1 },
      { kind: 'wait', seconds: HEARTBEAT },
      { kind: 'mail', count: 2 },
    ],
  },
  {
    id: 'read-flag-delete-move',
    title: 'Read, flag, delete, move',
    about: 'What one does with mail, on the phone and on another device.',
    events: [
      START,
      { kind: 'act', act: { kind: 'read', type: FOLDER.inbox, item: 0 } },
      { kind: 'act', act: { kind: 'open', type: FOLDER.inbox, item: 8 } },
      { kind: 'act', act: { kind: 'flag', type: FOLDER.inbox, item: 2 } },
      { kind: 'act', act: { kind: 'delete', type: FOLDER.inbox, item: 5 } },
      { kind: 'act', act: { kind: 'open-folder', type: FOLDER.userMail } },
      { kind: 'act', act: { kind: 'move', type: FOLDER.inbox, item: 1, to: FOLDER.userMail } },
      { kind: 'elsewhere', do: 'read', item: 2 },
      { kind: 'elsewhere', do: 'delete', item: 3 },
      { kind: 'act', act: { kind: 'refresh' } },
    ],
  },
  {
    id: 'reply',
    title: 'Write and reply',
    about: 'SendMail and SmartReply: WBXML around MIME from 14.0 on, MIME alone before.',
    events: [
      START,
      { kind: 'act', act: { kind: 'open-folder', type: FOLDER.sent } },
      { kind: 'act', act: { kind: 'send', to: 'ben@example.com', subject: 'Grüße', text: 'Bis später.' } },
      { kind: 'act', act: { kind: 'reply', item: 0, text: 'Thank you!' } },
      { kind: 'act', act: { kind: 'refresh' } },
    ],
  },
  {
    id: 'invitation',
    title: 'Answer an invitation',
    about: 'MeetingResponse: the invitation leaves the Inbox, the meeting appears in the calendar.',
    events: [START, { kind: 'act', act: { kind: 'answer-invitation', response: '1' } }],
  },
  {
    id: 'calendar-and-contacts',
    title: 'Calendar and contacts',
    about: 'Made and edited on the phone, and on another device.',
    events: [
      START,
      { kind: 'act', act: { kind: 'add-contact', first: 'Zoë', last: 'Ångström' } },
      {
        kind: 'act',
        act: {
          kind: 'add-event',
          subject: 'Kaffee ☕',
          start: '20260307T140000Z',
          end: '20260307T150000Z',
          place: 'Café',
        },
      },
      { kind: 'act', act: { kind: 'edit-contact', item: 0, phone: '+49 221 555 0199' } },
      { kind: 'elsewhere', do: 'edit-contact', item: 1 },
      { kind: 'elsewhere', do: 'edit-event', item: 0 },
    ],
  },
  {
    id: 'many-mails',
    title: '600 mails',
    about: 'Windows of 25 with MoreAvailable, until all are there.',
    events: [START],
    mails: 590,
  },
  {
    id: 'full-calendar',
    title: '60 appointments',
    about:
      'Windows of 25 in a calendar: some servers hand out their keys otherwise than in a folder of mail.',
    events: [START],
    appointments: 57,
  },
  {
    id: 'reply-lost',
    title: 'A reply is lost',
    about:
      'The phone asks again with the old key; the server answers from what it kept, and imports nothing twice.',
    events: [
      START,
      { kind: 'lose', what: 'reply', command: 'Sync', times: 1 },
      { kind: 'mail', count: 1 },
      { kind: 'lose', what: 'reply', command: 'Sync', times: 1 },
      { kind: 'act', act: { kind: 'add-contact', first: 'Lena', last: 'Lost' } },
      { kind: 'lose', what: 'request', command: 'Sync', times: 1 },
      { kind: 'act', act: { kind: 'read', type: FOLDER.inbox, item: 0 } },
    ],
  },
  {
    id: 'server-forgets',
    title: 'The server restarts and forgets',
    about: 'Every key is unknown: Status 3, and each folder starts anew.',
    events: [START, { kind: 'restart-server' }, { kind: 'act', act: { kind: 'refresh' } }],
  },
  {
    id: 'wrong-key',
    title: 'A wrong key',
    about: 'The server has another key for the Inbox than the phone: Status 3.',
    events: [START, { kind: 'forget-inbox' }, { kind: 'act', act: { kind: 'refresh' } }],
  },
  {
    id: 'folders-change',
    title: 'Folders come and go',
    about: 'A folder is made, renamed and deleted elsewhere; the phone has it open.',
    events: [
      START,
      { kind: 'folder', do: 'create', name: 'Reisen' },
      { kind: 'act', act: { kind: 'open-folder', type: FOLDER.userMail } },
      { kind: 'folder', do: 'rename', name: 'Projekte 2026' },
      { kind: 'folder', do: 'delete', name: '' },
    ],
  },
  {
    id: 'folder-gone',
    title: 'A folder is gone',
    about:
      'The folder that is open was deleted while the phone did not listen: Sync is answered with Status 12.',
    events: [
      START,
      { kind: 'act', act: { kind: 'open-folder', type: FOLDER.userMail } },
      { kind: 'answer', command: 'Ping', with: { http: 503 }, times: 1 },
      { kind: 'folder', do: 'delete', name: '' },
      { kind: 'act', act: { kind: 'refresh' } },
    ],
  },
  {
    id: 'policy-changed',
    title: 'The policy changes',
    about: 'The next command is refused until the phone has taken the new policy.',
    events: [START, { kind: 'policy-changed' }, { kind: 'act', act: { kind: 'refresh' } }],
  },
  {
    id: 'http-500',
    title: 'A storm of HTTP 500',
    about: 'Three errors in a row: the phone distrusts what it has and loads the folder anew.',
    events: [
      START,
      { kind: 'answer', command: 'Sync', with: { http: 500 }, times: 3 },
      { kind: 'act', act: { kind: 'refresh' } },
    ],
  },
  {
    id: 'remote-wipe',
    title: 'Remote wipe',
    about: 'The device was reported lost: the server asks for everything to be wiped.',
    events: [START, { kind: 'wipe' }, { kind: 'act', act: { kind: 'refresh' } }],
  },
];

export const scriptById = (id: string): Script | undefined => scripts.find((script) => script.id === id);
