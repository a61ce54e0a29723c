import type { PageContent } from '../types.ts';
import { BYTE, FLAG, integer, numbers } from '../value-types.ts';

/** Code page 9: the properties of a task. */
export const tasksContent: PageContent = {
  page: 'Tasks',
  document: 'MS-ASTASK',
  values: {
    Complete: FLAG,
    Importance: integer(0, 2),
    Type: numbers(0, 1, 2, 3, 5, 6),
    Occurrences: BYTE,
    Interval: integer(0, 999),
    DayOfMonth: integer(1, 31),
    DayOfWeek: integer(1, 254),
    WeekOfMonth: integer(1, 5),
    MonthOfYear: integer(1, 12),
    Regenerate: FLAG,
    DeadOccur: FLAG,
    ReminderSet: FLAG,
    Sensitivity: integer(0, 3),
    CalendarType: integer(0, 23),
    IsLeapMonth: FLAG,
    FirstDayOfWeek: integer(0, 6),
  },
  contents: {
    Categories: { source: 'MS-ASTASK, Categories', children: [['Category', '0-300']] },
    Recurrence: {
      source: 'MS-ASTASK, Recurrence',
      children: [
        ['Type', '1'],
        ['Start', '0-1'],
        ['Until', '0-1'],
        ['Occurrences', '0-1'],
        ['Interval', '0-1'],
        ['DayOfWeek', '0-1'],
        ['DayOfMonth', '0-1'],
        ['WeekOfMonth', '0-1'],
        ['MonthOfYear', '0-1'],
        ['Regenerate', '0-1'],
        ['DeadOccur', '0-1'],
        ['CalendarType', '0-1'],
        ['IsLeapMonth', '0-1'],
        ['FirstDayOfWeek', '0-1'],
      ],
    },
  },
};
