import { fromBase64 } from '../../bytes/index.ts';
import { versionBit, versionsOf } from '../../eas/index.ts';
import { acceptedMeeting } from '../mailbox/events-and-contacts.ts';
import { addItem, folderOfType, itemIn, moveItem, removeItem } from '../mailbox/mailbox.ts';
import { mail, OWNER } from '../mailbox/mails.ts';
import { renderItem } from '../mailbox/render.ts';
import { FOLDER } from '../mailbox/types.ts';
import { plainText, tag, type Element } from '../message/element.ts';
import { decodedWord, fromUtf8 } from '../message/text.ts';
import { all, child, textAt, type Node } from '../message/tree.ts';
import { ok } from './draft.ts';
import type { Request } from './request.ts';
import type { Step } from './sync.ts';
import { serverWith, type Habits, type ServerState } from './types.ts';

/** Answers SendMail and SmartReply: WBXML around MIME from 14.0 on, MIME alone before. */
export function sendMail(state: ServerState, request: Request): Step {
  const root = request.tree?.root;
  const clientId = textAt(root, 'ComposeMail:ClientId');
  if (clientId !== undefined && state.sent.includes(clientId)) {
    const draft = ok(tag(`ComposeMail:${request.command}`, tag('ComposeMail:Status', '118')));
    return { state, draft, rows: [{ row: 'S58', why: `ClientId ${clientId} was sent before.` }] };
  }
  const mime = root ? (textAt(root, 'ComposeMail:Mime') ?? '') : fromUtf8(request.bytes);
  const header = (name: string): string =>
    decodedWord(new RegExp(`^${name}: (.*?)\\r?$`, 'im').exec(mime)?.[1] ?? '');
  const coded = /\r?\n\r?\n([\s\S]*)$/.exec(mime)?.[1] ?? '';
  const isBase64 = header('Content-Transfer-Encoding').toLowerCase() === 'base64';
  const body = isBase64 ? fromUtf8(fromBase64(coded) ?? new Uint8Array(0)) : coded;
  const sentFolder = folderOfType(state.mailbox, FOLDER.sent);
  const copy = mail({
    from: OWNER,
    to: header('To'),
    subject: header('Subject'),
    date: '2026-03-04T12:00:00.000Z',
    text: body,
    read: true,
  });
  const mailbox = sentFolder ? addItem(state.mailbox, sentFolder.id, copy).mailbox : state.mailbox;
  const sent = clientId === undefined ? state.sent : [...state.sent, clientId];
  const why = `“${header('Subject')}” to ${header('To')}.`;
  return { state: serverWith(state, { mailbox, sent }), draft: ok(), rows: [{ row: 'S57', why }] };
}

/** Answers MoveItems. */
export function moveItems(state: ServerState, request: Request, habits: Habits): Step {
  let { mailbox } = state;
  const rows: Step['rows'] = [];
  const responses = all(request.tree?.root, 'Move:Move').map((move): Element => {
    const id = textAt(move, 'Move:SrcMsgId') ?? '';
    const from = textAt(move, 'Move:SrcFldId') ?? '';
    const to = textAt(move, 'Move:DstFldId') ?? '';
    const answer = (status: string, newId?: string): Element =>
      tag(
        'Move:Response',
        tag('Move:SrcMsgId', id),
        tag('Move:Status', status),
        ...(newId === undefined ? [] : [tag('Move:DstMsgId', newId)]),
      );
    if (!itemIn(mailbox, from, id)) {
      rows.push({ row: 'S60', why: `There is no ${id} in folder ${from}.` });
      return answer('1');
    }
    const moved = moveItem(mailbox, from, id, to);
    if (!moved.item) {
      rows.push({ row: 'S60', why: `There is no folder ${to}.` });
      return answer('2');
    }
    mailbox = moved.mailbox;
    rows.push({ row: 'S59', why: `${id} is now ${moved.item.id}.` });
    return answer(habits.noMoveStatus ? '1' : '3', moved.item.id);
  });
  return { state: serverWith(state, { mailbox }), draft: ok(tag('Move:MoveItems', ...responses)), rows };
}

/** Answers MeetingResponse. */
export function meetingResponse(state: ServerState, request: Request): Step {
  let { mailbox } = state;
  const rows: Step['rows'] = [];
  const results = all(request.tree?.root, 'MeetingResponse:Request').map((asked): Element => {
    const id = textAt(asked, 'MeetingResponse:RequestId') ?? '';
    const folder = textAt(asked, 'MeetingResponse:CollectionId') ?? '';
    const answer = textAt(asked, 'MeetingResponse:UserResponse') ?? '';
    const item = itemIn(mailbox, folder, id);
    const isInvitation = item?.properties.some(({ name }) => name === 'Email:MeetingRequest');
    const calendar = folderOfType(mailbox, FOLDER.calendar);
    if (!item || !isInvitation || !calendar) {
      rows.push({ row: 'S62', why: `${id} is no invitation.` });
      return result(id, '2');
    }
    mailbox = removeItem(mailbox, folder, id);
    if (answer === '3') {
      rows.push({ row: 'S61', why: 'Declined: nothing is put into the calendar.' });
      return result(id, '1');
    }
    const accepted = {
      ...acceptedMeeting,
      properties: [...acceptedMeeting.properties, tag('Calendar:ResponseType', answer === '1' ? '3' : '2')],
    };
    const added = addItem(mailbox, calendar.id, accepted);
    mailbox = added.mailbox;
    const subject = plainText(item.properties.find(({ name }) => name === 'Email:Subject'));
    rows.push({ row: 'S61', why: `“${subject}” stands in the calendar as ${added.item.id}.` });
    return result(id, '1', added.item.id);
  });
  if (results.length === 0) {
    rows.push({ row: 'S62', why: 'It names no invitation.' });
    results.push(tag('MeetingResponse:Result', tag('MeetingResponse:Status', '2')));
  }
  return {
    state: serverWith(state, { mailbox }),
    draft: ok(tag('MeetingResponse:MeetingResponse', ...results)),
    rows,
  };
}

const result = (id: string, status: string, calendarId?: string): Element =>
  tag(
    'MeetingResponse:Result',
    tag('MeetingResponse:RequestId', id),
    tag('MeetingResponse:Status', status),
    ...(calendarId === undefined ? [] : [tag('MeetingResponse:CalendarId', calendarId)]),
  );

/** Answers ItemOperations with Fetch: a whole item, by its ids or as Search found it. */
export function itemOperations(state: ServerState, request: Request): Step {
  const rows: Step['rows'] = [];
  const fetches = all(request.tree?.root, 'ItemOperations:Fetch').map((fetch) =>
    fetched(state, fetch, request.version, rows),
  );
  const root = tag(
    'ItemOperations:ItemOperations',
    tag('ItemOperations:Status', '1'),
    ...(fetches.length > 0 ? [tag('ItemOperations:Response', ...fetches)] : []),
  );
  return { state, draft: ok(root), rows };
}

function fetched(state: ServerState, fetch: Node, version: string, rows: Step['rows']): Element {
  const reference = child(fetch, 'AirSyncBase:FileReference');
  if (reference) {
    rows.push({
      row: 'S63',
      why: 'The attachments of this mailbox are names only: there are no bytes to send.',
    });
    return tag(
      'ItemOperations:Fetch',
      tag('ItemOperations:Status', '15'),
      tag('AirSyncBase:FileReference', reference.text),
    );
  }
  // What Search found is asked for by its LongId: here the ServerId, which begins with the folder.
  const longId = textAt(fetch, 'Search:LongId');
  const folder = textAt(fetch, 'AirSync:CollectionId') ?? longId?.split(':')[0] ?? '';
  const id = textAt(fetch, 'AirSync:ServerId') ?? longId ?? '';
  const item = itemIn(state.mailbox, folder, id);
  const preference = child(child(fetch, 'ItemOperations:Options'), 'AirSyncBase:BodyPreference');
  rows.push({ row: 'S63', why: item ? `${id} as a whole.` : `There is no ${id} in folder ${folder}.` });
  const ids =
    longId === undefined
      ? [tag('AirSync:CollectionId', folder), tag('AirSync:ServerId', id)]
      : [tag('Search:LongId', longId)];
  if (!item) return tag('ItemOperations:Fetch', tag('ItemOperations:Status', '6'), ...ids);
  const properties = renderItem(item, {
    version,
    bodyType: textAt(preference, 'AirSyncBase:Type') ?? '1',
    truncation: Number(textAt(preference, 'AirSyncBase:TruncationSize') ?? Infinity),
  });
  return tag(
    'ItemOperations:Fetch',
    tag('ItemOperations:Status', '1'),
    ...ids,
    tag('AirSync:Class', item.class),
    tag('ItemOperations:Properties', ...properties),
  );
}

/** Answers Settings: a Status for each part that was asked for. */
export function settings(state: ServerState, request: Request): Step {
  const root = request.tree?.root;
  const parts: Element[] = [];
  if (child(root, 'Settings:DeviceInformation'))
    parts.push(tag('Settings:DeviceInformation', tag('Settings:Status', '1')));
  if (child(root, 'Settings:UserInformation'))
    parts.push(userInformation(request.version, state.mailbox.owner));
  const element = tag('Settings:Settings', tag('Settings:Status', '1'), ...parts);
  const why = `${parts.length} part${parts.length === 1 ? '' : 's'}.`;
  return { state, draft: ok(element), rows: [{ row: 'S56', why }] };
}

function userInformation(version: string, owner: string): Element {
  const hasAccounts = (versionBit(version) & versionsOf('14.1-16.1')) !== 0;
  const addresses = tag(
    'Settings:EmailAddresses',
    tag('Settings:SMTPAddress', owner),
    ...(hasAccounts ? [tag('Settings:PrimarySmtpAddress', owner)] : []),
  );
  const get = hasAccounts
    ? tag('Settings:Accounts', tag('Settings:Account', tag('Settings:UserDisplayName', 'Alice'), addresses))
    : addresses;
  return tag('Settings:UserInformation', tag('Settings:Status', '1'), tag('Settings:Get', get));
}
