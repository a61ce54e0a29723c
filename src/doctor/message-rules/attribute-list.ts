import type { MessageRule, RulePage } from '../rule.ts';
import { tokenSpan } from '../scene.ts';
import { atFirst } from './elements.ts';
import type { MessageScene } from './message-index.ts';

export const attributeList: MessageRule = {
  id: 'attribute-list',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASWBXML R656',
  judge(scene) {
    const { attributed } = scene.index;
    if (attributed.length === 0) return [];
    // Attributes without a name are the codec’s to report.
    const reported = scene.decoded.problems.map(({ start }) => start).sort((a, b) => a - b);
    const places = attributed.filter((i) => !anyWithin(reported, attributesSpan(scene, i)));
    return atFirst(
      scene,
      places,
      () => ({
        text: 'This tag has attributes. ActiveSync has none: the highest bit of a tag stays clear.',
      }),
      tokenSpan,
    );
  },
};

export const attributeListPage: RulePage = {
  title: 'A tag with attributes',
  scope: 'message',
  why: 'ActiveSync has no attributes. The bit is set by mistake, or the message is of another kind.',
  covers: ['WBXML-STR-01', 'D21'],
  bad: { hex: '03016a026100 c5 0400 01 4e03310001 01', side: 'response' },
  good: { hex: '03016a00 45 4e03310001 01', side: 'response' },
};

/** Bytes of a tag and its list of attributes, half-open. */
function attributesSpan({ decoded: { tokens } }: MessageScene, i: number): { start: number; end: number } {
  let past = i + 1;
  while (past < tokens.length && tokens.inAttributes(past)) past++;
  return { start: tokens.start(i), end: past < tokens.length ? tokens.start(past) : tokens.bytes.length };
}

/** True where one of the sorted offsets lies in the span, which ends with what may follow it. */
function anyWithin(offsets: readonly number[], { start, end }: { start: number; end: number }): boolean {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) < start) low = middle + 1;
    else high = middle;
  }
  return low < offsets.length && (offsets[low] as number) <= end;
}
