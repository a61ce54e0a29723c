import { describe, expect, test } from 'vitest';
import type { Conversation } from '../conversation/index.ts';
import { xmlToBytes } from '../xml/index.ts';
import { examine } from './examine.ts';

// What authors of servers and clients get wrong in the commands beside Sync: each exchange with the rules that tell it.

const PAGES =
  'xmlns:A="AirSync" xmlns:b="AirSyncBase" xmlns:e="Email" xmlns:g="GAL" xmlns:s="Search" xmlns:i="ItemOperations"';
const body = (page: string, name: string, inside: string): string =>
  `<${name} xmlns="${page}" ${PAGES}>${inside}</${name}>`;

interface Exchange {
  command: string;
  version?: string;
  request?: string;
  response?: string;
}

const talkOf = (exchanges: readonly Exchange[]): Conversation => ({
  format: 1,
  title: '',
  exchanges: exchanges.map(({ command, version = '14.1', request, response }, n) => ({
    id: `${n}`,
    ...(request !== undefined && {
      request: {
        bytes: request === '' ? new Uint8Array() : xmlToBytes(request),
        http: {
          method: 'POST',
          url: `/Microsoft-Server-ActiveSync?Cmd=${command}&User=u&DeviceId=d1&DeviceType=iPhone`,
          headers: { 'MS-ASProtocolVersion': version },
        },
      },
    }),
    ...(response !== undefined && { response: { bytes: xmlToBytes(response), readAs: { version } } }),
  })),
});

const told = (...exchanges: readonly Exchange[]): string[] =>
  examine(talkOf(exchanges)).map(({ severity, rule, side }) => `${severity} ${side} ${rule}`);

const folderSync = (key: string): string =>
  body('FolderHierarchy', 'FolderSync', `<SyncKey>${key}</SyncKey>`);
const folder = (id: string, parent: string, type: string): string =>
  `<Add><ServerId>${id}</ServerId><ParentId>${parent}</ParentId><DisplayName>f${id}</DisplayName><Type>${type}</Type></Add>`;
const folders = (count: string, ...added: readonly string[]): string =>
  body(
    'FolderHierarchy',
    'FolderSync',
    `<Status>1</Status><SyncKey>1</SyncKey><Changes>${count}${added.join('')}</Changes>`,
  );
const INBOX = folder('5', '0', '2');
const first = (count: string, ...added: readonly string[]): Exchange => ({
  command: 'FolderSync',
  request: folderSync('0'),
  response: folders(count, ...added),
});
const LIST = first('<Count>2</Count>', INBOX, folder('6', '0', '12'));
const change = (name: string, inside: string): Exchange => ({
  command: name,
  request: body('FolderHierarchy', name, `<SyncKey>1</SyncKey>${inside}`),
});

describe('folders', () => {
  test.each<[string, Exchange[], string[]]>([
    ['a list as it should be', [LIST], []],
    [
      'a child before its parent',
      [first('<Count>3</Count>', INBOX, folder('6', '7', '12'), folder('7', '0', '12'))],
      [],
    ],
    ['no Count', [first('', INBOX)], ['note response wrong-folder-count']],
    ['another Count', [first('<Count>3</Count>', INBOX)], ['error response wrong-folder-count']],
    ['no Inbox', [first('<Count>1</Count>', folder('6', '0', '12'))], ['warning response no-inbox']],
    ['contacts alone', [first('<Count>1</Count>', folder('6', '0', '9'))], []],
    [
      'one id twice',
      [first('<Count>2</Count>', INBOX, folder('5', '0', '12'))],
      ['error response folder-added-twice'],
    ],
    [
      'a parent that is nowhere',
      [first('<Count>2</Count>', INBOX, folder('6', '99', '12'))],
      ['warning response orphan-folder'],
    ],
    [
      'a folder in itself',
      [first('<Count>2</Count>', INBOX, folder('6', '6', '12'))],
      ['warning response orphan-folder'],
    ],
    [
      'two folders in each other',
      [first('<Count>3</Count>', INBOX, folder('6', '7', '12'), folder('7', '6', '12'))],
      ['warning response orphan-folder'],
    ],
    [
      'a parent that was never named, later',
      [
        LIST,
        {
          command: 'FolderSync',
          request: folderSync('1'),
          response: folders('<Count>1</Count>', folder('8', '66', '12')),
        },
      ],
      ['warning response orphan-folder'],
    ],
    [
      'a second Inbox to be made',
      [change('FolderCreate', '<ParentId>0</ParentId><DisplayName>x</DisplayName><Type>2</Type>')],
      ['error request wrong-value'],
    ],
    [
      'a folder in one that is nowhere',
      [LIST, change('FolderCreate', '<ParentId>77</ParentId><DisplayName>x</DisplayName><Type>12</Type>')],
      ['warning request unknown-folder'],
    ],
    [
      'the Inbox deleted',
      [LIST, change('FolderDelete', '<ServerId>5</ServerId>')],
      ['warning request default-folder-changed'],
    ],
    [
      'the root deleted',
      [change('FolderDelete', '<ServerId>0</ServerId>')],
      ['warning request default-folder-changed'],
    ],
    [
      'the Inbox renamed',
      [
        LIST,
        change('FolderUpdate', '<ServerId>5</ServerId><ParentId>0</ParentId><DisplayName>x</DisplayName>'),
      ],
      ['warning request default-folder-changed'],
    ],
    [
      'an own folder renamed',
      [
        LIST,
        change('FolderUpdate', '<ServerId>6</ServerId><ParentId>0</ParentId><DisplayName>x</DisplayName>'),
      ],
      [],
    ],
    [
      'a folder deleted that is nowhere',
      [LIST, change('FolderDelete', '<ServerId>77</ServerId>')],
      ['warning request unknown-folder'],
    ],
    [
      'a folder deleted that the recording lacks',
      [
        LIST,
        {
          ...change('FolderDelete', '<ServerId>77</ServerId>'),
          response: body('FolderHierarchy', 'FolderDelete', '<Status>1</Status><SyncKey>2</SyncKey>'),
        },
      ],
      [],
    ],
  ])('%s', (_, exchanges, rules) => {
    expect(told(...exchanges)).toEqual(rules);
  });
});

const move = (...ids: readonly string[]): string =>
  body(
    'Move',
    'MoveItems',
    ids
      .map((id) => `<Move><SrcMsgId>${id}</SrcMsgId><SrcFldId>5</SrcFldId><DstFldId>6</DstFldId></Move>`)
      .join(''),
  );
const moved = (inside: string): string => body('Move', 'MoveItems', inside);
const DONE = '<Response><SrcMsgId>5:1</SrcMsgId><Status>3</Status><DstMsgId>6:1</DstMsgId></Response>';

const ITEM = '<A:CollectionId>5</A:CollectionId><A:ServerId>5:1</A:ServerId>';
const FILE = '<b:FileReference>f</b:FileReference>';
const fetch = (...items: readonly string[]): string =>
  body(
    'ItemOperations',
    'ItemOperations',
    items.map((item) => `<Fetch><Store>Mailbox</Store>${item}</Fetch>`).join(''),
  );
const fetched = (...fetches: readonly string[]): string =>
  body(
    'ItemOperations',
    'ItemOperations',
    `<Status>1</Status><Response>${fetches.map((one) => `<Fetch><Status>1</Status>${one}</Fetch>`).join('')}</Response>`,
  );
const SUBJECT = '<Properties><e:Subject>x</e:Subject></Properties>';

const estimate = (key: string, ...ids: readonly string[]): string =>
  body(
    'GetItemEstimate',
    'GetItemEstimate',
    `<Collections>${ids.map((id) => `<Collection><A:SyncKey>${key}</A:SyncKey><CollectionId>${id}</CollectionId></Collection>`).join('')}</Collections>`,
  );
const estimated = (inside: string): string => body('GetItemEstimate', 'GetItemEstimate', inside);
const FIVE =
  '<Response><Status>1</Status><Collection><CollectionId>5</CollectionId><Estimate>3</Estimate></Collection></Response>';

const MEETING = '<UserResponse>1</UserResponse><CollectionId>5</CollectionId><RequestId>5:1</RequestId>';
const meeting = (...requests: readonly string[]): string =>
  body('MeetingResponse', 'MeetingResponse', requests.map((one) => `<Request>${one}</Request>`).join(''));
const answered = (inside: string): string => body('MeetingResponse', 'MeetingResponse', inside);

test('of a list that is too long to be kept nothing is said that is not in what is kept', () => {
  const many = Array.from({ length: 5000 }, (_, i) => folder(`${i + 10}`, '0', '12'));
  const inThere = first('<Count>5002</Count>', INBOX, ...many, folder('6', '5009', '12'));
  expect(told(inThere)).toEqual([]);
  expect(told(first('<Count>5002</Count>', INBOX, ...many, folder('6', 'x', '12')))).toEqual([]);
  expect(told(first('<Count>3</Count>', INBOX, many[0] ?? '', folder('6', 'x', '12')))).toEqual([
    'warning response orphan-folder',
  ]);
});

describe('items', () => {
  test.each<[string, Exchange, string[]]>([
    ['moved', { command: 'MoveItems', request: move('5:1'), response: moved(DONE) }, []],
    [
      'moved, but to where',
      {
        command: 'MoveItems',
        request: move('5:1'),
        response: moved(DONE.replace(/<DstMsgId>.*?<\/DstMsgId>/, '')),
      },
      ['note response success-without-result'],
    ],
    [
      'one of two moves answered',
      { command: 'MoveItems', request: move('5:1', '5:2'), response: moved(DONE) },
      ['warning response unanswered-item'],
    ],
    [
      'no move answered',
      { command: 'MoveItems', request: move('5:1'), response: moved('') },
      ['warning response unanswered-item'],
    ],
    [
      'all moves refused at once',
      { command: 'MoveItems', request: move('5:1', '5:2'), response: moved('<Status>1</Status>') },
      [],
    ],
    [
      'refused without saying which, as Exchange does',
      {
        command: 'MoveItems',
        request: move('5:1', '5:2'),
        response: moved('<Response><Status>5</Status></Response>'),
      },
      ['note response missing-child'],
    ],
    ['estimated', { command: 'GetItemEstimate', request: estimate('1', '5'), response: estimated(FIVE) }, []],
    [
      'a failed estimate',
      {
        command: 'GetItemEstimate',
        request: estimate('1', '5'),
        response: estimated(
          '<Response><Status>2</Status><Collection><CollectionId>5</CollectionId></Collection></Response>',
        ),
      },
      [],
    ],
    [
      'no number in the estimate',
      {
        command: 'GetItemEstimate',
        request: estimate('1', '5'),
        response: estimated(FIVE.replace(/<Estimate>.*?<\/Estimate>/, '')),
      },
      ['warning response success-without-result'],
    ],
    [
      'one of two folders estimated',
      { command: 'GetItemEstimate', request: estimate('1', '5', '6'), response: estimated(FIVE) },
      ['warning response unanswered-item'],
    ],
    [
      'an estimate from key 0',
      { command: 'GetItemEstimate', request: estimate('0', '5') },
      ['warning request estimate-with-key-0'],
    ],
    [
      'fetched',
      { command: 'ItemOperations', request: fetch(ITEM), response: fetched(`${ITEM}${SUBJECT}`) },
      [],
    ],
    [
      'fetched, with nothing in it',
      { command: 'ItemOperations', request: fetch(ITEM), response: fetched(`${ITEM}<Properties/>`) },
      [],
    ],
    [
      'fetched without Properties',
      { command: 'ItemOperations', request: fetch(ITEM), response: fetched(ITEM) },
      ['warning response success-without-result'],
    ],
    [
      'an attachment in a part',
      {
        command: 'ItemOperations',
        request: fetch(FILE),
        response: fetched(
          `${FILE}<Properties><b:ContentType>text/plain</b:ContentType><Part>1</Part></Properties>`,
        ),
      },
      [],
    ],
    [
      'an attachment without its bytes',
      {
        command: 'ItemOperations',
        request: fetch(FILE),
        response: fetched(`${FILE}<Properties><b:ContentType>text/plain</b:ContentType></Properties>`),
      },
      ['warning response success-without-result'],
    ],
    [
      'one of two fetched',
      {
        command: 'ItemOperations',
        request: fetch(ITEM, ITEM.replace('5:1', '5:2')),
        response: fetched(`${ITEM}${SUBJECT}`),
      },
      ['warning response unanswered-item'],
    ],
    [
      'a Fetch of nothing',
      { command: 'ItemOperations', request: fetch('') },
      ['error request incomplete-request'],
    ],
    ['nothing at all', { command: 'ItemOperations', request: fetch() }, ['error request incomplete-request']],
    [
      'a range that runs backwards',
      { command: 'ItemOperations', request: fetch(`${FILE}<Options><Range>100-50</Range></Options>`) },
      ['error request wrong-type'],
    ],
    [
      'accepted',
      {
        command: 'MeetingResponse',
        request: meeting(MEETING),
        response: answered('<Result><RequestId>5:1</RequestId><Status>1</Status></Result>'),
      },
      [],
    ],
    [
      'an invitation by its LongId',
      {
        command: 'MeetingResponse',
        request: meeting('<UserResponse>1</UserResponse><s:LongId>L</s:LongId>'),
      },
      [],
    ],
    [
      'no invitation named',
      { command: 'MeetingResponse', request: meeting('<UserResponse>1</UserResponse>') },
      ['error request incomplete-request'],
    ],
    [
      'an invitation without its folder',
      {
        command: 'MeetingResponse',
        request: meeting('<UserResponse>1</UserResponse><RequestId>5:1</RequestId>'),
      },
      ['note request incomplete-request'],
    ],
    [
      'one of two invitations answered, as SOGo does',
      {
        command: 'MeetingResponse',
        request: meeting(MEETING, MEETING.replace('5:1', '5:2')),
        response: answered('<Result><RequestId>5:1</RequestId><Status>1</Status></Result>'),
      },
      ['note response unanswered-item'],
    ],
  ])('%s', (_, exchange, rules) => {
    expect(told(exchange)).toEqual(rules);
  });
});

const search = (range: string): string =>
  body(
    'Search',
    'Search',
    `<Store><Name>GAL</Name><Query>joe</Query><Options><Range>${range}</Range></Options></Store>`,
  );
const found = (inside: string): string =>
  body(
    'Search',
    'Search',
    `<Status>1</Status><Response><Store><Status>1</Status>${inside}</Store></Response>`,
  );
const HIT = '<Result><Properties><g:DisplayName>A</g:DisplayName></Properties></Result>';
const MAIL =
  '<Result><A:Class>Email</A:Class><A:CollectionId>5</A:CollectionId><Properties><e:Subject>x</e:Subject></Properties></Result>';
const find = (inside: string): string =>
  body(
    'Find',
    'Find',
    `<Status>1</Status><Response><i:Store>Mailbox</i:Store><Status>1</Status>${inside}</Response>`,
  );

describe('searches', () => {
  test.each<[string, string, string, string[]]>([
    ['found', 'Search', found(`${HIT}${HIT}<Range>0-1</Range><Total>2</Total>`), []],
    ['a page of many', 'Search', found(`${HIT}${HIT}<Range>10-11</Range><Total>50</Total>`), []],
    ['nothing found, as Exchange says it', 'Search', found('<Result/>'), []],
    ['nothing found, as Z-Push says it', 'Search', found('<Range>0-0</Range>'), []],
    ['nothing found, as SOGo says it', 'Search', found('<Range>0-0</Range><Total>0</Total>'), []],
    ['a search that failed', 'Search', body('Search', 'Search', '<Status>3</Status>'), []],
    ['no Total', 'Search', found(`${HIT}<Range>0-0</Range>`), ['note response success-without-result']],
    ['no Range', 'Search', found(`${HIT}<Total>1</Total>`), ['note response success-without-result']],
    [
      'the range that was asked for, as Z-Push does',
      'Search',
      found(`${HIT}<Range>0-9</Range><Total>1</Total>`),
      ['note response wrong-result-range'],
    ],
    [
      'more than the range',
      'Search',
      found(`${HIT}${HIT}<Range>0-0</Range><Total>2</Total>`),
      ['warning response wrong-result-range'],
    ],
    [
      'more than the total',
      'Search',
      found(`${HIT}${HIT}<Range>0-1</Range><Total>1</Total>`),
      ['warning response wrong-result-range'],
    ],
    [
      'a mail without its name',
      'Search',
      found(`${MAIL}<Range>0-0</Range><Total>1</Total>`),
      ['warning response success-without-result'],
    ],
    [
      'no Response',
      'Search',
      body('Search', 'Search', '<Status>1</Status>'),
      ['warning response success-without-result'],
    ],
    [
      'no Response',
      'Find',
      body('Find', 'Find', '<Status>1</Status>'),
      ['warning response success-without-result'],
    ],
    [
      'a mail without its name',
      'Find',
      find(`${MAIL}<Range>0-0</Range><Total>1</Total>`),
      ['warning response success-without-result'],
    ],
  ])('%s: %s', (_, command, response, rules) => {
    expect(told({ command, version: command === 'Find' ? '16.1' : '14.1', response })).toEqual(rules);
  });

  test('a range that runs backwards', () => {
    expect(told({ command: 'Search', request: search('9-0') })).toEqual(['error request wrong-type']);
    expect(told({ command: 'Search', request: search('0-9') })).toEqual([]);
  });
});

const settings = (inside: string): string => body('Settings', 'Settings', inside);
const recipients = (inside: string): string => body('ResolveRecipients', 'ResolveRecipients', inside);
const resolved = (inside: string): string =>
  recipients(
    `<Status>1</Status><Response><To>a</To><Status>1</Status><RecipientCount>1</RecipientCount>${inside}</Response>`,
  );
const person = (more: string): string =>
  `<Recipient><Type>1</Type><DisplayName>A</DisplayName><EmailAddress>a@example.com</EmailAddress>${more}</Recipient>`;
const span = (start: string, end: string): string =>
  `<StartTime>2026-01-${start}:00.000Z</StartTime><EndTime>2026-01-${end}:00.000Z</EndTime>`;
const busy = (times: string): string =>
  recipients(`<To>a</To><Options><Availability>${times}</Availability></Options>`);
const certificates = (...list: readonly string[]): string =>
  body(
    'ValidateCert',
    'ValidateCert',
    `<Certificates>${list.map((one) => `<Certificate>${one}</Certificate>`).join('')}</Certificates>`,
  );
const judged = (inside: string): string =>
  body('ValidateCert', 'ValidateCert', `<Status>1</Status>${inside}`);
const reply = (source: string): string =>
  body(
    'ComposeMail',
    'SmartReply',
    `<ClientId>1</ClientId><Source>${source}</Source><Mime><![CDATA[To: a@example.com\r\n\r\nx]]></Mime>`,
  );
const OOF_GET = settings('<Oof><Get><BodyType>Text</BodyType></Get></Oof>');
const oofSet = (inside: string): string => settings(`<Oof><Set><OofState>2</OofState>${inside}</Set></Oof>`);

const provision = (type: string, data: string, key = '7'): string =>
  body(
    'Provision',
    'Provision',
    `<Status>1</Status><Policies><Policy><PolicyType>${type}</PolicyType><Status>1</Status><PolicyKey>${key}</PolicyKey><Data>${data}</Data></Policy></Policies>`,
  );
const DOCUMENT = '<EASProvisionDoc><DevicePasswordEnabled>0</DevicePasswordEnabled></EASProvisionDoc>';
const [OLD_TYPE, NEW_TYPE] = ['MS-WAP-Provisioning-XML', 'MS-EAS-Provisioning-WBXML'];

describe('policies, where no version is known', () => {
  test.each<[string, string, string[]]>([
    ['a document', provision(NEW_TYPE, DOCUMENT), []],
    ['a text', provision(OLD_TYPE, 'x'), []],
    ['a document called a text', provision(OLD_TYPE, DOCUMENT), ['error wrong-policy-type']],
    ['the highest key', provision(NEW_TYPE, DOCUMENT, '4294967295'), []],
    ['a key too high', provision(NEW_TYPE, DOCUMENT, '4294967296'), ['warning unusable-policy-key']],
    ['a key that is no number', provision(NEW_TYPE, DOCUMENT, 'k1'), ['warning unusable-policy-key']],
  ])('%s', (_, xml, rules) => {
    const response = { bytes: xmlToBytes(xml), readAs: { side: 'response' as const } };
    const found = examine({ format: 1, title: '', exchanges: [{ id: '1', response }] });
    expect(found.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(rules);
  });
});

describe('settings, recipients, certificates, mails', () => {
  test.each<[string, Exchange, string[]]>([
    [
      'an absence told',
      {
        command: 'Settings',
        request: OOF_GET,
        response: settings(
          '<Status>1</Status><Oof><Status>1</Status><Get><OofState>0</OofState></Get></Oof>',
        ),
      },
      [],
    ],
    [
      'an absence not told',
      {
        command: 'Settings',
        request: OOF_GET,
        response: settings('<Status>1</Status><Oof><Status>1</Status></Oof>'),
      },
      ['warning response unanswered-setting'],
    ],
    [
      'an absence that cannot be told',
      {
        command: 'Settings',
        request: OOF_GET,
        response: settings('<Status>1</Status><Oof><Status>2</Status></Oof>'),
      },
      [],
    ],
    [
      'an absence set',
      {
        command: 'Settings',
        request: oofSet(span('01T00:00', '02T00:00')),
        response: settings('<Status>1</Status><Oof><Status>1</Status></Oof>'),
      },
      [],
    ],
    [
      'an absence that ends before it begins',
      { command: 'Settings', request: oofSet(span('02T00:00', '01T00:00')) },
      ['warning request too-short-span'],
    ],
    [
      'an absence neither asked for nor set',
      { command: 'Settings', request: settings('<Oof/>') },
      ['error request incomplete-request'],
    ],
    [
      'a message for two kinds of sender',
      {
        command: 'Settings',
        request: oofSet(
          '<OofMessage><AppliesToInternal/><AppliesToExternalKnown/><Enabled>1</Enabled></OofMessage>',
        ),
      },
      ['error request exclusive-children'],
    ],
    [
      'nothing asked for',
      { command: 'Settings', request: settings('') },
      ['error request incomplete-request'],
    ],
    [
      'a user without addresses',
      {
        command: 'Settings',
        request: settings('<UserInformation><Get/></UserInformation>'),
        response: settings('<Status>1</Status><UserInformation><Status>1</Status></UserInformation>'),
      },
      ['warning response success-without-result'],
    ],
    [
      'nobody to look up',
      { command: 'ResolveRecipients', request: recipients('') },
      ['error request incomplete-request'],
    ],
    [
      'one of two looked up',
      {
        command: 'ResolveRecipients',
        request: recipients('<To>a</To><To>b</To>'),
        response: resolved(person('')),
      },
      ['warning response unanswered-item'],
    ],
    [
      'somebody else looked up',
      { command: 'ResolveRecipients', request: recipients('<To>z</To>'), response: resolved(person('')) },
      ['error response other-item'],
    ],
    [
      'found, but nobody',
      { command: 'ResolveRecipients', response: resolved('') },
      ['warning response success-without-result'],
    ],
    [
      'no free times',
      {
        command: 'ResolveRecipients',
        response: resolved(person('<Availability><Status>1</Status></Availability>')),
      },
      ['warning response success-without-result'],
    ],
    [
      'free times that failed',
      {
        command: 'ResolveRecipients',
        response: resolved(person('<Availability><Status>163</Status></Availability>')),
      },
      [],
    ],
    [
      'no certificate',
      {
        command: 'ResolveRecipients',
        response: resolved(
          person('<Certificates><Status>1</Status><CertificateCount>1</CertificateCount></Certificates>'),
        ),
      },
      ['warning response success-without-result'],
    ],
    ['half an hour', { command: 'ResolveRecipients', request: busy(span('01T10:00', '01T10:30')) }, []],
    [
      'less than half an hour',
      { command: 'ResolveRecipients', request: busy(span('01T10:00', '01T10:29')) },
      ['error request too-short-span'],
    ],
    [
      'certificates judged',
      {
        command: 'ValidateCert',
        request: certificates('AAAA'),
        response: judged('<Certificate><Status>1</Status></Certificate>'),
      },
      [],
    ],
    [
      'one of two certificates judged',
      {
        command: 'ValidateCert',
        request: certificates('AAAA', 'BBBB'),
        response: judged('<Certificate><Status>1</Status></Certificate>'),
      },
      ['warning response unanswered-item'],
    ],
    [
      'a certificate without its verdict',
      { command: 'ValidateCert', response: judged('<Certificate/>') },
      ['warning response success-without-result'],
    ],
    [
      'a mail answered',
      { command: 'SmartReply', request: reply('<FolderId>5</FolderId><ItemId>5:1</ItemId>') },
      [],
    ],
    ['a mail of the Inbox answered', { command: 'SmartReply', request: reply('<ItemId>5:1</ItemId>') }, []],
    ['a mail answered by its LongId', { command: 'SmartReply', request: reply('<LongId>L</LongId>') }, []],
    [
      'a folder answered',
      { command: 'SmartReply', request: reply('<FolderId>5</FolderId>') },
      ['error request incomplete-request'],
    ],
    [
      'a mail named twice',
      {
        command: 'SmartReply',
        request: reply('<FolderId>5</FolderId><ItemId>5:1</ItemId><LongId>L</LongId>'),
      },
      ['error request exclusive-children', 'error request exclusive-children'],
    ],
    [
      'an attachment asked for as before 14.0',
      { command: 'GetAttachment', request: '' },
      ['warning request command-not-in-version'],
    ],
  ])('%s', (_, exchange, rules) => {
    expect(told(exchange)).toEqual(rules);
  });
});

describe('what is said of', () => {
  const texts = (...exchanges: readonly Exchange[]): string[] =>
    examine(talkOf(exchanges)).map(({ severity, rule, text }) => `${severity} ${rule}: ${text}`);

  test('an item without an answer names the id that it is known by', () => {
    const moving = (id: string): string =>
      `<Move><SrcMsgId>${id}</SrcMsgId><SrcFldId>5</SrcFldId><DstFldId>7</DstFldId></Move>`;
    const found = texts({
      command: 'MoveItems',
      request: body('Move', 'MoveItems', moving('5:1') + moving('5:2')),
      response: body(
        'Move',
        'MoveItems',
        '<Response><SrcMsgId>5:1</SrcMsgId><Status>3</Status><DstMsgId>7:1</DstMsgId></Response>',
      ),
    });
    expect(found).toEqual([expect.stringContaining('the one with the SrcMsgId “5:2”')]);
  });

  test.each([
    ['Calendar', ['error class-not-echoed: The request names the Class “Email”, and the reply “Calendar”.']],
    ['Email', []],
  ])('the Class %s where mails were asked for', (name, told) => {
    const collection = (inside: string): string =>
      body('AirSync', 'Sync', `<Collections><Collection>${inside}</Collection></Collections>`);
    const found = texts({
      command: 'Sync',
      version: '12.1',
      request: collection('<Class>Email</Class><SyncKey>0</SyncKey><CollectionId>5</CollectionId>'),
      response: collection(
        `<Class>${name}</Class><SyncKey>1</SyncKey><CollectionId>5</CollectionId><Status>1</Status>`,
      ),
    });
    expect(found).toEqual(told.map((text) => expect.stringContaining(text) as string));
  });

  test('a Status that is on no list', () => {
    const response = body('FolderHierarchy', 'FolderSync', '<Status>200</Status>');
    expect(texts({ command: 'FolderSync', request: folderSync('0'), response })).toEqual([
      expect.stringContaining('warning unknown-status: Status 200 is on no list'),
    ]);
  });
});

describe('a key refused that was just handed out', () => {
  const collection = (key: string, more = ''): string =>
    body(
      'AirSync',
      'Sync',
      `<Collections><Collection><SyncKey>${key}</SyncKey><CollectionId>5</CollectionId>${more}</Collection></Collections>`,
    );
  const round: readonly Exchange[] = [
    { command: 'Sync', request: collection('0'), response: collection('1', '<Status>1</Status>') },
    {
      command: 'Sync',
      request: collection('1', '<GetChanges/>'),
      response: collection('0', '<Status>3</Status>'),
    },
  ];

  test.each([
    ['once, as a server may that lost what it kept', round, ['warning response key-refused-at-once']],
    [
      'again and again',
      [...round, ...round],
      ['error response key-refused-at-once', 'warning response key-refused-at-once'],
    ],
  ])('%s', (_, exchanges, expected) => {
    expect(told(...exchanges).filter((one) => one.includes('key-refused'))).toEqual(expected);
  });
});

describe('what only a history shows', () => {
  const tree = (key: string, answer: string): Exchange => ({
    command: 'FolderSync',
    request: folderSync(key),
    response: body('FolderHierarchy', 'FolderSync', answer),
  });
  const lost = tree('1', '<Status>9</Status>');
  const collection = (key: string, more = ''): string =>
    body(
      'AirSync',
      'Sync',
      `<Collections><Collection><SyncKey>${key}</SyncKey><CollectionId>5</CollectionId>${more}</Collection></Collections>`,
    );
  const sent = `<Commands><Add><ClientId>c1</ClientId><ApplicationData><e:To>a@example.test</e:To></ApplicationData></Add></Commands>`;
  const taken = (status: string, id = ''): string =>
    `<Responses><Add><ClientId>c1</ClientId>${id}<Status>${status}</Status></Add></Responses>`;
  const ID = '<ServerId>5:8</ServerId>';
  const echo = `<Commands><Add>${ID}<ApplicationData><e:To>a@example.test</e:To><e:DateReceived>2026-01-05T09:00:00.000Z</e:DateReceived></ApplicationData></Add></Commands>`;
  const round = (key: string, next: string, asked: string, answered: string): Exchange => ({
    command: 'Sync',
    request: collection(key, asked),
    response: collection(next, `<Status>1</Status>${answered}`),
  });

  test.each<[string, Exchange[], string[]]>([
    ['a key of the tree that is refused once', [LIST, lost], ['warning response key-refused-at-once']],
    [
      'and again',
      [LIST, lost, LIST, lost],
      ['error response key-refused-at-once', 'warning response key-refused-at-once'],
    ],
    ['one that was not the last', [LIST, tree('1', '<Status>1</Status><SyncKey>2</SyncKey>'), lost], []],
    [
      'an item of the phone that comes back to it',
      [round('1', '2', sent, taken('1', ID)), round('2', '3', '<GetChanges/>', echo)],
      ['warning response added-again'],
    ],
    [
      'even with its answer',
      [round('1', '2', sent, taken('1', ID) + echo)],
      ['warning response added-again'],
    ],
    [
      'one of another that has the id which was not given',
      [round('1', '2', sent, taken('6')), round('2', '3', '<GetChanges/>', echo)],
      [],
    ],
  ])('%s', (_, exchanges, expected) => {
    const wanted = /key-refused|added-again/;
    expect(told(...exchanges).filter((one) => wanted.test(one))).toEqual(expected);
  });
});

describe('folders that are emptied', () => {
  const empty = (id: string, status = ''): string =>
    `<EmptyFolderContents>${status}<A:CollectionId>${id}</A:CollectionId></EmptyFolderContents>`;
  const operations = (inside: string): string => body('ItemOperations', 'ItemOperations', inside);
  const answer = (...ids: readonly string[]): string =>
    operations(
      `<Status>1</Status><Response>${ids.map((id) => empty(id, '<Status>1</Status>')).join('')}</Response>`,
    );
  const request = operations(empty('3') + empty('4'));

  test.each<[string, string, string[]]>([
    ['each is answered', answer('3', '4'), []],
    ['one is not', answer('3'), ['warning response unanswered-item']],
    ['another is', answer('3', '9'), ['error response other-item']],
  ])('%s', (_, response, expected) => {
    expect(told({ command: 'ItemOperations', request, response })).toEqual(expected);
  });
});

test.each([
  { name: 'AllowBluetooth', right: '2', wrong: '3' },
  { name: 'MaxCalendarAgeFilter', right: '4', wrong: '1' },
  { name: 'MaxEmailAgeFilter', right: '5', wrong: '6' },
  { name: 'RequireEncryptionSMIMEAlgorithm', right: '4', wrong: '5' },
  { name: 'AllowSMIMEEncryptionAlgorithmNegotiation', right: '2', wrong: '-1' },
])('$name of a policy may be $right, not $wrong', ({ name, right, wrong }) => {
  const policy = (value: string): string =>
    body(
      'Provision',
      'Provision',
      `<Status>1</Status><Policies><Policy><PolicyType>MS-EAS-Provisioning-WBXML</PolicyType><Status>1</Status><PolicyKey>7</PolicyKey><Data><EASProvisionDoc><${name}>${value}</${name}></EASProvisionDoc></Data></Policy></Policies>`,
    );
  expect(told({ command: 'Provision', response: policy(right) })).toEqual([]);
  expect(told({ command: 'Provision', response: policy(wrong) })).toEqual(['error response wrong-value']);
});

test.each([
  ['14.1', 'error'],
  ['16.1', 'warning'], // a draft that was sent off has no id
])('an Add answered without an id at %s', (version, severity) => {
  const response = body(
    'AirSync',
    'Sync',
    '<Collections><Collection><SyncKey>2</SyncKey><CollectionId>5</CollectionId><Status>1</Status><Responses><Add><ClientId>c1</ClientId><Status>1</Status></Add></Responses></Collection></Collections>',
  );
  const [found] = examine(talkOf([{ command: 'Sync', version, response }]));
  expect(`${found?.severity} ${found?.rule}`).toBe(`${severity} answer-without-server-id`);
});
