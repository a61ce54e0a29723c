const COLLECTION = 'Sync response AirSync:Collection';
const RESPONSES = `${COLLECTION}/AirSync:Responses`;
const BODIES = ['Sync request', 'Sync response', 'Search response', 'ItemOperations response'];
const SENT = ['Add', 'Change'].map(
  (operation) => `Sync request AirSync:${operation}/AirSync:ApplicationData`,
);
const GIVEN = [
  ...['Add', 'Change'].map((operation) => `Sync response AirSync:${operation}/AirSync:ApplicationData`),
  'Search response Search:Result/Search:Properties',
  'ItemOperations response ItemOperations:Fetch/ItemOperations:Properties',
];

/** Where the models say something else than the table, and why. Nothing else may differ. */
export const REVIEWED: readonly { why: string; lines: readonly string[] }[] = [
  {
    why: 'From 16.0 on a phone uploads drafts (MS-ASEMAIL); the request schema at hand is of 14.1.',
    lines: [
      ...onlyHere(
        'Sync request AirSync:Commands/AirSync:Change/AirSync:ApplicationData',
        'To From DateReceived InternetCPID Importance Cc Subject ReplyTo DisplayTo ThreadTopic MessageClass ContentClass',
      ),
      ...onlyHere(
        'Sync request AirSync:Commands/AirSync:Add/AirSync:ApplicationData',
        'Categories Cc Subject ReplyTo DisplayTo ThreadTopic MessageClass ContentClass',
      ),
    ],
  },
  {
    why: 'A Fetch answers with any item, notes and conversations included; the schema forgot them.',
    lines: ['Add', 'Fetch'].flatMap((operation) => {
      const place = `Sync response AirSync:Responses/AirSync:${operation}/AirSync:ApplicationData`;
      return [
        `${place}: AirSyncBase:BodyPart is only here`,
        ...onlyHere(place, 'Subject MessageClass LastModifiedDate Categories', 'Notes'),
      ];
    }),
  },
  {
    why: 'Send is a child of Add and Change in a request (MS-ASEMAIL 2.2.2.69); the schema has it among the properties of an item.',
    lines: [
      'Sync response AirSync:Responses/AirSync:Add/AirSync:ApplicationData',
      'Sync response AirSync:Responses/AirSync:Fetch/AirSync:ApplicationData',
      'Sync response AirSync:Commands/AirSync:Change/AirSync:ApplicationData',
      'Sync response AirSync:Commands/AirSync:Add/AirSync:ApplicationData',
      'ItemOperations response ItemOperations:Response/ItemOperations:Fetch/ItemOperations:Properties',
    ].map((place) => `${place}: no Email2:Send`),
  },
  {
    why: 'Phones are on record that crash on an empty Collections (quirkMinChildren).',
    lines: ['Sync response AirSync:Sync/AirSync:Collections/AirSync:Collection: least 0, here 1'],
  },
  {
    why: 'The note of the row: required unless Forwardees or Body are used, which came with 16.0.',
    lines: ['SmartForward request ComposeMail:SmartForward/ComposeMail:Mime: must be there in 14.0 to 14.1'],
  },
  {
    why: 'The tag itself has a least length of 1, and an empty address is none.',
    lines: [
      'SmartForward request ComposeMail:Forwardees/ComposeMail:Forwardee/ComposeMail:Email: value: "text", here "text 1.."',
    ],
  },
  {
    why: 'The Options are those of Sync (MS-ASCMD R929, R936, R2073, R3430): each once. RTFTruncation is of 2.5, Options here of 14.0.',
    lines: [
      ...[
        ...['FilterType', 'Truncation', 'Class', 'Conflict', 'MIMESupport', 'MIMETruncation', 'MaxItems'].map(
          (name) => `AirSync:${name}`,
        ),
        'AirSyncBase:BodyPartPreference',
        'RightsManagement:RightsManagementSupport',
      ].map(
        (name) =>
          `GetItemEstimate request GetItemEstimate:Collection/AirSync:Options/${name}: most Infinity, here 1`,
      ),
      ...['AirSync:RTFTruncation is only here', 'at least 0 child, here should'].map(
        (what) =>
          `GetItemEstimate request GetItemEstimate:Collections/GetItemEstimate:Collection/AirSync:Options: ${what}`,
      ),
    ],
  },
  {
    why: 'The particle tree of the table is a choice: one asks or sets.',
    lines: [
      'Settings request Settings:Settings/Settings:Oof: exclusive: [], here [["Settings:Get","Settings:Set"]]',
    ],
  },
  {
    why: 'MS-ASAIRS 2.2.2.2 says in words that ContentType is optional; the schema forgot it.',
    lines: BODIES.map(
      (body) => `${body} AirSyncBase:Attachments/AirSyncBase:Add/AirSyncBase:ContentType: least 1, here 0`,
    ),
  },
  {
    why: 'MS-ASCMD 2.2.3.67.2: a change that brought an attachment is answered; what the attachment is called now stands in ApplicationData (MS-ASAIRS 2.2.2.7).',
    lines: [
      `${RESPONSES}/AirSync:Change: AirSync:ApplicationData is only here`,
      `${RESPONSES}/AirSync:Change: the order is another`,
    ],
  },
  {
    why: 'Exchange names the class of a message that is not of its folder’s in every operation.',
    lines: [`${RESPONSES}/AirSync:Fetch`, `${COLLECTION}/AirSync:Commands/AirSync:SoftDelete`].flatMap(
      (place) => [`${place}: AirSync:Class is only here`, `${place}: the order is another`],
    ),
  },
  {
    why: 'Exchange writes MoreAvailable before Responses; the response schema leaves the order free.',
    lines: [
      'Sync response AirSync:Sync/AirSync:Collections/AirSync:Collection: further order: undefined, here [127,[0,1,2,3,5,4,6]]',
    ],
  },
  {
    why: 'The schema of the request (MS-ASCMD 6.20) has ConversationMode before Options.',
    lines: [
      'GetItemEstimate request GetItemEstimate:GetItemEstimate/GetItemEstimate:Collections/GetItemEstimate:Collection: the order is another',
    ],
  },
  {
    why: 'MS-ASCMD 2.2.2: a common code refuses a command as a whole, whichever it is.',
    lines: [
      'MeetingResponse response MeetingResponse:MeetingResponse/MeetingResponse:Result: least 1, here 0',
      ...['MeetingResponse:Status is only here', 'the order is another', 'at least 0 child, here must'].map(
        (what) => `MeetingResponse response MeetingResponse:MeetingResponse: ${what}`,
      ),
    ],
  },
  {
    why: 'Exchange reminds up to two weeks before, told in seconds, and leaves TimeZone out from 16.0 on.',
    lines: [
      'Sync response AirSync:ApplicationData',
      'Search response Search:Properties',
      'ItemOperations response ItemOperations:Properties',
    ].flatMap((place) => [
      `${place}/Email:MeetingRequest/Email:Reminder: value: "integer 0..65535", here "integer 0..4294967295"`,
      `${place}/Email:MeetingRequest/Email:TimeZone: least 1, here 0`,
      `${place}/Email:MeetingRequest/Email:TimeZone: must be there in versions up to 14.1`,
    ]),
  },
  {
    why: 'MS-ASCAL 2.2.2.46, 2.2.2.13: from 16.0 on the server makes the UID, and a phone sends ClientUid.',
    lines: ['Change', 'Add'].map(
      (operation) =>
        `Sync request AirSync:${operation}/AirSync:ApplicationData/Calendar:UID: versions every version, here versions up to 14.1`,
    ),
  },
  {
    why: 'MS-ASAIRS 2.2.2.7, 2.2.2.8: a phone adds and deletes attachments; a server lists them, with method and size.',
    lines: [
      ...['Change', 'Add'].map(
        (operation) =>
          `Sync request AirSync:${operation}/AirSync:ApplicationData/AirSyncBase:Attachments: no AirSyncBase:Attachment`,
      ),
      ...[
        ...['Add', 'Change', 'Fetch'].map(
          (operation) => `Sync response AirSync:${operation}/AirSync:ApplicationData`,
        ),
        'Search response Search:Result/Search:Properties',
        'ItemOperations response ItemOperations:Fetch/ItemOperations:Properties',
      ].flatMap((place) =>
        ['Add', 'Delete'].map((name) => `${place}/AirSyncBase:Attachments: no AirSyncBase:${name}`),
      ),
      ...BODIES.flatMap((body) =>
        ['Method', 'EstimatedDataSize'].map(
          (name) =>
            `${body} AirSyncBase:Attachments/AirSyncBase:Attachment/AirSyncBase:${name}: least 0, here 1`,
        ),
      ),
    ],
  },
  {
    why: 'MS-ASAIRS 2.2.2.26.1 has an empty tag; Exchange takes 1 and 0 in it, too.',
    lines: BODIES.map(
      (body) =>
        `${body} AirSyncBase:Attachments/AirSyncBase:Add/AirSyncBase:IsInline: value: "empty", here "boolean or empty"`,
    ),
  },
  {
    why: 'MS-ASNOTE R53 and MS-ASCNTC, Picture: the schema has a text where these say of what.',
    lines: [
      ...[...SENT, ...GIVEN].flatMap((place) => [
        `${place}/Contacts:Picture: value: "text", here "base64"`,
        `${place}/Notes:LastModifiedDate: value: "text", here "compactDateTime"`,
      ]),
      'Sync response AirSync:Fetch/AirSync:ApplicationData/Contacts:Picture: value: "text", here "base64"',
    ],
  },
  {
    why: 'MS-ASEMAIL R478, R909: required wherever it is known; from 16.0 on a UID stands for it.',
    lines: [
      'Sync response AirSync:ApplicationData',
      'Search response Search:Properties',
      'ItemOperations response ItemOperations:Properties',
    ].map((place) => `${place}/Email:MeetingRequest/Email:GlobalObjId: least 0, here 1`),
  },
  {
    why: 'MS-ASCAL 2.2.2.37: up to 14.1 each series has a Type.',
    lines: [
      'Sync request AirSync:ApplicationData',
      'Sync response AirSync:ApplicationData',
      'Search response Search:Properties',
      'ItemOperations response ItemOperations:Properties',
    ].map((place) => `${place}/Calendar:Recurrence/Calendar:Type: must be there in versions up to 14.1`),
  },
  {
    why: 'An attachment is asked for by its FileReference alone: an empty one names none.',
    lines: BODIES.map(
      (body) =>
        `${body} AirSyncBase:Attachments/AirSyncBase:Attachment/AirSyncBase:FileReference: value: "text", here "text 1.."`,
    ),
  },
  {
    why: 'MS-ASCAL 2.2.2.6: from 16.0 on each guest has a kind.',
    lines: BODIES.map(
      (body) =>
        `${body} Calendar:Attendees/Calendar:Attendee/Calendar:AttendeeType: must be there in 16.0 and later`,
    ),
  },
  {
    why: 'MS-ASCAL 2.2.2.5, 2.2.2.18, 2.2.2.22, 2.2.2.35, 2.2.2.36: not in a request from 16.0 on; the schema at hand is of 14.1.',
    lines: [
      ...SENT.flatMap((place) =>
        ['DtStamp', 'OrganizerName', 'OrganizerEmail'].map(
          (name) => `${place}/Calendar:${name}: versions every version, here versions up to 14.1`,
        ),
      ),
      'Sync request AirSync:Change/AirSync:ApplicationData/Calendar:Exceptions: versions every version, here versions up to 14.1',
      'Sync request Calendar:Attendees/Calendar:Attendee/Calendar:AttendeeStatus: versions 12.0 and later, here 12.0 to 14.1',
    ],
  },
  {
    why: 'An empty Source names nothing.',
    lines: ['SmartForward', 'SmartReply'].map(
      (command) =>
        `${command} request ComposeMail:${command}/ComposeMail:Source: at least 0 child, here must`,
    ),
  },
  {
    why: 'MS-ASCMD 2.2.3.98.4 says in words that a LongId stands alone.',
    lines: ['SmartForward', 'SmartReply'].map(
      (command) =>
        `${command} request ComposeMail:${command}/ComposeMail:Source: exclusive: [], here [["ComposeMail:FolderId","ComposeMail:LongId"],["ComposeMail:ItemId","ComposeMail:LongId"]]`,
    ),
  },
  {
    why: 'A choice of three (MS-ASCMD 2.2.3.12): an OofMessage is for one kind of sender.',
    lines: ['Settings request Settings:Oof/Settings:Set', 'Settings response Settings:Oof/Settings:Get'].map(
      (place) =>
        `${place}/Settings:OofMessage: exclusive: [], here [["Settings:AppliesToInternal","Settings:AppliesToExternalKnown"],["Settings:AppliesToInternal","Settings:AppliesToExternalUnknown"],["Settings:AppliesToExternalKnown","Settings:AppliesToExternalUnknown"]]`,
    ),
  },
  {
    why: 'MS-ASCMD 2.2.3.186.2 lists the types that can be made; the others are those of default folders.',
    lines: [
      'FolderCreate request FolderHierarchy:FolderCreate/FolderHierarchy:Type: value: "integer 0..255", here "numbers 1 12 13 14 15 16 17"',
    ],
  },
  {
    why: 'A folder that was made has an id: the phone has no other way to name it.',
    lines: [
      'FolderCreate response FolderHierarchy:FolderCreate: required when: ["FolderHierarchy:SyncKey Status=1"], here ["FolderHierarchy:SyncKey Status=1","FolderHierarchy:ServerId Status=1"]',
    ],
  },
  {
    why: 'Exchange lists the addresses as it finds them.',
    lines: [
      'Settings request Settings:Oof/Settings:Set',
      'Settings response Settings:UserInformation/Settings:Get',
      'Settings response Settings:Accounts/Settings:Account',
    ].map((place) => `${place}/Settings:EmailAddresses: order kept, here free`),
  },
  {
    why: 'Exchange names no folder in the answer to a request that named none.',
    lines: [
      'ItemOperations response ItemOperations:Response/ItemOperations:EmptyFolderContents/AirSync:CollectionId: least 1, here 0',
      'ItemOperations response ItemOperations:ItemOperations/ItemOperations:Response/ItemOperations:EmptyFolderContents: required when: [], here ["AirSync:CollectionId Status=1"]',
    ],
  },
  {
    why: 'Exchange writes a short certificate for each member of a list, and the picture before certificates and times.',
    lines: [
      'ResolveRecipients response ResolveRecipients:Recipient/ResolveRecipients:Certificates/ResolveRecipients:MiniCertificate: most 1, here Infinity',
      'ResolveRecipients response ResolveRecipients:ResolveRecipients/ResolveRecipients:Response/ResolveRecipients:Recipient: further order: undefined, here [127,[0,1,2,5,4,3]]',
    ],
  },
  {
    why: 'MS-ASPROV lists the values of these policies (sections MaxCalendarAgeFilter, MaxEmailAgeFilter, AllowBluetooth and those of S/MIME algorithms); the table has their types only',
    lines: [
      'AllowBluetooth: value: "integer 0..255", here "numbers 0 1 2"',
      'MaxCalendarAgeFilter: value: "integer 0..4294967295", here "numbers 0 4 5 6 7"',
      'MaxEmailAgeFilter: value: "integer 0..4294967295", here "numbers 0 1 2 3 4 5"',
      'RequireSignedSMIMEAlgorithm: value: "integer", here "numbers 0 1"',
      'RequireEncryptionSMIMEAlgorithm: value: "integer", here "numbers 0 1 2 3 4"',
      'AllowSMIMEEncryptionAlgorithmNegotiation: value: "integer", here "numbers 0 1 2"',
    ].map((line) => `Provision response Provision:Data/Provision:EASProvisionDoc/Provision:${line}`),
  },
];

function onlyHere(place: string, names: string, page = 'Email'): string[] {
  return names.split(' ').map((name) => `${place}: ${page}:${name} is only here`);
}
