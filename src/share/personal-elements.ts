/** A kind of personal thing, in the words a person is told. */
export interface PersonalKind {
  id: string;
  one: string;
  many: string;
  /** Elements whose text is one, as `Namespace:Name`; a name alone stands for every page. */
  elements?: readonly string[];
}

/** In the order in which they are told. What is found in other ways has no elements. */
export const PERSONAL_KINDS = [
  {
    id: 'secret',
    one: 'password or token',
    many: 'passwords or tokens',
    elements: ['Settings:Password', 'Search:Password', 'ItemOperations:Password'],
  },
  { id: 'address', one: 'address', many: 'addresses' },
  {
    id: 'name',
    one: 'name',
    many: 'names',
    elements: [
      ...['FileAs', 'FirstName', 'LastName', 'MiddleName', 'Spouse', 'Child', 'AssistantName', 'Alias'],
      ...['YomiFirstName', 'YomiLastName', 'YomiCompanyName', 'ManagerName', 'NickName', 'AccountName'],
      ...[
        'OrganizerName',
        'DisplayTo',
        'DisplayCc',
        'DisplayBcc',
        'UserDisplayName',
        'UserName',
        'FriendlyName',
      ],
      ...['Gal:DisplayName', 'ResolveRecipients:DisplayName', 'ResolveRecipients:To'],
      ...['Calendar:Name', 'ComposeMail:Name', 'Email2:UmCallerID'],
    ],
  },
  { id: 'subject', one: 'subject', many: 'subjects', elements: ['Subject', 'ThreadTopic'] },
  {
    id: 'text',
    one: 'text of a message or note',
    many: 'texts of messages or notes',
    elements: [
      ...['AirSyncBase:Data', 'AirSyncBase:Content', 'AirSyncBase:Annotation', 'Preview', 'Body', 'MIMEData'],
      ...['ComposeMail:Mime', 'ItemOperations:Data', 'ReplyMessage', 'UmUserNotes', 'CompressedRTF'],
    ],
  },
  {
    id: 'file',
    one: 'name of an attachment',
    many: 'names of attachments',
    elements: ['AttName', 'AirSyncBase:DisplayName', 'Email:DisplayName', 'Calendar:DisplayName'],
  },
  { id: 'folder', one: 'folder name', many: 'folder names', elements: ['FolderHierarchy:DisplayName'] },
  {
    id: 'phone',
    one: 'phone number',
    many: 'phone numbers',
    elements: [
      ...['AssistantPhoneNumber', 'Business2PhoneNumber', 'BusinessFaxNumber', 'BusinessPhoneNumber'],
      ...['CarPhoneNumber', 'Home2PhoneNumber', 'HomeFaxNumber', 'HomePhoneNumber', 'MobilePhoneNumber'],
      ...['PagerNumber', 'RadioPhoneNumber', 'CompanyMainPhone', 'PhoneNumber', 'MMS'],
      ...['Gal:Phone', 'Gal:HomePhone', 'Gal:MobilePhone'],
    ],
  },
  {
    id: 'place',
    one: 'place',
    many: 'places',
    elements: [
      ...['Location', 'OfficeLocation', 'Office', 'Street', 'City', 'PostalCode', 'Latitude', 'Longitude'],
      ...['BusinessAddressStreet', 'BusinessAddressCity', 'BusinessAddressPostalCode'],
      ...['HomeAddressStreet', 'HomeAddressCity', 'HomeAddressPostalCode'],
      ...['OtherAddressStreet', 'OtherAddressCity', 'OtherAddressPostalCode'],
    ],
  },
  { id: 'birthday', one: 'birthday', many: 'birthdays', elements: ['Birthday', 'Anniversary'] },
  {
    id: 'picture',
    one: 'picture',
    many: 'pictures',
    elements: ['Contacts:Picture', 'Gal:Data', 'ResolveRecipients:Data'],
  },
  {
    id: 'search',
    one: 'search text',
    many: 'search texts',
    elements: ['FreeText', 'Search:Query', 'Find:Query'],
  },
  { id: 'device', one: 'device id', many: 'device ids', elements: ['IMEI'] },
  { id: 'account', one: 'account name', many: 'account names' },
] as const satisfies readonly PersonalKind[];

export type PersonalId = (typeof PERSONAL_KINDS)[number]['id'];
