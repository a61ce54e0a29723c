import { keyOf, vocabularyOf } from '../../doctypes/index.ts';

/** A token table that is known to be in use, and wrong. */
export interface KnownTable {
  title: string;
  source: string;
  /** The code page it is written on. */
  page: number;
  /** What its codes mean to whoever uses it: code, and `Page:Name` of the element. */
  codes: readonly (readonly [code: number, name: string])[];
}

const row = (first: number, page: string, names: string): (readonly [number, string])[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name, i) => [first + i, `${page}:${name}`] as const);

/**
 * Wrong tables that were met. They only give a name a better chance: what a reading proposes must fit by its
 * structure and its values all the same.
 */
export const knownTables: readonly KnownTable[] = [
  {
    title: 'a table of mail properties in the order in which people list them',
    source: 'seen in a home-made server, 2025',
    page: 2,
    codes: [
      ...row(0x0f, 'Email', 'Subject From To DateReceived DisplayTo ThreadTopic Importance Read'),
      [0x1c, 'Email:MessageClass'],
      [0x1f, 'AirSyncBase:NativeBodyType'],
    ],
  },
  {
    title: 'a table of the policies in an order of its own',
    source: 'an ActiveSync library in Go, page 14 from 0e on',
    page: 14,
    codes: [
      [0x0e, 'Provision:AllowBluetooth'],
      ...row(
        0x10,
        'Provision',
        'AlphanumericDevicePasswordRequired AttachmentsEnabled DevicePasswordEnabled',
      ),
      ...row(0x13, 'Provision', 'DevicePasswordExpiration DevicePasswordHistory'),
      ...row(
        0x18,
        'Provision',
        'AllowStorageCard AllowCamera RequireDeviceEncryption AllowUnsignedApplications',
      ),
      ...row(0x1c, 'Provision', 'AllowUnsignedInstallationPackages MinDevicePasswordLength'),
      ...row(
        0x1e,
        'Provision',
        'MaxInactivityTimeDeviceLock MaxDevicePasswordFailedAttempts MaxAttachmentSize',
      ),
      [0x21, 'Provision:AllowSimpleDevicePassword'],
      ...row(0x23, 'Provision', 'AllowWiFi AllowTextMessaging AllowPOPIMAPEmail AllowIrDA'),
      [0x27, 'Provision:RequireManualSyncWhenRoaming'],
      ...row(0x29, 'Provision', 'MaxCalendarAgeFilter AllowHTMLEmail MaxEmailAgeFilter'),
      ...row(0x2c, 'Provision', 'MaxEmailBodyTruncationSize MaxEmailHTMLBodyTruncationSize'),
      ...row(0x2e, 'Provision', 'RequireSignedSMIMEMessages RequireEncryptedSMIMEMessages'),
      ...row(0x30, 'Provision', 'RequireSignedSMIMEAlgorithm RequireEncryptionSMIMEAlgorithm'),
      ...row(0x32, 'Provision', 'AllowSMIMEEncryptionAlgorithmNegotiation AllowSMIMESoftCerts AllowBrowser'),
      ...row(0x35, 'Provision', 'AllowConsumerEmail AllowRemoteDesktop AllowInternetSharing'),
      ...row(
        0x38,
        'Provision',
        'UnapprovedInROMApplicationList ApplicationName ApprovedApplicationList Hash',
      ),
    ],
  },
  {
    title: 'a table that closes the gap in the numbers of Find',
    source: 'an ActiveSync library in Go, table of page 25',
    page: 25,
    codes: row(0x1a, 'Find', 'MaxPictures MaxSize Picture'),
  },
  {
    title: 'a table that names one date twice and so moves what follows by one',
    source: 'a network analyser, table of page 19',
    page: 19,
    codes: row(0x09, 'DocumentLibrary', 'CreationDate LastModifiedDate'),
  },
];

/** The elements that the known tables give a page and code: its key, the table, and the key they mean. */
export function knownReadings(tables: readonly KnownTable[]): ReadonlyMap<number, readonly KnownReading[]> {
  const vocabulary = vocabularyOf('activesync');
  const found = new Map<number, KnownReading[]>();
  for (const table of tables) {
    for (const [code, name] of table.codes) {
      const [space = '', local = ''] = name.split(':');
      const page = vocabulary?.namespacePage(space);
      const right = page === undefined ? undefined : vocabulary?.tagCode(page, local);
      if (page === undefined || right === undefined) continue;
      const key = keyOf(table.page, code);
      found.set(key, [...(found.get(key) ?? []), { table, key: keyOf(page, right) }]);
    }
  }
  return found;
}

export interface KnownReading {
  table: KnownTable;
  key: number;
}
