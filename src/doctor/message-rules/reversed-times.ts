import type { Consequence, Judgement, MessageRule, RulePage } from '../rule.ts';
import { elementSpan, keyName } from '../scene.ts';
import { spanBetween } from './dates.ts';
import { atFirst, childNamed, isOf, keyNamed, tagsNamed, textIn } from './elements.ts';
import type { MessageScene } from './message-index.ts';

/** Two times of one element that keep their order. */
interface Pair {
  /** `Page:Name`s. */
  first: string;
  last: string;
  source: string;
  /** Set where a server refuses what a phone sends so: only there the order is said to be a must. */
  parent?: string;
  refused?: true;
}

const FLAG = { parent: 'Email:Flag', refused: true } as const;

const PAIRS: readonly Pair[] = [
  {
    first: 'Calendar:StartTime',
    last: 'Calendar:EndTime',
    source: 'MS-ASCAL 3.2.4.4; MS-OXOCAL, PidLidAppointmentEndWhole',
  },
  {
    first: 'Email:StartTime',
    last: 'Email:EndTime',
    source: 'MS-ASEMAIL, MeetingRequest; MS-OXOCAL, PidLidAppointmentEndWhole',
  },
  { ...FLAG, first: 'Tasks:StartDate', last: 'Tasks:DueDate', source: 'MS-ASEMAIL R406, R407, R738, R739' },
  {
    ...FLAG,
    first: 'Tasks:UtcStartDate',
    last: 'Tasks:UtcDueDate',
    source: 'MS-ASEMAIL R850, R851, R861, R862',
  },
];

const REFUSED: Consequence = { what: 'rejected', by: 'server', basis: 'spec' };

export const reversedTimes: MessageRule = {
  id: 'reversed-times',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCAL 3.2.4.4; MS-ASEMAIL R406, R850',
  judge: (scene) => PAIRS.flatMap((pair) => reversed(scene, pair)),
};

export const reversedTimesPage: RulePage = {
  title: 'An end before the start',
  scope: 'message',
  why: 'It is the mark of swapped elements, or of a time zone that was added to one of the two only. Exchange and Z-Push refuse such an item from a phone.',
  covers: ['SCHEMA-06'],
  bad: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 48 4d03313a310001 5d 0004 6703323032363031303554313030303030 5a0001 5203323032363031303554303930303030 5a0001 01 01 010101 01',
    side: 'response',
  },
  good: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 48 4d03313a310001 5d 0004 6703323032363031303554303930303030 5a0001 5203323032363031303554313030303030 5a0001 01 01 010101 01',
    side: 'response',
  },
};

function reversed(scene: MessageScene, { first, last, source, parent, refused }: Pair): Judgement[] {
  const { tokens } = scene.decoded;
  const isAsked = refused && isOf(scene, 'request', 'Sync');
  const places = tagsNamed(scene, last, parent).filter((end) => {
    const start = childNamed(scene, tokens.parent(end), first);
    if (start < 0) return false;
    return (spanBetween(textIn(scene, start), textIn(scene, end)) ?? 0) < 0;
  });
  return atFirst(scene, places, (end) => {
    const start = childNamed(scene, tokens.parent(end), first);
    const near = { key: keyNamed(first) };
    const name = keyName(scene, keyNamed(first), near);
    return {
      text: `${keyName(scene, keyNamed(last), near)} is ${textIn(scene, end)}, before ${name} ${textIn(scene, start)}.${isAsked ? ' A server refuses the item with Status 6.' : ''}`,
      source,
      ...(isAsked && { consequence: REFUSED }),
      related: [{ ...elementSpan(scene, start), text: `${name} stands here.` }],
    };
  });
}
