import type { Direction } from './content/model.ts';

/** What an element asks of those that stand beside it, where it has a certain value. Elements are `Page:Name`s. */
export interface Companions {
  /** What they stand in. */
  parent: string;
  /** The element whose value decides. */
  sibling: string;
  /** Its values; any but none at all where absent. */
  is?: readonly string[];
  /** What must, or must not, stand beside it. */
  names: readonly string[];
  /** The side that it holds for; both where absent. */
  side?: Direction;
  /**
   * Set where it holds only for items that a reply adds: what such an item is called. One with less than the sibling is
   * not taken for a whole one.
   */
  item?: 'appointment' | 'note';
  /** Set where the document recommends it only. */
  should?: true;
  /** Set where the document says that a server refuses the item otherwise: with Status 6. */
  refused?: true;
  /** What there is to say besides, as a sentence. */
  besides?: string;
  source: string;
}

/** What a series of each Type cannot do without: yearly on the nth day, only tasks need the day of the week. */
const OF_TYPE: readonly (readonly [type: string, names: readonly string[], taskSource: string])[] = [
  ['1', ['DayOfWeek'], 'MS-ASTASK R135'],
  ['2', ['DayOfMonth'], 'MS-ASTASK R404'],
  ['3', ['WeekOfMonth', 'DayOfWeek'], 'MS-ASTASK, WeekOfMonth and DayOfWeek'],
  ['5', ['DayOfMonth', 'MonthOfYear'], 'MS-ASTASK R406, R417'],
  ['6', ['WeekOfMonth', 'MonthOfYear'], 'MS-ASTASK R418, R431'],
];

const inPage = (page: string, names: readonly string[]): string[] => names.map((name) => `${page}:${name}`);

const inRecurrence = (page: string): { parent: string; sibling: string } => ({
  parent: `${page}:Recurrence`,
  sibling: `${page}:Type`,
});

const FLAG = 'Email:Flag';
/** Either all of them are set, or none is. */
const FLAG_DATES = inPage('Tasks', ['StartDate', 'UtcStartDate', 'DueDate', 'UtcDueDate']);

/** What must stand beside an element. */
export const needed: readonly Companions[] = [
  ...OF_TYPE.flatMap(([type, names, taskSource]): Companions[] => [
    {
      ...inRecurrence('Calendar'),
      is: [type],
      names: inPage('Calendar', names),
      source: 'MS-ASCAL 2.2.2.37.1',
    },
    { ...inRecurrence('Tasks'), is: [type], names: inPage('Tasks', names), source: taskSource },
  ]),
  { ...inRecurrence('Tasks'), is: ['6'], names: ['Tasks:DayOfWeek'], source: 'MS-ASTASK R531' },
  {
    ...inRecurrence('Tasks'),
    names: ['Tasks:Start'],
    side: 'request',
    refused: true,
    source: 'MS-ASTASK R37011',
  },
  {
    parent: 'AirSync:ApplicationData',
    sibling: 'Tasks:Complete',
    is: ['1'],
    names: ['Tasks:DateCompleted'],
    side: 'response',
    source: 'MS-ASTASK R124',
  },
  {
    parent: FLAG,
    sibling: 'Email:Status',
    is: ['1'],
    names: ['Email:CompleteTime', 'Tasks:DateCompleted'],
    side: 'request',
    refused: true,
    source: 'MS-ASEMAIL R86, R92, R334, R358',
  },
  {
    parent: FLAG,
    sibling: 'Email:Status',
    is: ['2'],
    names: ['Email:FlagType'],
    side: 'request',
    should: true,
    refused: true,
    besides: 'Only the flag of an invitation, or of the answer to one, may lack it.',
    source: 'MS-ASEMAIL R92, R470, R940, R1058',
  },
  ...FLAG_DATES.map((sibling): Companions => ({
    parent: FLAG,
    sibling,
    names: FLAG_DATES.filter((name) => name !== sibling),
    side: 'request',
    refused: true,
    source: 'MS-ASEMAIL R409, R853, R864',
  })),
  {
    parent: FLAG,
    sibling: 'Tasks:ReminderSet',
    is: ['1'],
    names: ['Tasks:ReminderTime'],
    source: 'MS-ASEMAIL R701, R702',
  },
  ...['UID', 'StartTime', 'EndTime'].map((name): Companions => ({
    parent: 'AirSync:ApplicationData',
    sibling: `Calendar:${name}`,
    names: ['Calendar:StartTime', 'Calendar:EndTime'],
    side: 'response',
    item: 'appointment',
    source: 'MS-ASCAL 2.2.2.20, 2.2.2.42',
  })),
  {
    parent: 'AirSync:ApplicationData',
    sibling: 'Notes:LastModifiedDate',
    names: ['Notes:MessageClass'],
    side: 'response',
    item: 'note',
    source: 'MS-ASNOTE R54',
  },
];

/** The Types of a series that an element says nothing about. */
const SILENT: readonly (readonly [name: string, types: readonly string[], taskSource: string])[] = [
  ['DayOfMonth', ['0', '1', '3', '6'], 'MS-ASTASK R132'],
  ['DayOfWeek', ['2', '5'], 'MS-ASTASK R532, R533'],
  ['WeekOfMonth', ['0', '1', '2', '5'], 'MS-ASTASK, WeekOfMonth'],
  ['MonthOfYear', ['0', '1', '2', '3'], 'MS-ASTASK, MonthOfYear'],
];

const OCCURRENCES_COUNT =
  'They exclude each other: a server goes by Occurrences, and the end that Until names is lost.';

/** What must not stand beside an element. */
export const ruledOut: readonly Companions[] = [
  ...SILENT.flatMap(([name, is, taskSource]): Companions[] => [
    {
      ...inRecurrence('Calendar'),
      is,
      names: [`Calendar:${name}`],
      source: `MS-ASCAL, ${name}`,
    },
    { ...inRecurrence('Tasks'), is, names: [`Tasks:${name}`], source: taskSource },
  ]),
  {
    ...inRecurrence('Tasks'),
    is: ['0', '1'],
    names: ['Tasks:CalendarType'],
    side: 'request',
    refused: true,
    source: 'MS-ASTASK R81',
  },
  ...['Calendar', 'Tasks'].map((page): Companions => ({
    parent: `${page}:Recurrence`,
    sibling: `${page}:Occurrences`,
    names: [`${page}:Until`],
    should: true,
    besides: OCCURRENCES_COUNT,
    source: page === 'Calendar' ? 'MS-ASCAL 2.2.2.32, 2.2.2.47' : 'MS-ASTASK R37013',
  })),
  {
    parent: 'Email:MeetingRequest',
    sibling: 'Email:InstanceType',
    is: ['0', '1'],
    names: ['Email:RecurrenceId'],
    side: 'response',
    source: 'MS-ASEMAIL R936',
  },
];
