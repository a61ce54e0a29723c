import { fromBase64 } from '../../bytes/index.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { elementSpan, keyName } from '../scene.ts';
import { atFirst, keyNamed, tagsNamed, textIn } from './elements.ts';
import type { MessageScene } from './message-index.ts';

const SIZE = 172;
/** Where the numbers of the structure stand: three spans of minutes, and when each half of the year begins. */
const BIASES = [0, 84, 168] as const;
const CHANGES = [68, 152] as const;
/** No zone is further from UTC than 14 hours; a day leaves room for what nobody has thought of. */
const MOST_MINUTES = 24 * 60;

const ZONES = ['Calendar:Timezone', 'Email:TimeZone'] as const;

export const impossibleTimeZone: MessageRule = {
  id: 'impossible-time-zone',
  breach: 'MUST',
  consequence: { what: 'tolerated', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASDTYPE 2.7.6',
  judge(scene) {
    return ZONES.flatMap((zone) => {
      let last = -1; // most items of a message have the same one
      let wrong = false;
      const places = tagsNamed(scene, zone).filter((i) => {
        if (last < 0 || !isSame(scene, last, i)) wrong = nonsense(textIn(scene, i)) !== undefined;
        last = i;
        return wrong;
      });
      return atFirst(
        scene,
        places,
        (i) => ({
          text: `${keyName(scene, keyNamed(zone), { key: keyNamed(zone) })} has ${nonsense(textIn(scene, i)) ?? ''}. The lowest byte of a number stands first, and a name takes 64 bytes whatever its length.`,
        }),
        elementSpan,
      );
    });
  },
};

export const impossibleTimeZonePage: RulePage = {
  title: 'A time zone that there cannot be',
  scope: 'message',
  why: 'Its length is right, its numbers are not: bytes in another order, or a name of another length before them. Single events keep their time, for that is told in UTC; a series moves when the clocks change.',
  covers: ['SCHEMA-06'],
  bad: {
    // a bias of −60 minutes, the highest byte first
    hex: `03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 48 4d03313a310001 5d 0004 4503 2f2f2f2f7841${/* @__PURE__ */ '41'.repeat(224)}3d3d0001 01 01 010101 01`,
    side: 'response',
  },
  good: {
    hex: `03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 48 4d03313a310001 5d 0004 4503 78502f2f2f77${/* @__PURE__ */ '41'.repeat(224)}3d3d0001 01 01 010101 01`,
    side: 'response',
  },
};

/** True where two elements are the same bytes. */
function isSame(scene: MessageScene, one: number, other: number): boolean {
  const { bytes } = scene.decoded;
  const [a, b] = [elementSpan(scene, one), elementSpan(scene, other)];
  if (a.end - a.start !== b.end - b.start) return false;
  for (let i = 0; i < a.end - a.start; i++) if (bytes[a.start + i] !== bytes[b.start + i]) return false;
  return true;
}

/** What a zone has that there cannot be; `undefined` where it makes sense, or is no zone at all. */
function nonsense(text: string): string | undefined {
  const bytes = fromBase64(text);
  if (bytes?.length !== SIZE) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, SIZE);
  for (const at of BIASES) {
    const minutes = view.getInt32(at, true);
    if (Math.abs(minutes) > MOST_MINUTES) return `a bias of ${minutes} minutes`;
  }
  for (const at of CHANGES) {
    const [month, weekday, day, hour] = [2, 4, 6, 8].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
      number,
    ];
    if (month > 12) return `a change of clocks in month ${month}`;
    if (weekday > 6) return `a change of clocks on weekday ${weekday}`;
    if (day > 31) return `a change of clocks on day ${day}`;
    if (hour > 24) return `a change of clocks at hour ${hour}`;
  }
  return undefined;
}
