import type { PageContent } from '../types.ts';
import { BYTE, COMPACT_DATE, SWITCH, UNSIGNED, integer, numbers, text } from '../value-types.ts';

/** Code page 17: bodies, attachments and places, in every class of item. */
export const airSyncBaseContent: PageContent = {
  page: 'AirSyncBase',
  document: 'MS-ASAIRS',
  values: {
    Type: integer(1, 4),
    TruncationSize: UNSIGNED,
    EstimatedDataSize: UNSIGNED,
    Method: integer(1, 6),
    NativeBodyType: integer(1, 3),
    Status: numbers(1, 176),
    InstanceId: COMPACT_DATE,
  },
  contents: {
    BodyPreference: {
      source: 'MS-ASAIRS, BodyPreference',
      order: 'should',
      children: [
        ['Type', '1'],
        ['TruncationSize', '0-1'],
        ['AllOrNone', '0-1'],
        ['Preview', '0-1', { versions: '14.1-16.1', value: BYTE }],
      ],
    },
    Body: {
      source: 'MS-ASAIRS R112',
      order: 'note',
      children: [
        ['Type', '1'],
        ['EstimatedDataSize', '0-1'],
        ['Truncated', '0-1'],
        ['Data', '0-1'],
        ['ItemOperations:Part', '0-1'],
        ['Preview', '0-1'],
      ],
    },
    Attachments: {
      source: 'MS-ASAIRS, Attachments',
      children: [
        ['Attachment', '0-*'],
        ['Add', '0-*'],
        ['Delete', '0-*'],
      ],
    },
    Attachment: {
      source: 'MS-ASAIRS 2.2.2.7',
      children: [
        ['DisplayName', '0-1'],
        ['FileReference', '1', { value: text(1) }], // it is asked for by nothing else
        ['ClientId', '0-1'],
        ['Method', '1'],
        ['EstimatedDataSize', '1'],
        ['ContentId', '0-1'],
        ['ContentLocation', '0-1'],
        ['IsInline', '0-1'],
        ['Email2:UmAttDuration', '0-1'],
        ['Email2:UmAttOrder', '0-1'],
      ],
    },
    BodyPartPreference: {
      source: 'MS-ASAIRS, BodyPartPreference',
      order: 'should',
      children: [
        ['Type', '1'],
        ['TruncationSize', '0-1'],
        ['AllOrNone', '0-1'],
        ['Preview', '0-1', { value: BYTE }],
      ],
    },
    BodyPart: {
      source: 'MS-ASAIRS, BodyPart',
      order: 'should',
      children: [
        ['Status', '1'],
        ['Type', '1'],
        ['EstimatedDataSize', '1'],
        ['Truncated', '0-1'],
        ['Data', '0-1'],
        ['Preview', '0-1'],
      ],
    },
    Add: {
      source: 'MS-ASAIRS 2.2.2.2',
      children: [
        ['ClientId', '1'],
        ['Method', '1'],
        ['ContentType', '0-1'],
        ['Content', '1'],
        ['DisplayName', '1'],
        ['ContentId', '0-1'],
        ['ContentLocation', '0-1'],
        ['IsInline', '0-1', { value: SWITCH }], // Exchange takes it empty, and as 1 or 0
      ],
    },
    Delete: { source: 'MS-ASAIRS, Delete', children: [['FileReference', '1']] },
    Location: {
      source: 'MS-ASAIRS, Location',
      children: [
        ['DisplayName', '0-1'],
        ['Annotation', '0-1'],
        ['Street', '0-1'],
        ['City', '0-1'],
        ['State', '0-1'],
        ['Country', '0-1'],
        ['PostalCode', '0-1'],
        ['Latitude', '0-1'],
        ['Longitude', '0-1'],
        ['Accuracy', '0-1'],
        ['Altitude', '0-1'],
        ['AltitudeAccuracy', '0-1'],
        ['LocationUri', '0-1'],
      ],
    },
  },
};
