import { describe, expect, test } from 'vitest';
import type { Side } from '../conversation/index.ts';
import { xmlToBytes } from '../xml/index.ts';
import { examine } from './examine.ts';

// What servers and clients in daily use write, rebuilt with invented data: the doctor must not call it wrong.

const SYNC = '<Sync xmlns="AirSync" xmlns:b="AirSyncBase" xmlns:e="Email">';
const collection = (inside: string): string =>
  `${SYNC}<Collections><Collection>${inside}</Collection></Collections></Sync>`;
const answered = (inside: string): string =>
  collection(`<SyncKey>2</SyncKey><CollectionId>5</CollectionId><Status>1</Status>${inside}`);

const added = (more: string): string =>
  `<b:Add><b:ClientId>p1</b:ClientId><b:Method>1</b:Method><b:Content><![CDATA[x]]></b:Content><b:DisplayName>a</b:DisplayName>${more}</b:Add>`;

/** What is found in one message: severity and rule, notes left out unless asked for. */
function found(side: Side, version: string, xml: string, notes = false): string[] {
  const message = { bytes: xmlToBytes(xml), readAs: { version, side } };
  return examine({ format: 1, title: '', exchanges: [{ id: 'a', [side]: message }] })
    .filter(({ severity }) => notes || severity !== 'note')
    .map(({ severity, rule }) => `${severity} ${rule}`);
}

describe('nothing is wrong with', () => {
  test.each<[string, Side, string, string]>([
    [
      'an attachment of a draft, sent without a type',
      'request',
      '16.1',
      collection(
        '<SyncKey>2</SyncKey><CollectionId>4</CollectionId><Commands><Add><ClientId>1</ClientId><ApplicationData><e:To>a@example.com</e:To><b:Attachments><b:Add><b:ClientId>p1</b:ClientId><b:Method>1</b:Method><b:Content><![CDATA[plain]]></b:Content><b:DisplayName>a.txt</b:DisplayName></b:Add></b:Attachments></ApplicationData></Add></Commands>',
      ),
    ],
    [
      'the answer to a change that brought an attachment',
      'response',
      '16.1',
      answered(
        '<Responses><Change><ServerId>4:1</ServerId><Status>1</Status><ApplicationData><b:Attachments><b:Attachment><b:ClientId>p1</b:ClientId><b:FileReference>4%3a1%3a0</b:FileReference></b:Attachment></b:Attachments></ApplicationData></Change></Responses>',
      ),
    ],
    [
      'text messages that are fetched and that leave the time span',
      'response',
      '14.1',
      answered(
        '<Responses><Fetch><Class>SMS</Class><ServerId>5:1</ServerId><Status>8</Status></Fetch></Responses><Commands><SoftDelete><Class>SMS</Class><ServerId>5:2</ServerId></SoftDelete></Commands>',
      ),
    ],
    [
      'MoreAvailable before Responses',
      'response',
      '14.1',
      answered(
        '<MoreAvailable/><Responses><Fetch><ServerId>5:1</ServerId><Status>8</Status></Fetch></Responses><Commands><Delete><ServerId>5:2</ServerId></Delete></Commands>',
      ),
    ],
    [
      'Responses before MoreAvailable',
      'response',
      '14.1',
      answered(
        '<Responses><Fetch><ServerId>5:1</ServerId><Status>8</Status></Fetch></Responses><MoreAvailable/><Commands><Delete><ServerId>5:2</ServerId></Delete></Commands>',
      ),
    ],
    [
      'ConversationMode before Options in an estimate',
      'request',
      '14.1',
      '<GetItemEstimate xmlns="GetItemEstimate" xmlns:a="AirSync"><Collections><Collection><a:SyncKey>1</a:SyncKey><CollectionId>5</CollectionId><a:ConversationMode>1</a:ConversationMode><a:Options><a:FilterType>2</a:FilterType></a:Options></Collection></Collections></GetItemEstimate>',
    ],
    [
      'an invitation at 16.1: no TimeZone, and a reminder of two weeks, in seconds',
      'response',
      '16.1',
      answered(
        '<Commands><Add><ServerId>5:1</ServerId><ApplicationData><e:From>a@example.com</e:From><e:Subject>s</e:Subject><e:DateReceived>2026-01-05T09:00:00.000Z</e:DateReceived><e:MeetingRequest><e:AllDayEvent>0</e:AllDayEvent><e:StartTime>2026-01-19T09:00:00.000Z</e:StartTime><e:DtStamp>2026-01-05T09:00:00.000Z</e:DtStamp><e:EndTime>2026-01-19T10:00:00.000Z</e:EndTime><e:InstanceType>0</e:InstanceType><b:Location><b:DisplayName>Room 1</b:DisplayName></b:Location><e:Reminder>1209600</e:Reminder></e:MeetingRequest></ApplicationData></Add></Commands>',
      ),
    ],
    [
      'addresses of which the first one stands first',
      'response',
      '14.1',
      '<Settings xmlns="Settings"><Status>1</Status><UserInformation><Status>1</Status><Get><Accounts><Account><EmailAddresses><PrimarySmtpAddress>a@example.com</PrimarySmtpAddress><SMTPAddress>b@example.com</SMTPAddress></EmailAddresses></Account></Accounts></Get></UserInformation></Settings>',
    ],
    [
      'a list of recipients with a picture, short certificates and times, as Exchange has them',
      'response',
      '14.1',
      '<ResolveRecipients xmlns="ResolveRecipients"><Status>1</Status><Response><To>a</To><Status>1</Status><RecipientCount>1</RecipientCount><Recipient><Type>1</Type><DisplayName>A</DisplayName><EmailAddress>a@example.com</EmailAddress><Picture><Status>173</Status></Picture><Certificates><Status>1</Status><CertificateCount>2</CertificateCount><RecipientCount>2</RecipientCount><MiniCertificate>AQID</MiniCertificate><MiniCertificate>BAUG</MiniCertificate></Certificates><Availability><Status>1</Status><MergedFreeBusy>00220</MergedFreeBusy></Availability></Recipient></Response></ResolveRecipients>',
    ],
    [
      'a folder that could not be emptied because none was named',
      'response',
      '14.1',
      '<ItemOperations xmlns="ItemOperations"><Status>1</Status><Response><EmptyFolderContents><Status>2</Status></EmptyFolderContents></Response></ItemOperations>',
    ],
    ...[
      ['Sync', 'AirSync'],
      ['FolderSync', 'FolderHierarchy'],
      ['MoveItems', 'Move'],
      ['GetItemEstimate', 'GetItemEstimate'],
      ['MeetingResponse', 'MeetingResponse'],
      ['Search', 'Search'],
      ['Settings', 'Settings'],
      ['Ping', 'Ping'],
      ['ItemOperations', 'ItemOperations'],
      ['ResolveRecipients', 'ResolveRecipients'],
      ['ValidateCert', 'ValidateCert'],
      ['SendMail', 'ComposeMail'],
      ['Find', 'Find'],
    ].map(([root = '', page = '']): [string, Side, string, string] => [
      `a code that refuses the whole ${root}`,
      'response',
      '14.1',
      `<${root} xmlns="${page}"><Status>142</Status></${root}>`,
    ]),
  ])('%s', (_, side, version, xml) => {
    const isFind = xml.startsWith('<Find');
    expect(found(side, isFind ? '16.1' : version, xml, true)).toEqual([]);
  });
});

describe('what working servers write is no error', () => {
  test.each<[string, string, string[]]>([
    [
      'a failure without key and id',
      collection('<Status>4</Status>'),
      ['note incomplete-collection', 'note incomplete-collection'],
    ],
    [
      'a key that is refused without saying of which folder',
      collection('<SyncKey>0</SyncKey><Status>3</Status>'),
      ['error incomplete-collection'],
    ],
    [
      'a stale folder list told in the Collection',
      collection('<SyncKey>2</SyncKey><CollectionId>5</CollectionId><Status>12</Status>'),
      ['warning misplaced-status'],
    ],
    [
      'a folder that is gone, told in the Collection alone',
      collection('<Status>8</Status>'),
      ['warning misplaced-status', 'note incomplete-collection', 'note incomplete-collection'],
    ],
    [
      'another common code there',
      collection('<SyncKey>2</SyncKey><CollectionId>5</CollectionId><Status>142</Status>'),
      ['error misplaced-status'],
    ],
    [
      'a change of which nothing is told',
      answered('<Commands><Change><ServerId>5:2</ServerId></Change></Commands>'),
      ['warning missing-child'],
    ],
    [
      'a change whose properties stand under another tag',
      answered('<Commands><Change><ServerId>5:2</ServerId><Collection/></Change></Commands>'),
      ['error missing-child', 'error unexpected-child'],
    ],
    [
      'a refused MoveItems that names no item',
      '<MoveItems xmlns="Move"><Response><Status>5</Status></Response></MoveItems>',
      ['note missing-child'],
    ],
    [
      'an invitation without TimeZone at 14.1',
      answered(
        '<Commands><Change><ServerId>5:1</ServerId><ApplicationData><e:MeetingRequest><e:DtStamp>2026-01-05T09:00:00.000Z</e:DtStamp><e:GlobalObjId>1</e:GlobalObjId></e:MeetingRequest></ApplicationData></Change></Commands>',
      ),
      ['error missing-in-version'],
    ],
    [
      'a folder that was emptied, but which',
      '<ItemOperations xmlns="ItemOperations"><Status>1</Status><Response><EmptyFolderContents><Status>1</Status></EmptyFolderContents></Response></ItemOperations>',
      ['error missing-child'],
    ],
    [
      'a MeetingResponse without anything',
      '<MeetingResponse xmlns="MeetingResponse"/>',
      ['error empty-container'],
    ],
  ])('%s', (_, xml, expected) => {
    expect(found('response', '14.1', xml, true)).toEqual(expected);
  });

  test.each<[string, Side, string, string[]]>([
    [
      'an attachment without its method and size',
      'response',
      answered(
        '<Commands><Change><ServerId>5:1</ServerId><ApplicationData><b:Attachments><b:Attachment><b:FileReference>f</b:FileReference></b:Attachment></b:Attachments></ApplicationData></Change></Commands>',
      ),
      ['error missing-child', 'error missing-child'],
    ],
    [
      'an attachment that is added, in a reply',
      'response',
      answered(
        `<Commands><Change><ServerId>5:1</ServerId><ApplicationData><b:Attachments>${added('<b:IsInline/>')}</b:Attachments></ApplicationData></Change></Commands>`,
      ),
      ['error request-only-tag'],
    ],
    [
      'an attachment that is listed, in a request',
      'request',
      collection(
        '<SyncKey>2</SyncKey><CollectionId>4</CollectionId><Commands><Change><ServerId>4:1</ServerId><ApplicationData><b:Attachments><b:Attachment><b:FileReference>f</b:FileReference><b:Method>1</b:Method><b:EstimatedDataSize>1</b:EstimatedDataSize></b:Attachment></b:Attachments></ApplicationData></Change></Commands>',
      ),
      ['error response-only-tag'],
    ],
    [
      'a picture in the text, said in three ways',
      'request',
      collection(
        `<SyncKey>2</SyncKey><CollectionId>4</CollectionId><Commands><Change><ServerId>4:1</ServerId><ApplicationData><b:Attachments>${added('<b:IsInline/>')}${added('<b:IsInline>1</b:IsInline>')}${added('<b:IsInline>0</b:IsInline>')}</b:Attachments></ApplicationData></Change></Commands>`,
      ),
      [],
    ],
    [
      'a reply to no mail',
      'request',
      '<SmartReply xmlns="ComposeMail"><ClientId>1</ClientId><Source/><Mime><![CDATA[x]]></Mime></SmartReply>',
      ['error empty-container'],
    ],
    [
      'a folder that was made and has no id',
      'response',
      '<FolderCreate xmlns="FolderHierarchy"><Status>1</Status><SyncKey>2</SyncKey></FolderCreate>',
      ['error missing-child'],
    ],
    [
      'a folder that could not be made',
      'response',
      '<FolderCreate xmlns="FolderHierarchy"><Status>2</Status></FolderCreate>',
      [],
    ],
  ])('at 16.1, %s', (_, side, xml, expected) => {
    expect(found(side, '16.1', xml, true)).toEqual(expected);
  });

  test('a phone makes no UID from 16.0 on', () => {
    const add = (xml: string): string =>
      collection(
        `<SyncKey>2</SyncKey><CollectionId>1</CollectionId><Commands><Add><ClientId>1</ClientId><ApplicationData xmlns:c="Calendar"><c:Subject>s</c:Subject>${xml}</ApplicationData></Add></Commands>`,
      );
    expect(found('request', '16.1', add('<c:ClientUid>u1</c:ClientUid>'), true)).toEqual([]);
    expect(found('request', '14.1', add('<c:UID>u1</c:UID>'), true)).toEqual([]);
    expect(found('request', '16.1', add('<c:UID>u1</c:UID>'))).toEqual(['warning not-in-version']);
  });

  test('an attachment that has a new name is none of 14.1', () => {
    const xml = answered(
      '<Responses><Change><ServerId>4:1</ServerId><Status>1</Status><ApplicationData><e:Read>1</e:Read></ApplicationData></Change></Responses>',
    );
    expect(found('response', '14.1', xml, true)).toEqual(['note not-in-version']);
  });
});
