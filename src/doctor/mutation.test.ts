import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import type { Side } from '../conversation/index.ts';
import { smallestMessage, type ProtocolVersion } from '../eas/index.ts';
import { bytesToXml, xmlToBytes } from '../xml/index.ts';
import { rules } from './all-rules.ts';
import { examineMessage } from './examination.ts';

const SAMPLES = join(import.meta.dirname, '../../samples');

/** What is put in the place of what, the first time it stands there. */
type Swap = readonly [find: string | RegExp, put: string];

/** A clean message, how it is changed, and the one rule that then fires. */
interface Row {
  rule: string;
  /** A sample that was recorded from a real server, or `Command side` for one made from the content model. */
  of: string;
  /** The same content with more in it than the model asks for. */
  made?: string;
  /** Changes of its XML text. */
  xml?: readonly Swap[];
  /** A change of its bytes as hex. */
  hex?: Swap;
  version?: ProtocolVersion;
  command?: string;
}

const REPLY = 'exchange-sync-reply/sync-response';
const FIRST = 'exchange-sync-request/sync-request';
const REQUEST = 'zpush-14-1/133-Sync-request';
const MAIL = 'zpush-14-1/135-Sync-response';
const MAILS = 'zpush-14-1/028-Sync-response';
const FOLDERS = 'zpush-14-1/015-FolderSync-response';
const ESTIMATE = 'zpush-14-1/023-GetItemEstimate-response';
const POLICY = 'zpush-14-1/008-Provision-response';
const TAKEN = 'zpush-14-1/008-Provision-request';
const PING = 'zpush-14-1/134-Ping-response';
const FETCHED = 'zpush-14-1/143-ItemOperations-response';

const ZONE = `${'A'.repeat(230)}==`;
/** No appointment is among the samples. */
const APPOINTMENT = `<Sync xmlns="AirSync" xmlns:calendar="Calendar"><Collections><Collection>
  <SyncKey>2</SyncKey><CollectionId>1</CollectionId><Status>1</Status>
  <Commands><Add><ServerId>1:1</ServerId><ApplicationData>
    <calendar:Timezone>${ZONE}</calendar:Timezone><calendar:DtStamp>20260105T090000Z</calendar:DtStamp>
    <calendar:StartTime>20260105T090000Z</calendar:StartTime><calendar:EndTime>20260105T100000Z</calendar:EndTime>
    <calendar:Subject>x</calendar:Subject><calendar:UID>1</calendar:UID><calendar:MeetingStatus>0</calendar:MeetingStatus>
    <calendar:Exceptions><calendar:Exception><calendar:Deleted>1</calendar:Deleted>
      <calendar:ExceptionStartTime>20260105T090000Z</calendar:ExceptionStartTime></calendar:Exception></calendar:Exceptions>
  </ApplicationData></Add></Commands></Collection></Collections></Sync>`;

/** Nor is a search that found something, or a question for free times. */
const HITS = `<Search xmlns="Search" xmlns:gal="GAL"><Status>1</Status><Response><Store><Status>1</Status>
  <Result><Properties><gal:DisplayName>A</gal:DisplayName></Properties></Result>
  <Result><Properties><gal:DisplayName>B</gal:DisplayName></Properties></Result>
  <Range>0-1</Range><Total>2</Total></Store></Response></Search>`;
const BUSY = `<ResolveRecipients xmlns="ResolveRecipients"><To>a</To><Options><Availability>
  <StartTime>2026-01-01T00:00:00.000Z</StartTime><EndTime>2026-01-02T00:00:00.000Z</EndTime>
  </Availability></Options></ResolveRecipients>`;
const NOTE = `<Sync xmlns="AirSync" xmlns:notes="Notes"><Collections><Collection>
  <SyncKey>2</SyncKey><CollectionId>1</CollectionId><Status>1</Status>
  <Commands><Add><ServerId>1:1</ServerId><ApplicationData>
    <notes:Subject>x</notes:Subject><notes:MessageClass>IPM.StickyNote</notes:MessageClass>
  </ApplicationData></Add></Commands></Collection></Collections></Sync>`;

/** An invitation to a meeting of its own. */
const invitation = (more: string, zone = ZONE): string =>
  `<Email:MeetingRequest><Email:DtStamp>2026-11-22T09:00:00.000Z</Email:DtStamp><Email:InstanceType>0</Email:InstanceType>${more}<Email:TimeZone>${zone}</Email:TimeZone><Email:GlobalObjId>1</Email:GlobalObjId></Email:MeetingRequest>`;

const after = (tag: string, put: string): Swap => [tag, `${tag}${put}`];
const COLLECTION = /<Collection>.*<\/Collection>/s;

const rows: readonly Row[] = [
  // the format
  { rule: 'truncated', of: REPLY, hex: [/4e03310001010101$/, '4e0331'] },
  { rule: 'too-large', of: REPLY, hex: ['5203320001', '52c3ffffffffff'] },
  { rule: 'missing-end', of: REPLY, hex: [/01$/, ''] },
  { rule: 'after-root', of: REPLY, hex: [/$/, '01'] },
  { rule: 'no-root', of: REPLY, hex: [/455c.*/, ''] },
  { rule: 'long-number', of: REPLY, hex: [/^0301/, '038001'] },
  { rule: 'not-in-attributes', of: REPLY, hex: [/4b03/, 'cb43'] },
  { rule: 'value-before-start', of: REPLY, hex: [/4b03/, 'cb03'] },
  { rule: 'empty-attributes', of: REPLY, hex: [/4b03/, 'cb0103'] },
  { rule: 'unknown-attribute', of: REPLY, hex: [/4b03/, 'cb050103'] },
  { rule: 'unknown-value', of: REPLY, hex: [/^03016a00455c4f4b/, '03016a026100455c4fcb04008501'] },
  { rule: 'unknown-version', of: REPLY, hex: [/^03/, '04'] },
  { rule: 'unknown-charset', of: REPLY, hex: [/^03016a/, '03017f'] },
  { rule: 'unknown-type', of: REPLY, hex: [/^0301/, '037f'] },
  { rule: 'unknown-tag', of: REPLY, hex: ['4e03310001', '4e033100017f03310001'] },
  { rule: 'unknown-page', of: REPLY, hex: ['4e03310001', '4e0331000100634503310001'] },
  { rule: 'not-text', of: REPLY, hex: ['5203320001', '5203e90001'] },
  { rule: 'not-a-character', of: REPLY, hex: ['5203320001', '52020001'] },
  { rule: 'outside-table', of: REPLY, hex: ['5203320001', '52830501'] },
  { rule: 'unterminated-table', of: REPLY, hex: [/^03016a00/, '03016a026162'] },
  // ActiveSync has no version 1.0: this one is for the types that do.
  { rule: 'opaque-in-1.0', of: 'si-push/push', hex: [/^02056a/, '0005'] },
  { rule: 'foreign-header', of: REPLY, hex: [/^03/, '02'] },
  { rule: 'redundant-switch-page', of: REPLY, hex: [/^03016a00/, '03016a000000'] },
  { rule: 'string-table', of: REPLY, hex: [/^03016a00(.*)5203320001/, '03016a023200$152830001'] },
  { rule: 'foreign-token', of: REPLY, hex: ['5203320001', '52023201'] },
  { rule: 'attribute-list', of: REPLY, hex: [/^03016a00455c4f4b/, '03016a026100455c4fcb040001'] },
  { rule: 'control-character', of: MAIL, hex: ['50696e67206d61696c', '50696e67076d61696c'] },
  { rule: 'foreign-page', of: MAIL, hex: ['00114a46', '000e4a46'] },
  { rule: 'not-wbxml', of: REPLY, hex: [/^.*$/, '3c68746d6c3e3c2f68746d6c3e'] },
  { rule: 'no-body', of: REPLY, hex: [/^.*$/, ''] },

  // what stands where
  { rule: 'wrong-root', of: 'zpush-14-1/003-FolderSync-request', hex: ['0007', ''], command: 'FolderSync' },
  { rule: 'synckey-under-sync', of: REPLY, xml: [['<Collections>', '<SyncKey>7</SyncKey><Collections>']] },
  { rule: 'request-only-tag', of: REPLY, xml: [after('<Status>1</Status>', '<GetChanges/>')] },
  {
    rule: 'response-only-tag',
    of: REQUEST,
    xml: [['<DeletesAsMoves>', '<Status>1</Status><DeletesAsMoves>']],
  },
  { rule: 'legacy-tag', of: FIRST, hex: [/010101$/, '00005f03780001010101'] },
  { rule: 'unexpected-child', of: REPLY, xml: [after('<Collections>', '<Status>1</Status>')] },
  {
    rule: 'repeated-child',
    of: REPLY,
    xml: [after('<CollectionId>2</CollectionId>', '<CollectionId>3</CollectionId>')],
  },
  {
    rule: 'exclusive-children',
    of: REQUEST,
    xml: [after('</Collections>', '<Wait>5</Wait><HeartbeatInterval>300</HeartbeatInterval>')],
  },
  {
    rule: 'child-despite-failure',
    of: 'FolderCreate response',
    xml: [['<Status>1</Status>', '<Status>2</Status>']],
  },
  { rule: 'incomplete-collection', of: REPLY, xml: [['<Status>1</Status>', '']] },
  { rule: 'missing-child', of: FOLDERS, xml: [['<Type>2</Type>', '']] },
  {
    rule: 'missing-in-version',
    of: 'Sync response',
    made: APPOINTMENT,
    xml: [['<calendar:ExceptionStartTime>20260105T090000Z</calendar:ExceptionStartTime>', '']],
  },
  {
    rule: 'wrong-order',
    of: FIRST,
    xml: [['<SyncKey>0</SyncKey>', ''], after('</CollectionId>', '<SyncKey>0</SyncKey>')],
  },
  { rule: 'empty-collections', of: REPLY, xml: [[COLLECTION, '']] },
  { rule: 'empty-commands', of: MAIL, xml: [[/<Commands>.*<\/Commands>/s, '<Commands></Commands>']] },
  { rule: 'empty-responses', of: REPLY, xml: [after('<Status>1</Status>', '<Responses></Responses>')] },
  { rule: 'empty-container', of: REQUEST, xml: [[/<Options>.*<\/Options>/s, '<Options></Options>']] },
  {
    rule: 'mixed-classes',
    of: MAIL,
    xml: [after('<ApplicationData>', '<Calendar:Location>x</Calendar:Location>')],
  },
  { rule: 'text-in-container', of: REPLY, xml: [after('<Collections>', 'x')] },
  {
    rule: 'content-in-empty-tag',
    of: MAILS,
    xml: [['<MoreAvailable/>', '<MoreAvailable>1</MoreAvailable>']],
  },
  { rule: 'element-in-value', of: REPLY, xml: [['<CollectionId>2', '<CollectionId>2<GetChanges/>']] },
  { rule: 'class-in-collection', of: REPLY, xml: [after('<Collection>', '<Class>Email</Class>')] },
  {
    rule: 'not-in-version',
    of: MAIL,
    xml: [after('<email:Read>0</email:Read>', '<email2:IsDraft>0</email2:IsDraft>')],
  },

  // values
  { rule: 'unreadable-date', of: MAIL, xml: [['2026-11-22T09:00:00.000Z', '20261122T090000Z']] },
  { rule: 'wrong-type', of: MAIL, xml: [['<email:Read>0', '<email:Read>false']] },
  { rule: 'wrong-value', of: MAIL, xml: [['<email:Importance>1', '<email:Importance>7']] },
  { rule: 'wrong-length', of: REPLY, xml: [['1997433074', '1'.repeat(65)]] },
  { rule: 'wrong-time-zone', of: 'Sync response', made: APPOINTMENT, xml: [[ZONE, 'AAAA']] },
  { rule: 'opaque-value', of: MAIL, xml: [['<email:Read>0', '<email:Read><![CDATA[0]]>']] },
  { rule: 'empty-value', of: MAIL, xml: [['<email:Importance>1', '<email:Importance>']] },
  { rule: 'no-date-received', of: MAIL, xml: [[/<email:DateReceived>.*?<\/email:DateReceived>/, '']] },
  {
    rule: 'no-native-body-type',
    of: MAIL,
    xml: [['<airsyncbase:NativeBodyType>1</airsyncbase:NativeBodyType>', '']],
  },
  {
    rule: 'no-meeting-status',
    of: 'Sync response',
    made: APPOINTMENT,
    xml: [['<calendar:MeetingStatus>0</calendar:MeetingStatus>', '']],
  },
  {
    rule: 'missing-beside-value',
    of: MAIL,
    xml: [after('<email:Status>0</email:Status>', '<Tasks:ReminderSet>1</Tasks:ReminderSet>')],
  },
  {
    rule: 'ruled-out-by-value',
    of: MAIL,
    xml: [
      after(
        '<email:Read>0</email:Read>',
        invitation('<Email:RecurrenceId>2026-11-22T09:00:00.000Z</Email:RecurrenceId>'),
      ),
    ],
  },
  {
    rule: 'reversed-times',
    of: MAIL,
    xml: [
      after(
        '<email:Status>0</email:Status>',
        '<Tasks:StartDate>2026-11-22T09:00:00.000Z</Tasks:StartDate><Tasks:DueDate>2026-11-21T09:00:00.000Z</Tasks:DueDate>',
      ),
    ],
  },
  {
    rule: 'all-day-with-time',
    of: 'Sync response',
    made: APPOINTMENT,
    xml: [after('</calendar:Timezone>', '<calendar:AllDayEvent>1</calendar:AllDayEvent>')],
  },
  {
    rule: 'impossible-time-zone',
    of: MAIL,
    xml: [after('<email:Read>0</email:Read>', invitation('', ZONE.replace('AAAAAA', 'ZZZZZZ')))],
  },
  {
    rule: 'wrong-note-class',
    of: 'Sync response',
    made: NOTE,
    xml: [['IPM.StickyNote', 'IPM.Note']],
  },
  {
    rule: 'address-with-scheme',
    of: 'Sync response',
    made: APPOINTMENT,
    xml: [
      after(
        '</calendar:Timezone>',
        '<calendar:OrganizerEmail>mailto:a@example.test</calendar:OrganizerEmail>',
      ),
    ],
  },
  { rule: 'data-over-size', of: MAIL, xml: [['EstimatedDataSize>244<', 'EstimatedDataSize>24<']] },
  {
    rule: 'truncated-without-size',
    of: MAIL,
    xml: [
      ['<airsyncbase:EstimatedDataSize>244</airsyncbase:EstimatedDataSize>', ''],
      ['<airsyncbase:Truncated>0', '<airsyncbase:Truncated>1'],
    ],
  },

  // keys and Status
  { rule: 'zero-key', of: REPLY, xml: [['1997433074', '0']] },
  { rule: 'key-on-failure', of: FOLDERS, xml: [['<Status>1', '<Status>9']] },
  { rule: 'unknown-status', of: ESTIMATE, xml: [['<Status>1', '<Status>77']] },
  { rule: 'status-not-in-version', of: ESTIMATE, xml: [['<Status>1', '<Status>142']], version: '12.1' },
  { rule: 'status-under-sync', of: REPLY, xml: [['<Collections>', '<Status>1</Status><Collections>']] },
  { rule: 'misplaced-status', of: REPLY, xml: [['<Status>1', '<Status>12']] },
  {
    rule: 'collections-beside-failure',
    of: REPLY,
    xml: [['<Collections>', '<Status>12</Status><Collections>']],
  },
  { rule: 'wrong-limit', of: REPLY, xml: [[/<Collections>.*<\/Collections>/s, '<Status>14</Status>']] },
  { rule: 'commands-with-key-error', of: MAIL, xml: [['<Status>1', '<Status>3']] },

  // requests
  {
    rule: 'commands-with-key-0',
    of: FIRST,
    xml: [after('</Options>', '<Commands><Delete><ServerId>1:1</ServerId></Delete></Commands>')],
  },
  { rule: 'getchanges-with-key-0', of: FIRST, xml: [after('</CollectionId>', '<GetChanges/>')] },
  { rule: 'partial-alone', of: REQUEST, xml: [[/<Collections>.*<\/Collections>/s, '<Partial/>']] },
  {
    rule: 'doubled-options',
    of: REQUEST,
    xml: [after('</Options>', '<Options><FilterType>3</FilterType></Options>')],
  },
  {
    rule: 'too-many-operations',
    of: REQUEST,
    xml: [
      after('</Options>', `<Commands>${'<Fetch><ServerId>1:1</ServerId></Fetch>'.repeat(201)}</Commands>`),
    ],
  },
  {
    rule: 'mime-as-text',
    of: 'zpush-14-1/176-SendMail-request',
    xml: [[/<!\[CDATA\[.*\]\]>/s, 'To: b@example.test']],
  },
  { rule: 'half-acknowledgement', of: TAKEN, xml: [['<Status>1</Status>', '']] },
  { rule: 'wrong-policy-type', of: TAKEN, xml: [['MS-EAS-Provisioning-WBXML', 'MS-WAP-Provisioning-XML']] },
  {
    rule: 'provision-without-device',
    of: 'zpush-14-1/004-Provision-request',
    xml: [[/<settings:DeviceInformation>.*<\/settings:DeviceInformation>/s, '']],
  },

  // answers
  {
    rule: 'answer-without-server-id',
    of: REPLY,
    xml: [
      after(
        '<Status>1</Status>',
        '<Responses><Add><ClientId>1</ClientId><Status>1</Status></Add></Responses>',
      ),
    ],
  },
  {
    rule: 'conflict-without-change',
    of: REPLY,
    xml: [
      after(
        '<Status>1</Status>',
        '<Responses><Change><ServerId>1</ServerId><Status>7</Status></Change></Responses>',
      ),
    ],
  },
  { rule: 'item-added-twice', of: MAILS, xml: [['<ServerId>808<', '<ServerId>807<']] },
  { rule: 'more-without-changes', of: REPLY, xml: [after('<Status>1</Status>', '<MoreAvailable/>')] },
  { rule: 'wrong-folder-count', of: FOLDERS, xml: [['<Count>11', '<Count>12']] },
  {
    rule: 'folder-added-twice',
    of: FOLDERS,
    xml: [[/(<ServerId>)([^<]*)(<.*?<ServerId>)[^<]*/s, '$1$2$3$2']],
  },
  { rule: 'doubled-default-folder', of: FOLDERS, xml: [['<Type>12', '<Type>2']] },
  { rule: 'policy-without-key', of: POLICY, xml: [[/<PolicyKey>.*?<\/PolicyKey>/, '']] },
  { rule: 'policy-key-zero', of: POLICY, xml: [[/<PolicyKey>.*?</, '<PolicyKey>0<']] },
  { rule: 'unusable-policy-key', of: POLICY, xml: [[/<PolicyKey>/, '<PolicyKey>9999999999']] },
  { rule: 'remote-wipe', of: POLICY, xml: [after('</Policies>', '<RemoteWipe/>')] },
  { rule: 'provision-refuses-itself', of: POLICY, xml: [['<Status>1', '<Status>142']] },
  { rule: 'folders-without-change', of: PING, xml: [['<Status>2', '<Status>1']] },
  { rule: 'ping-without-folders', of: PING, xml: [[/<Folders>.*<\/Folders>/s, '']] },
  { rule: 'ping-without-limit', of: PING, xml: [[/<Status>2.*<\/Folders>/s, '<Status>5</Status>']] },
  {
    rule: 'moved-with-failure',
    of: 'MoveItems response',
    xml: [[/<Status>\d+<\/Status>/, '<Status>1</Status><DstMsgId>1:1</DstMsgId>']],
  },
  {
    rule: 'unencoded-data',
    of: FETCHED,
    xml: [['</Properties>', '<Data>%PDF-1.7 &lt;&lt;&gt;&gt;</Data></Properties>']],
  },
  { rule: 'success-without-result', of: FETCHED, xml: [[/<Properties>.*<\/Properties>/s, '']] },
  {
    rule: 'wrong-result-range',
    of: 'Search response',
    made: HITS,
    xml: [['<Range>0-1', '<Range>0-0']],
  },

  // requests of the other commands
  {
    rule: 'incomplete-request',
    of: 'zpush-14-1/143-ItemOperations-request',
    xml: [[/<airsync:ServerId>.*?<\/airsync:ServerId>/, '']],
  },
  {
    rule: 'estimate-with-key-0',
    of: 'zpush-14-1/023-GetItemEstimate-request',
    xml: [[/SyncKey>[^<]*</, 'SyncKey>0<']],
  },
  {
    rule: 'too-short-span',
    of: 'ResolveRecipients request',
    made: BUSY,
    xml: [['2026-01-02T00', '2025-01-02T00']],
  },
];

const sideOf = (of: string): Side => (of.endsWith('request') ? 'request' : 'response');
const isGenerated = ({ of }: Row): boolean => !of.includes('/');

/** The message before it is changed. */
function clean({ of, made, version = '14.1' }: Row): Uint8Array {
  if (made !== undefined) return xmlToBytes(made);
  if (of.includes('/')) return new Uint8Array(readFileSync(join(SAMPLES, `${of}.wbxml`)));
  const [command = '', side] = of.split(' ');
  return smallestMessage(command, side === 'request' ? side : 'response', version) ?? new Uint8Array();
}

function changed(row: Row, bytes: Uint8Array): Uint8Array {
  const put = (text: string, [find, by]: Swap): string => {
    expect(text, `${row.rule}: ${String(find)}`).toMatch(find);
    return text.replace(find, by);
  };
  if (row.hex) return fromHex(put(toHex(bytes), row.hex)) ?? new Uint8Array();
  return xmlToBytes((row.xml ?? []).reduce(put, bytesToXml(bytes)));
}

function found({ of, version = '14.1', command }: Row, bytes: Uint8Array): string[] {
  const readAs = { side: sideOf(of), version, ...(command !== undefined && { command }) };
  return [...new Set(examineMessage({ bytes, readAs }).findings.map(({ rule }) => rule))];
}

describe.each(rows)('$rule, on $of', (row) => {
  const before = clean(row);

  test('is not told of the clean message, which has no error', () => {
    expect(found(row, before)).not.toContain(row.rule);
    const readAs = { side: sideOf(row.of), version: row.version ?? '14.1' };
    const loud = examineMessage({ bytes: before, readAs }).findings.filter(
      ({ severity }) => severity !== 'note',
    );
    expect(loud).toEqual([]);
  });

  test('is told of the changed one, and nothing else is', () => {
    const known = found(row, before);
    expect(found(row, changed(row, before)).filter((rule) => !known.includes(rule))).toEqual([row.rule]);
  });
});

test('every rule about one message has a row', () => {
  const wanted = rules().filter(({ scope }) => scope === 'message');
  expect(new Set(rows.map(({ rule }) => rule))).toEqual(new Set(wanted.map(({ id }) => id)));
});

test('most rows change a recorded message', () => {
  const generated = rows.filter(isGenerated).map(({ rule }) => rule);
  console.log(`${rows.length} mutations; of messages that were made, not recorded: ${generated.join(', ')}`);
  expect(generated.length).toBeLessThan(rows.length / 10);
});
