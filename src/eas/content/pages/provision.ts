import type { ChildRow, PageContent } from '../types.ts';
import { BYTE, UNSIGNED, integer, numbers, text, words } from '../value-types.ts';

const settings = (names: string): ChildRow[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name): ChildRow => [name, '0-1']);

/** Code page 14: policies, and what a phone must obey. */
export const provisionContent: PageContent = {
  page: 'Provision',
  document: 'MS-ASPROV',
  values: {
    PolicyType: {
      ...words('MS-WAP-Provisioning-XML', 'MS-EAS-Provisioning-WBXML'),
      // MS-ASPROV R965, R966
      versions: { 'MS-WAP-Provisioning-XML': '2.5', 'MS-EAS-Provisioning-WBXML': '12.0-16.1' },
    },
    PolicyKey: text(1),
    MinDevicePasswordLength: { ...BYTE, mayBeEmpty: true },
    MaxInactivityTimeDeviceLock: { ...UNSIGNED, mayBeEmpty: true },
    MaxDevicePasswordFailedAttempts: { ...BYTE, mayBeEmpty: true },
    MaxAttachmentSize: { ...UNSIGNED, mayBeEmpty: true },
    DevicePasswordExpiration: { ...UNSIGNED, mayBeEmpty: true },
    DevicePasswordHistory: UNSIGNED,
    MinDevicePasswordComplexCharacters: BYTE,
    AllowBluetooth: numbers(0, 1, 2),
    MaxCalendarAgeFilter: numbers(0, 4, 5, 6, 7),
    MaxEmailAgeFilter: numbers(0, 1, 2, 3, 4, 5),
    MaxEmailBodyTruncationSize: integer(),
    MaxEmailHTMLBodyTruncationSize: integer(),
    RequireSignedSMIMEAlgorithm: numbers(0, 1),
    RequireEncryptionSMIMEAlgorithm: numbers(0, 1, 2, 3, 4),
    AllowSMIMEEncryptionAlgorithmNegotiation: numbers(0, 1, 2),
  },
  contents: {
    EASProvisionDoc: {
      source: 'MS-ASPROV, EASProvisionDoc',
      order: 'should',
      children: settings(
        `DevicePasswordEnabled AlphanumericDevicePasswordRequired PasswordRecoveryEnabled
         RequireStorageCardEncryption AttachmentsEnabled MinDevicePasswordLength MaxInactivityTimeDeviceLock
         MaxDevicePasswordFailedAttempts MaxAttachmentSize AllowSimpleDevicePassword DevicePasswordExpiration
         DevicePasswordHistory AllowStorageCard AllowCamera RequireDeviceEncryption AllowUnsignedApplications
         AllowUnsignedInstallationPackages MinDevicePasswordComplexCharacters AllowWiFi AllowTextMessaging
         AllowPOPIMAPEmail AllowBluetooth AllowIrDA RequireManualSyncWhenRoaming AllowDesktopSync
         MaxCalendarAgeFilter AllowHTMLEmail MaxEmailAgeFilter MaxEmailBodyTruncationSize
         MaxEmailHTMLBodyTruncationSize RequireSignedSMIMEMessages RequireEncryptedSMIMEMessages
         RequireSignedSMIMEAlgorithm RequireEncryptionSMIMEAlgorithm AllowSMIMEEncryptionAlgorithmNegotiation
         AllowSMIMESoftCerts AllowBrowser AllowConsumerEmail AllowRemoteDesktop AllowInternetSharing
         UnapprovedInROMApplicationList ApprovedApplicationList`,
      ),
    },
    UnapprovedInROMApplicationList: {
      source: 'MS-ASPROV, UnapprovedInROMApplicationList',
      children: [['ApplicationName', '0-*']],
    },
    ApprovedApplicationList: {
      source: 'MS-ASPROV, ApprovedApplicationList',
      children: [['Hash', '0-*']],
    },
  },
};
