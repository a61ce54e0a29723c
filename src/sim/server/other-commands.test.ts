import { describe, expect, test } from 'vitest';
import type { Message } from '../../conversation/index.ts';
import { examine } from '../../doctor/index.ts';
import { commands } from '../../eas/index.ts';
import { bytesToXml, xmlToBytes } from '../../xml/index.ts';
import { askServer } from '../ask-server.ts';
import type { ServerState } from './types.ts';

const POLICY_FREE = { server: 'sogo', version: '14.1' };

/** A request of a phone: the XML of its body. */
const request = (command: string, xml: string, version: string): Message => ({
  bytes: xml === '' ? new Uint8Array(0) : xmlToBytes(xml, { doctype: 'activesync' }),
  http: {
    method: 'POST',
    url: `/Microsoft-Server-ActiveSync?Cmd=${command}&User=u&DeviceId=D&DeviceType=Phone`,
    headers: { 'MS-ASProtocolVersion': version, 'Content-Type': 'application/vnd.ms-sync.wbxml' },
  },
});

interface Asked {
  xml: string;
  status: number | undefined;
  why: string;
  state: ServerState;
}

/** Asks a server without a policy; what it answers has nothing above a note. */
function ask(command: string, body: string, state?: ServerState, version = '14.1'): Asked {
  const sent = request(command, body, version);
  const answer = askServer({
    request: sent,
    // The one difference of this server is then its policy: nothing of what is asked here is its own.
    setup: { ...POLICY_FREE, server: version === '16.1' ? 'exact' : 'sogo', version },
    state: state ?? provisioned(),
  });
  const { reply = {} } = answer;
  const conversation = {
    format: 1 as const,
    title: '',
    exchanges: [{ id: '1', request: sent, response: reply }],
  };
  const loud = examine(conversation).filter(
    ({ severity, side }) => severity !== 'note' && side === 'response',
  );
  if (reply.http?.status === 200) expect(loud.map(({ rule, text }) => `${rule}: ${text}`)).toEqual([]);
  const xml = reply.bytes && reply.bytes.length > 0 ? bytesToXml(reply.bytes) : '';
  return {
    xml: xml.replaceAll(/\s*\n\s*/g, '').replace(/ xmlns(:\w+)?="\w+"/g, ''),
    status: reply.http?.status,
    why: answer.taken.map(({ why }) => why).join(' '),
    state: answer.state,
  };
}

const FOLDER_SYNC = '<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey></FolderSync>';

/** A server whose tree the phone knows, under key 1. */
function provisioned(): ServerState {
  return askServer({ request: request('FolderSync', FOLDER_SYNC, '14.1'), setup: POLICY_FREE }).state;
}

/** The exact server with a policy that was taken: its key is what the request says, 0. */
function withPolicy(state: ServerState): ServerState {
  return { ...state, policy: { state: 'D-OK', permanent: '0' } };
}

const create = (key: string, name: string, parent = '0'): string =>
  `<FolderCreate xmlns="FolderHierarchy"><SyncKey>${key}</SyncKey><ParentId>${parent}</ParentId><DisplayName>${name}</DisplayName><Type>12</Type></FolderCreate>`;
const update = (key: string, id: string, name: string): string =>
  `<FolderUpdate xmlns="FolderHierarchy"><SyncKey>${key}</SyncKey><ServerId>${id}</ServerId><ParentId>0</ParentId><DisplayName>${name}</DisplayName></FolderUpdate>`;
const remove = (key: string, id: string): string =>
  `<FolderDelete xmlns="FolderHierarchy"><SyncKey>${key}</SyncKey><ServerId>${id}</ServerId></FolderDelete>`;

describe('a folder of one’s own', () => {
  test('is made, renamed and deleted, each under the next key, and FolderSync has nothing to add', () => {
    const made = ask('FolderCreate', create('1', 'Reisen'));
    expect(made.xml).toMatch(/<Status>1<\/Status><SyncKey>2<\/SyncKey><ServerId>\d+<\/ServerId>/);
    const id = /<ServerId>(\d+)/.exec(made.xml)?.[1] ?? '';
    const renamed = ask('FolderUpdate', update('2', id, 'Fahrten'), made.state);
    expect(renamed.xml).toContain('<Status>1</Status><SyncKey>3</SyncKey>');
    const sync = ask('FolderSync', FOLDER_SYNC.replace('>0<', '>3<'), renamed.state);
    expect(sync.xml).toContain('<Count>0</Count>');
    const gone = ask('FolderDelete', remove('3', id), renamed.state);
    expect(gone.xml).toContain('<Status>1</Status><SyncKey>4</SyncKey>');
    expect(gone.state.mailbox.folders.map(({ name }) => name)).not.toContain('Fahrten');
  });

  test('a lost answer is told by the next FolderSync', () => {
    const made = ask('FolderCreate', create('1', 'Reisen'));
    const sync = ask('FolderSync', FOLDER_SYNC.replace('>0<', '>1<'), made.state);
    expect(sync.xml).toContain('<DisplayName>Reisen</DisplayName>');
    expect(sync.xml).toContain('<SyncKey>2</SyncKey>');
  });

  test.each([
    { what: 'another key', command: 'FolderCreate', body: create('7', 'A'), status: '9' },
    { what: 'a name that is taken', command: 'FolderCreate', body: create('1', 'Projekte'), status: '2' },
    { what: 'no such parent', command: 'FolderCreate', body: create('1', 'A', '99'), status: '5' },
    { what: 'no such folder', command: 'FolderUpdate', body: update('1', '99', 'A'), status: '4' },
    { what: 'the Inbox', command: 'FolderUpdate', body: update('1', '1', 'A'), status: '2' },
    { what: 'the Inbox', command: 'FolderDelete', body: remove('1', '1'), status: '3' },
    { what: 'no such folder', command: 'FolderDelete', body: remove('1', '99'), status: '4' },
  ])('$command of $what: Status $status and no key', ({ command, body, status }) => {
    expect(ask(command, body).xml).toBe(`<${command}><Status>${status}</Status></${command}>`);
  });
});

const estimate = (folder: string, key: string): string =>
  `<GetItemEstimate xmlns="GetItemEstimate" xmlns:airsync="AirSync"><Collections><Collection><airsync:SyncKey>${key}</airsync:SyncKey><CollectionId>${folder}</CollectionId></Collection></Collections></GetItemEstimate>`;
const SYNC_0 =
  '<Sync xmlns="AirSync"><Collections><Collection><SyncKey>0</SyncKey><CollectionId>1</CollectionId></Collection></Collections></Sync>';

test.each([
  {
    folder: '1',
    key: 'known',
    says: '<Status>1</Status><Collection><CollectionId>1</CollectionId><Estimate>10</Estimate>',
  },
  { folder: '1', key: '77', says: '<Status>4</Status><Collection><CollectionId>1</CollectionId>' },
  { folder: '2', key: '1', says: '<Status>3</Status><Collection><CollectionId>2</CollectionId>' },
  { folder: '99', key: '1', says: '<Status>2</Status><Collection><CollectionId>99</CollectionId>' },
])('GetItemEstimate of folder $folder with key $key', ({ folder, key, says }) => {
  const { state } = ask('Sync', SYNC_0);
  const known = state.collections['1']?.next ?? state.collections['1']?.cur ?? '';
  expect(ask('GetItemEstimate', estimate(folder, key === 'known' ? known : key), state).xml).toContain(says);
});

const search = (name: string, query: string, range = '0-9'): string =>
  `<Search xmlns="Search"><Store><Name>${name}</Name><Query>${query}</Query><Options><Range>${range}</Range></Options></Store></Search>`;

describe('Search', () => {
  test('finds mails by their text, newest first, and ItemOperations fetches by the LongId', () => {
    const found = ask('Search', search('Mailbox', '<And><FreeText>köln</FreeText></And>'));
    expect(found.xml).toContain('<email:Subject>Grüße aus Köln</email:Subject>');
    expect(found.xml).toContain('<Range>0-0</Range><Total>1</Total>');
    const id = /<LongId>([^<]+)/.exec(found.xml)?.[1] ?? '';
    const body = `<ItemOperations xmlns="ItemOperations" xmlns:search="Search"><Fetch><Store>Mailbox</Store><search:LongId>${id}</search:LongId></Fetch></ItemOperations>`;
    expect(ask('ItemOperations', body).xml).toContain('Grüße aus Köln');
  });

  test.each([
    { store: 'Mailbox', query: '<And><FreeText>nowhere</FreeText></And>', says: '<Result></Result>' },
    { store: 'GAL', query: 'müller', says: '<gal:EmailAddress>juergen@example.com</gal:EmailAddress>' },
    { store: 'GAL', query: 'nobody', says: '<Result></Result>' },
  ])('$query in $store', ({ store, query, says }) => {
    expect(ask('Search', search(store, query)).xml.replace('<Result/>', '<Result></Result>')).toContain(says);
  });
});

const findMail = (text: string, range: string): string =>
  `<Find xmlns="Find"><SearchId>1</SearchId><ExecuteSearch><MailBoxSearchCriterion><Query><FreeText>${text}</FreeText></Query><Options><Range>${range}</Range></Options></MailBoxSearchCriterion></ExecuteSearch></Find>`;

test.each([
  { what: 'a text', body: findMail('Noodles', '0-9'), says: '<Total>1</Total>' },
  { what: 'a late range', body: findMail('Noodles', '5-9'), says: '<Response><Status>4</Status></Response>' },
  { what: 'nothing', body: '<Find xmlns="Find"><SearchId>1</SearchId></Find>', says: '<Status>2</Status>' },
])('Find of $what', ({ body, says }) => {
  expect(ask('Find', body, withPolicy(provisioned()), '16.1').xml).toContain(says);
});

const resolve = (...to: string[]): string =>
  `<ResolveRecipients xmlns="ResolveRecipients">${to.map((each) => `<To>${each}</To>`).join('')}<Options><CertificateRetrieval>2</CertificateRetrieval></Options></ResolveRecipients>`;

test('ResolveRecipients says who is meant', () => {
  const { xml } = ask('ResolveRecipients', resolve('jürgen', 'example.com', 'nobody'));
  expect(xml).toContain('<To>jürgen</To><Status>1</Status><RecipientCount>1</RecipientCount>');
  expect(xml).toContain('<To>example.com</To><Status>2</Status><RecipientCount>2</RecipientCount>');
  expect(xml).toContain('<To>nobody</To><Status>4</Status><RecipientCount>0</RecipientCount>');
  expect(xml).toContain('<EmailAddress>juergen@example.com</EmailAddress><Certificates><Status>7</Status>');
});

test.each([
  { certificate: 'MIIDTw==', status: '4' },
  { certificate: 'hello', status: '10' },
])('ValidateCert of $certificate: Status $status', ({ certificate, status }) => {
  const body = `<ValidateCert xmlns="ValidateCert"><Certificates><Certificate>${certificate}</Certificate></Certificates></ValidateCert>`;
  expect(ask('ValidateCert', body).xml).toBe(
    `<ValidateCert><Status>1</Status><Certificate><Status>${status}</Status></Certificate></ValidateCert>`,
  );
});

/** Commands that the mock has no answer to, and says so. */
const WITHOUT = ['GetAttachment', 'Autodiscover'];

test.each(commands.map(({ name }) => name))('%s is answered, or the server says why not', (name) => {
  const { status, why } = ask(name, '', undefined, name === 'Find' ? '16.1' : '14.1');
  if (WITHOUT.includes(name)) expect([status, why]).toEqual([501, expect.stringMatching(/there|which/)]);
  else expect(status).not.toBe(501);
});
