import type { DocumentType } from '../types.ts';
import { prov10 } from './prov-1.0.ts';

/**
 * Client Provisioning 1.0 as Windows Mobile 5 to 6.5 speaks it: with queries and errors on a tag page of its own, and
 * pieces of registry paths on a value page.
 * @see the documentation of Windows Mobile
 */
export const provWindowsMobile: DocumentType = {
  ...prov10,
  id: 'prov-1.0-windows-mobile',
  title: 'Client Provisioning 1.0 (Windows Mobile)',
  tagPages: [
    ...prov10.tagPages,
    {
      page: 200,
      tags: [
        [0x20, 'characteristic-query'],
        [0x21, 'parm-query'],
        [0x22, 'nocharacteristic'],
        [0x23, 'noparm'],
        [0x24, 'characteristic-error'],
        [0x25, 'parm-error'],
        [0x26, 'characteristic-query-error'],
        [0x27, 'parm-query-error'],
        [0x28, 'nocharacteristic-error'],
        [0x29, 'noparm-error'],
      ],
    },
  ],
  attributePages: [
    ...(prov10.attributePages ?? []),
    {
      page: 201,
      values: [
        [0x85, 'HKCU\\'],
        [0x86, 'HKLM\\'],
        [0x87, 'HKCR\\'],
        [0x88, 'ControlPanel\\'],
        [0x89, 'Inbox\\'],
        [0x8a, 'Software\\'],
        [0x8b, 'Microsoft\\'],
        [0x8c, 'Windows'],
        [0x8d, 'Phone'],
        [0x8e, 'AirSync\\'],
        [0x8f, 'Settings'],
        [0x90, 'MessengerService\\'],
        [0x91, 'Default'],
        [0x92, 'Timeout'],
        [0x93, 'Security'],
        [0x94, 'Sound'],
        [0x95, 'Sounds'],
        [0x96, 'Policies'],
        [0x97, 'Policy'],
      ],
    },
  ],
};
