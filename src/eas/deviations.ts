/** What an unmodified server in daily use does against a rule, and how loud a checker should be about it. */
export interface Deviation {
  /** Row of the fact table. */
  id: string;
  server: string;
  versions: string;
  /** The rule it breaks: its id. */
  rule: string;
  /** `Page:Name` of the element it is seen in. */
  parent?: string;
  /** `Page:Name`s of the elements that break the rule there; any where absent. */
  elements?: readonly string[];
  advice: 'error' | 'warning' | 'note';
  /** How phones take it, as a clause. */
  phones: string;
  source: string;
}

const DAILY = 'iPhones work with it every day';

/**
 * Found by running every recorded reply of Z-Push 2.7.1 and SOGo 5.8.0 through the content models. Real Exchange
 * servers show none. Only those that Sync, FolderSync and their rules meet.
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
    id: 'DEV-12',
    server: 'SOGo',
    versions: '2.5',
    rule: 'empty-collections',
    advice: 'error',
    phones: 'old iPhones crashed',
    source: 'MS-ASCMD R5851; comment of SOGo',
  },
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
];

/**
 * The deviation that fits a broken rule, or `undefined`.
 * @param parent `Page:Name` of the element the fault is in
 * @param element `Page:Name` of the element at fault
 */
export function deviationFor(rule: string, parent?: string, element?: string): Deviation | undefined {
  return deviations.find(
    (row) =>
      row.rule === rule &&
      (row.parent === undefined || row.parent === parent) &&
      (row.elements === undefined || (element !== undefined && row.elements.includes(element))),
  );
}
