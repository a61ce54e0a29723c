import { ruledOut, type Companions } from '../../eas/index.ts';
import type { Judgement, MessageRule, RulePage } from '../rule.ts';
import { elementSpan } from '../scene.ts';
import { afterwards, besideName, gradeOf, groupsOf, inForce } from './companions.ts';
import { atFirst, childNamed, textIn } from './elements.ts';
import type { MessageScene } from './message-index.ts';

const GROUPS = /* @__PURE__ */ groupsOf(ruledOut);

export const ruledOutByValue: MessageRule = {
  id: 'ruled-out-by-value',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCAL 2.2.2.37.1; MS-ASTASK and MS-ASEMAIL, by element',
  judge(scene) {
    const standing = new Map<Companions, Standing>();
    for (const { row, sibling, parent } of inForce(scene, GROUPS[scene.side])) {
      for (const name of row.names) {
        const place = childNamed(scene, parent, name);
        if (place < 0) continue;
        const known = standing.get(row);
        if (known) known.places.push(place);
        else standing.set(row, { name, sibling, places: [place] });
      }
    }
    return [...standing].flatMap(([row, found]) => judgement(scene, row, found));
  },
};

export const ruledOutByValuePage: RulePage = {
  title: 'An element that the value of another rules out',
  scope: 'message',
  why: 'A weekly series that names a day of the month says two things at once. Which of them counts is told by no document but for a few, and a server refuses some of them.',
  covers: ['SCHEMA-04'],
  bad: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 48 4d03313a310001 5d 0004 5b 5c03310001 6003320001 6103350001 01 01 01 010101 01',
    side: 'response',
  },
  good: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 48 4d03313a310001 5d 0004 5b 5c03310001 6003320001 01 01 01 010101 01',
    side: 'response',
  },
};

/** What stands although it is ruled out: at the first place what, and by which element. */
interface Standing {
  name: string;
  sibling: number;
  places: number[];
}

function judgement(scene: MessageScene, row: Companions, { name, sibling, places }: Standing): Judgement[] {
  return atFirst(scene, places, () => {
    const by = besideName(scene, row.sibling, row);
    const what = row.is ? `${by} ${textIn(scene, sibling)}, which rules it out` : by;
    return {
      ...gradeOf(row),
      text: `${besideName(scene, name, row)} stands beside ${what}.${afterwards(row)}`,
      source: row.source,
      related: [{ ...elementSpan(scene, sibling), text: `${by} stands here.` }],
    };
  });
}
