/** What an unmodified server in daily use does against a rule, and how loud a checker should be about it. */
export interface Deviation {
  /** Row of the fact table; from DEV-27 on of no table. */
  id: string;
  server: string;
  versions: string;
  /** The rule it breaks: its id. */
  rule: string;
  /** `Page:Name` of the element it is seen in. */
  parent?: string;
  /** `Page:Name`s of the elements that break the rule there; any where absent. */
  elements?: readonly string[];
  /** The value that breaks the rule; any where absent. */
  value?: string;
  advice: 'error' | 'warning' | 'note';
  /** How phones take it, as a clause. */
  phones: string;
  source: string;
}

const DAILY = 'iPhones work with it every day';

/** How Exchange Server 2016 puts its replies together where something failed, or where there is nothing to say. */
const EXCHANGE = { server: 'Exchange', versions: '2.5-16.1' } as const;

/**
 * Found by running every recorded reply of Z-Push 2.7.1 and SOGo 5.8.0 through the content models. No recorded reply
 * of Exchange shows any; what its code writes in rare cases stands at the end. Only those that a rule can meet.
 */
export const deviations: readonly Deviation[] = [
  {
    id: 'DEV-01',
    server: 'SOGo',
    versions: '14.0-14.1',
    rule: 'class-in-collection',
    advice: 'note',
    phones: 'an iPhone took it at 14.1',
    source: 'MS-ASCMD R6292',
  },
  {
    id: 'DEV-02',
    server: 'SOGo',
    versions: '14.0-14.1',
    rule: 'not-in-version',
    parent: 'GetItemEstimate:Collection',
    elements: ['GetItemEstimate:Class'],
    advice: 'note',
    phones: 'so does Z-Push, and phones do not ask for estimates',
    source: 'MS-ASCMD R6262, R6264',
  },
  {
    id: 'DEV-03',
    server: 'SOGo',
    versions: '12.1-14.1',
    rule: 'wrong-order',
    parent: 'AirSyncBase:Body',
    advice: 'note',
    phones: DAILY,
    source: 'MS-ASAIRS R112',
  },
  {
    id: 'DEV-04',
    server: 'SOGo',
    versions: '12.1',
    rule: 'not-in-version',
    parent: 'AirSyncBase:Body',
    elements: ['AirSyncBase:Preview'],
    advice: 'note',
    phones: 'phones take it',
    source: 'MS-ASAIRS R1261',
  },
  {
    id: 'DEV-05',
    server: 'SOGo',
    versions: '2.5-12.1',
    rule: 'not-in-version',
    elements: ['Email:Categories'],
    advice: 'note',
    phones: 'phones take it',
    source: 'MS-ASEMAIL R1159',
  },
  {
    id: 'DEV-06',
    server: 'SOGo',
    versions: '2.5',
    rule: 'not-in-version',
    elements: [
      'Email:Flag',
      'Email:ContentClass',
      'AirSyncBase:NativeBodyType',
      'AirSyncBase:Body',
      'Calendar:AttendeeStatus',
      'Calendar:AttendeeType',
    ],
    advice: 'note',
    phones: 'no iPhone speaks 2.5 today',
    source: 'MS-ASWBXML, columns of versions',
  },
  {
    id: 'DEV-07',
    server: 'SOGo',
    versions: '2.5-12.1',
    rule: 'not-in-version',
    elements: [
      'Email:DisallowNewTimeProposal',
      'Calendar:DisallowNewTimeProposal',
      'Calendar:ResponseRequested',
      'Calendar:ResponseType',
    ],
    advice: 'note',
    phones: 'phones take it',
    source: 'MS-ASEMAIL and MS-ASCAL, version rows',
  },
  {
    id: 'DEV-08',
    server: 'SOGo',
    versions: '2.5-14.1',
    rule: 'wrong-order',
    parent: 'Email:MeetingRequest',
    advice: 'note',
    phones: DAILY,
    source: 'sequence of Email.xsd',
  },
  {
    id: 'DEV-09',
    server: 'SOGo',
    versions: '2.5-14.1',
    rule: 'wrong-order',
    parent: 'Move:Response',
    advice: 'note',
    phones: 'phones take it',
    source: 'response schema of MoveItems; MS-ASCMD R2493',
  },
  {
    id: 'DEV-09',
    server: 'SOGo',
    versions: '2.5-14.1',
    rule: 'wrong-order',
    parent: 'MeetingResponse:Result',
    advice: 'note',
    phones: 'phones take it',
    source: 'response schema of MeetingResponse; MS-ASCMD R2509',
  },
  {
    id: 'DEV-10',
    server: 'SOGo',
    versions: '12.1-14.1',
    rule: 'missing-child',
    parent: 'Settings:UserInformation',
    elements: ['Settings:Status'],
    advice: 'note',
    phones: 'phones are thought to go on',
    source: 'MS-ASCMD R4382, R2758',
  },
  {
    id: 'DEV-12',
    server: 'SOGo',
    versions: '2.5',
    rule: 'empty-collections',
    advice: 'error',
    phones: 'old iPhones crashed',
    source: 'MS-ASCMD R5851; comment of SOGo',
  },
  {
    id: 'DEV-15',
    server: 'Z-Push',
    versions: '12.1-14.1',
    rule: 'wrong-value',
    parent: 'Provision:EASProvisionDoc',
    elements: ['Provision:MaxAttachmentSize'],
    value: '-1',
    advice: 'note',
    phones: 'phones take it: it is in its default policy',
    source: 'MS-ASPROV R240: a number without sign, or empty',
  },
  {
    id: 'DEV-16',
    server: 'Z-Push',
    versions: '14.1',
    rule: 'wrong-order',
    parent: 'Provision:Provision',
    advice: 'note',
    phones: 'phones take it',
    source: 'response schema of Provision',
  },
  ...['FolderCreate', 'FolderDelete', 'FolderUpdate'].map((command): Deviation => ({
    id: 'DEV-17',
    server: 'Z-Push',
    versions: '2.5-14.1',
    rule: 'child-despite-failure',
    parent: `FolderHierarchy:${command}`,
    elements: ['FolderHierarchy:SyncKey'],
    advice: 'note',
    phones: 'no harm is known',
    source: 'MS-ASCMD R4570, R5785',
  })),
  {
    id: 'DEV-18',
    server: 'Z-Push',
    versions: '2.5-14.1',
    rule: 'incomplete-collection',
    parent: 'AirSync:Collection',
    elements: ['AirSync:SyncKey'],
    advice: 'note',
    phones: 'phones are thought to go back to key 0',
    source: 'MS-ASCMD R2842',
  },
  {
    id: 'DEV-19',
    server: 'Z-Push',
    versions: '2.5-14.1',
    rule: 'unreadable-date',
    parent: 'Tasks:Recurrence',
    elements: ['Tasks:Start'],
    advice: 'warning',
    phones: 'what phones do about it is not known',
    source: 'MS-ASTASK R271',
  },
  {
    id: 'DEV-20',
    server: 'Z-Push',
    versions: '2.5-14.1',
    rule: 'unexpected-child',
    parent: 'Calendar:Exception',
    elements: ['Calendar:UID'],
    advice: 'note',
    phones: 'phones take it',
    source: 'MS-ASCAL R241 to R2107 list no UID',
  },
  {
    id: 'DEV-21',
    server: 'Z-Push',
    versions: '2.5-14.1',
    rule: 'not-text',
    advice: 'error',
    phones: 'phones reject the whole reply',
    source: 'MS-ASWBXML R804',
  },
  {
    id: 'DEV-22',
    server: 'Z-Push',
    versions: '2.5-14.1',
    rule: 'answer-without-server-id',
    parent: 'AirSync:Add',
    advice: 'error',
    phones: 'phones are thought to send the item again',
    source: 'MS-ASCMD R759',
  },
  {
    id: 'DEV-25',
    server: 'Z-Push',
    versions: '2.5-14.1',
    rule: 'moved-with-failure',
    parent: 'Move:Response',
    advice: 'note',
    phones: 'what phones do about it is not known',
    source: 'MS-ASCMD, Status(MoveItems)',
  },
  {
    id: 'DEV-25',
    server: 'Z-Push',
    versions: '2.5-14.1',
    rule: 'unknown-status',
    parent: 'MeetingResponse:Result',
    advice: 'note',
    phones: 'what phones do about it is not known',
    source: 'MS-ASCMD, Status(MeetingResponse)',
  },
  {
    id: 'DEV-10',
    server: 'SOGo',
    versions: '12.1-14.1',
    rule: 'unanswered-setting',
    advice: 'note',
    phones: 'phones are thought to go on',
    source: 'MS-ASCMD R4382',
  },
  {
    id: 'DEV-11',
    server: 'SOGo',
    versions: '12.1-14.1',
    rule: 'device-information-unanswered',
    advice: 'note',
    phones: 'it asks for no policy, so phones do not come to it',
    source: 'MS-ASPROV 2.2.2.53',
  },
  {
    id: 'DEV-13',
    server: 'SOGo',
    versions: '12.1-14.1',
    rule: 'empty-reply-to-key-0',
    advice: 'warning',
    phones: 'phones are thought to ask again',
    source: 'MS-ASCMD R4599',
  },
  {
    id: 'DEV-14',
    server: 'SOGo',
    versions: '2.5-14.1',
    rule: 'key-not-moved-on',
    advice: 'warning',
    phones: 'iPhones go on, but a reply that is lost loses items',
    source: 'MS-ASCMD R4603, R5034',
  },
  {
    id: 'DEV-23',
    server: 'Z-Push, SOGo', // SOGo: of signed mails only
    versions: '12.1-14.1',
    rule: 'unasked-body-type',
    advice: 'warning',
    phones: 'phones show the source text of such a body',
    source: 'MS-ASAIRS, BodyPreference',
  },
  {
    id: 'DEV-24',
    server: 'Z-Push, SOGo',
    versions: '12.1-14.1',
    rule: 'body-over-limit',
    advice: 'note',
    phones: 'phones are thought to show it',
    source: 'MS-ASAIRS R180',
  },
  {
    ...EXCHANGE,
    id: 'DEV-27',
    rule: 'incomplete-collection',
    parent: 'AirSync:Collection',
    elements: ['AirSync:CollectionId'],
    advice: 'note',
    phones: 'the Status is all there is to it',
    source: 'MS-ASCMD R1403',
  },
  ...['Add', 'Change'].map((operation): Deviation => ({
    ...EXCHANGE,
    id: 'DEV-28',
    rule: 'missing-child',
    parent: `AirSync:${operation}`,
    elements: ['AirSync:ApplicationData'],
    advice: 'warning',
    phones: 'the response schema of Sync allows it, and a phone learns nothing from it',
    source: 'MS-ASCMD R1040, R1148; response schema of Sync',
  })),
  {
    ...EXCHANGE,
    id: 'DEV-29',
    rule: 'missing-child',
    parent: 'Move:Response',
    elements: ['Move:SrcMsgId'],
    advice: 'note',
    phones: 'it means the whole request then',
    source: 'MS-ASCMD R2493',
  },
  {
    id: 'DEV-30',
    server: 'Z-Push',
    versions: '12.1-14.1',
    rule: 'wrong-result-range',
    parent: 'Search:Store',
    advice: 'note',
    phones: 'phones show what stands there',
    source: 'MS-ASCMD 2.2.3.143.3; recorded address list searches',
  },
  {
    id: 'DEV-31',
    server: 'SOGo',
    versions: '12.1-14.1',
    rule: 'unanswered-item',
    parent: 'MeetingResponse:MeetingResponse',
    advice: 'note',
    phones: 'the answer to a meeting that was declined, and phones go on',
    source: 'MS-ASCMD, Result(MeetingResponse); recorded answers',
  },
  // Recorded at each version, of a series that recurs each year; Horde’s setRecurrence does it each month, too.
  ...['Calendar', 'Tasks'].map((page): Deviation => ({
    id: 'DEV-32',
    server: 'Z-Push',
    versions: '2.5-16.1',
    rule: 'missing-beside-value',
    parent: `${page}:Recurrence`,
    elements: [`${page}:DayOfMonth`, `${page}:MonthOfYear`],
    advice: 'warning',
    phones: 'what phones do about it is not known',
    source: 'MS-ASCAL 2.2.2.14, 2.2.2.29',
  })),
];

/**
 * The deviation that fits a broken rule, or `undefined`.
 * @param parent `Page:Name` of the element the fault is in
 * @param element `Page:Name` of the element at fault
 * @param value its text, where the fault is in that
 */
export function deviationFor(
  rule: string,
  parent?: string,
  element?: string,
  value?: string,
): Deviation | undefined {
  return deviations.find(
    (row) =>
      row.rule === rule &&
      (row.parent === undefined || row.parent === parent) &&
      (row.elements === undefined || (element !== undefined && row.elements.includes(element))) &&
      (row.value === undefined || row.value === value),
  );
}
