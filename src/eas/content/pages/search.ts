import type { Content, PageContent } from '../types.ts';
import { EMPTY, UNSIGNED, range, text } from '../value-types.ts';

/** What is looked for: a text for the directory, conditions for the mailbox. And and Or hold the same again. */
const QUERY: Content = {
  source: 'MS-ASCMD, Query(Search)',
  mixed: true,
  children: [
    ['And', '0-*'],
    ['Or', '0-*'],
    ['FreeText', '0-*'],
    ['AirSync:Class', '0-*'],
    ['AirSync:CollectionId', '0-*'],
    ['ConversationId', '0-*'],
    ['EqualTo', '0-*'],
    ['GreaterThan', '0-*'],
    ['LessThan', '0-*'],
  ],
};

/** Compares the date of a mail, the only property that can be compared, with a value. */
const COMPARISON: Content = {
  source: 'MS-ASCMD, GreaterThan, LessThan',
  order: 'should',
  children: [
    ['Email:DateReceived', '1', { value: EMPTY }],
    ['Value', '1'],
  ],
};

/** Code page 15: searches in mailbox, directory and files. */
export const searchContent: PageContent = {
  page: 'Search',
  document: 'MS-ASCMD',
  values: {
    Name: text(1, 256),
    Range: range(3),
    Value: text(0, 1024),
    LongId: text(1, 256),
    UserName: text(0, 100),
    Password: text(0, 100),
    MaxSize: UNSIGNED,
    MaxPictures: UNSIGNED,
  },
  contents: {
    Query: QUERY,
    And: QUERY,
    Or: QUERY,
    GreaterThan: COMPARISON,
    LessThan: COMPARISON,
    EqualTo: {
      source: 'MS-ASCMD, EqualTo',
      order: 'should',
      children: [
        ['DocumentLibrary:LinkId', '1'],
        ['Value', '1'],
      ],
    },
    Options: {
      source: 'MS-ASCMD, Options(Search)',
      children: [
        ['AirSync:MIMESupport', '0-*'],
        ['AirSyncBase:BodyPreference', '0-*'],
        ['AirSyncBase:BodyPartPreference', '0-*'],
        ['RightsManagement:RightsManagementSupport', '0-*'],
        ['Range', '0-*'],
        ['UserName', '0-*'],
        ['Password', '0-*'],
        ['DeepTraversal', '0-*'],
        ['RebuildResults', '0-*'],
        ['Picture', '0-*'],
      ],
    },
    Picture: {
      source: 'MS-ASCMD, Picture(Search)',
      children: [
        ['MaxSize', '0-1'],
        ['MaxPictures', '0-1'],
      ],
    },
  },
};
