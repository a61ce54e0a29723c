import { versionBit, versionsOf } from '../../eas/index.ts';
import type { Judgement, MessageRule, RulePage } from '../rule.ts';
import { elementSpan, keyName } from '../scene.ts';
import { readDate } from './dates.ts';
import { atFirst, childNamed, keyNamed, tagsNamed, textIn } from './elements.ts';
import type { MessageScene } from './message-index.ts';

const DATES_ONLY = /* @__PURE__ */ versionsOf('16.0-16.1');
const DAY = 24 * 60 * 60;
/** The clocks change by so much, so that a day of that kind is no longer or shorter than this. */
const CHANGE = 60 * 60;
const CALENDAR = { key: /* @__PURE__ */ keyNamed('Calendar:AllDayEvent') };

export const allDayWithTime: MessageRule = {
  id: 'all-day-with-time',
  about: ['Calendar:AllDayEvent'],
  breach: 'SHOULD',
  consequence: { what: 'hurts', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCAL 2.2.2.1',
  judge(scene) {
    const events = tagsNamed(scene, 'Calendar:AllDayEvent').filter((i) => textIn(scene, i) === '1');
    if (events.length === 0) return [];
    return (versionBit(scene.context.version?.value ?? '') & DATES_ONLY) === 0
      ? partOfDay(scene, events)
      : atNoMidnight(scene, events);
  },
};

export const allDayWithTimePage: RulePage = {
  title: 'An all-day event that does not fill its days',
  scope: 'message',
  why: 'It begins at midnight and ends at midnight: up to 14.1 of its own time zone, from 16.0 on of the date alone, whatever the zone. With other times it covers one day more, or none.',
  covers: ['SCHEMA-06'],
  bad: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 48 4d03313a310001 5d 0004 4603310001 6703323032363031303554303930303030 5a0001 5203323032363031303554313030303030 5a0001 01 01 010101 01',
    side: 'response',
  },
  good: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 48 4d03313a310001 5d 0004 4603310001 6703323032363031303554323330303030 5a0001 5203323032363031303654323330303030 5a0001 01 01 010101 01',
    side: 'response',
  },
};

const START = 'Calendar:StartTime';
const END = 'Calendar:EndTime';

const timeIn = (scene: MessageScene, event: number, name: string): number =>
  childNamed(scene, scene.decoded.tokens.parent(event), name);

/** Up to 14.1 the zone is not worth reading: an event that fills its days is as long as they are. */
function partOfDay(scene: MessageScene, events: readonly number[]): Judgement[] {
  const places = events.filter((i) => {
    const [start, end] = [START, END].map((name) => seconds(scene, timeIn(scene, i, name)));
    if (start === undefined || end === undefined || end <= start) return false;
    const rest = (end - start) % DAY;
    return (rest > CHANGE || end - start < DAY) && rest < DAY - CHANGE;
  });
  return atFirst(scene, places, (i) => {
    const [start, end] = [START, END].map((name) => timeIn(scene, i, name)) as [number, number];
    return {
      text: `An all-day event begins at midnight and ends at midnight. This one is from ${textIn(scene, start)} to ${textIn(scene, end)}.`,
      related: [{ ...elementSpan(scene, start), text: 'It begins here.' }],
    };
  });
}

/** From 16.0 on a date is all that counts, and no zone stands beside it. */
function atNoMidnight(scene: MessageScene, events: readonly number[]): Judgement[] {
  const places = events
    .flatMap((i) => [START, END].map((name) => timeIn(scene, i, name)))
    .filter((i) => i >= 0 && seconds(scene, i) !== undefined && !/T000000Z$/.test(textIn(scene, i)));
  const { tokens } = scene.decoded;
  return atFirst(scene, places, (i) => ({
    text: `${keyName(scene, (tokens.page(i) << 8) | tokens.tagCode(i), CALENDAR)} of an all-day event is ${textIn(scene, i)}. In 16.0 and later it is a date with no time: T000000Z.`,
    versionBound: true,
    ...(scene.side === 'request' && { breach: 'MUST', consequence: { what: 'unknown', basis: 'inferred' } }),
  }));
}

/** Since 1970; `undefined` where it is no date. */
function seconds(scene: MessageScene, i: number): number | undefined {
  const date = i < 0 ? undefined : readDate(textIn(scene, i));
  return date?.form === 'compact' ? date.time / 1000 : undefined;
}
