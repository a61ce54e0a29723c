import { PERSONAL_KINDS, type PersonalKind } from '../share/index.ts';

/** A kind of thing that is replaced, in the words a person is told. */
export type RedactionKind = Pick<PersonalKind, 'id' | 'one' | 'many'>;

/** The kind of bytes that no decoder reads: what looks like text in them is replaced. */
export const UNREAD = 'unread';

/** Elements of the kinds that links only count, and of those that only redaction knows. */
const MORE: readonly PersonalKind[] = [
  {
    id: 'address',
    one: 'address',
    many: 'addresses',
    elements: [
      ...['Email:To', 'Email:From', 'Email:Cc', 'Email:ReplyTo', 'Email:Organizer', 'Email2:Sender'],
      ...['Email2:Bcc', 'Calendar:Email', 'Calendar:OrganizerEmail', 'ComposeMail:Email'],
      ...['Contacts:Email1Address', 'Contacts:Email2Address', 'Contacts:Email3Address'],
      ...['Contacts2:IMAddress', 'Contacts2:IMAddress2', 'Contacts2:IMAddress3', 'Gal:EmailAddress'],
      ...['ResolveRecipients:EmailAddress', 'Settings:SMTPAddress', 'Settings:PrimarySmtpAddress'],
      ...['RightsManagement:ContentOwner', 'AirNotify:DeviceAddress'],
    ],
  },
  {
    id: 'name',
    one: 'name',
    many: 'names',
    elements: [
      ...['Contacts:CompanyName', 'Contacts:Department', 'Contacts:JobTitle', 'Contacts:Suffix'],
      ...['Contacts:Title', 'Gal:Title', 'Gal:Company', 'DocumentLibrary:DisplayName'],
      ...['Find:DisplayCc', 'Find:DisplayBcc', 'Find:DisplayTo', 'RightsManagement:TemplateName'],
    ],
  },
  {
    id: 'file',
    one: 'name of an attachment',
    many: 'names of attachments',
    elements: ['AirSyncBase:ContentId', 'AirSyncBase:ContentLocation'],
  },
  {
    id: 'text',
    one: 'text of a message or note',
    many: 'texts of messages or notes',
    elements: ['Find:Preview', 'RightsManagement:TemplateDescription'],
  },
  {
    id: 'place',
    one: 'place',
    many: 'places',
    elements: [
      ...['Contacts:BusinessAddressCountry', 'Contacts:BusinessAddressState', 'AirSyncBase:State'],
      ...['Contacts:HomeAddressCountry', 'Contacts:HomeAddressState', 'AirSyncBase:Country'],
      ...['Contacts:OtherAddressCountry', 'Contacts:OtherAddressState', 'AirSyncBase:LocationUri'],
      ...['AirSyncBase:DisplayName', 'AirSyncBase:Altitude'],
    ],
  },
  { id: 'search', one: 'search text', many: 'search texts', elements: ['Search:Value'] },
  {
    id: 'device',
    one: 'device id',
    many: 'device ids',
    elements: ['Settings:FriendlyName', 'AirNotify:DeviceFriendlyName', 'NotifyGUID'],
  },
  {
    id: 'account',
    one: 'account name',
    many: 'account names',
    elements: [
      ...['ComposeMail:AccountId', 'Email2:AccountId', 'Settings:AccountId'],
      ...['Contacts2:CustomerId', 'Contacts2:GovernmentId'],
    ],
  },
  { id: 'label', one: 'label', many: 'labels', elements: ['Category'] },
  {
    id: 'key',
    one: 'sync or policy key',
    many: 'sync and policy keys',
    elements: ['SyncKey', 'PolicyKey'],
  },
  {
    id: 'id',
    one: 'id of a folder or item',
    many: 'ids of folders and items',
    elements: [
      ...['ServerId', 'ParentId', 'CollectionId', 'ClientId', 'UID', 'ClientUid', 'ConversationId'],
      ...['ConversationIndex', 'GlobalObjId', 'AttOid', 'FileReference', 'InstanceId', 'LongId', 'LinkId'],
      ...['SrcMsgId', 'SrcFldId', 'DstFldId', 'DstMsgId', 'CalendarId', 'RequestId', 'FolderId', 'ItemId'],
      ...['SearchId', 'TemplateID', 'AirNotify:Id', 'Ping:Id'],
    ],
  },
  {
    id: 'certificate',
    one: 'certificate',
    many: 'certificates',
    elements: [
      ...['ValidateCert:Certificate', 'ResolveRecipients:Certificate'],
      ...['ResolveRecipients:MiniCertificate'],
    ],
  },
  {
    id: 'server',
    one: 'server or web address',
    many: 'server and web addresses',
    elements: ['WebPage', 'OnlineMeetingConfLink', 'OnlineMeetingExternalLink'],
  },
  { id: 'other', one: 'other text', many: 'other texts' },
  { id: UNREAD, one: 'part that could not be read', many: 'parts that could not be read' },
];

/** Every kind, in the order in which they are told. */
export const REDACTION_KINDS: readonly RedactionKind[] = [
  ...PERSONAL_KINDS,
  ...MORE.filter(({ id }) => !PERSONAL_KINDS.some((known) => known.id === id)),
].map(({ id, one, many }) => ({ id, one, many }));

/**
 * Elements whose text the protocol chooses, not a person: named so that every element with a text is either of a kind
 * or here; a test holds them to it. A name alone stands for every page.
 */
export const PLAIN_ELEMENTS: readonly string[] = [
  ...['Class', 'MessageClass', 'ContentClass', 'FlagType', 'InternetCPID', 'Timezone', 'TimeZone'],
  ...['Until', 'DtStamp', 'StartTime', 'EndTime', 'ExceptionStartTime', 'AppointmentReplyTime'],
  ...['SubOrdinalDate', 'LastModifiedDate', 'ProposedStartTime', 'ProposedEndTime', 'MergedFreeBusy'],
  ...[
    'PolicyType',
    'Hash',
    'ApplicationName',
    'Provision:Data',
    'Search:Name',
    'Range',
    'SubstringOp',
    'ContentType',
  ],
  ...['AirSyncBase:Type', 'Settings:Enabled', 'BodyType', 'Model', 'OS', 'OSLanguage', 'UserAgent'],
  ...['MobileOperator', 'Store', 'ComposeMail:Type', 'Version', 'Status', 'AutdState', 'CarrierProfile'],
  ...['LifeTime', 'Enable', 'Folder', 'Expiry'],
];

function index(): ReadonlyMap<string, string> {
  const kinds = new Map<string, string>();
  const add = (element: string, id: string): void => {
    if (!kinds.has(element)) kinds.set(element, id);
  };
  for (const { id, elements = [] } of [...(PERSONAL_KINDS as readonly PersonalKind[]), ...MORE]) {
    for (const element of elements) add(element, id);
  }
  for (const element of PLAIN_ELEMENTS) add(element, PLAIN);
  return kinds;
}

/** The kind of what the protocol chooses. */
export const PLAIN = 'plain';
const BY_ELEMENT = index();

/** Of what kind the text of an element is; `plain` for the protocol's own words; `undefined` where no table says. */
export function kindOfElement(namespace: string, name: string): string | undefined {
  return BY_ELEMENT.get(`${namespace}:${name}`) ?? BY_ELEMENT.get(name);
}
