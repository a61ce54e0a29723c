import { deviationFor, needed, type Companions, type Deviation } from '../../eas/index.ts';
import type { Judgement, MessageRule, RulePage } from '../rule.ts';
import { listed, tokenSpan } from '../scene.ts';
import { afterwards, besideName, gradeOf, groupsOf, inForce } from './companions.ts';
import { atFirst, childNamed, textIn } from './elements.ts';
import type { MessageScene } from './message-index.ts';

const GROUPS = /* @__PURE__ */ groupsOf(needed);

export const missingBesideValue: MessageRule = {
  id: 'missing-beside-value',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCAL 2.2.2.37.1; MS-ASTASK and MS-ASEMAIL, by element',
  judge(scene) {
    const told = new Set<string>();
    const lacking = new Map<Companions, Lacking>();
    for (const { row, sibling, parent } of inForce(scene, GROUPS[scene.side])) {
      const missing = row.names.filter((name) => isNews(scene, parent, name, told));
      if (missing.length === 0) continue;
      const known = lacking.get(row);
      if (known) known.places.push(parent);
      else lacking.set(row, { missing, sibling, places: [parent] });
    }
    return [...lacking].flatMap(([row, found]) => judgement(scene, row, found));
  },
};

export const missingBesideValuePage: RulePage = {
  title: 'An element that the value of another asks for',
  scope: 'message',
  why: 'A monthly series without its day, or a completed task without its date, leaves the reader to guess, and each guesses otherwise. What a phone sends so, a server refuses in part: the item never arrives.',
  covers: ['SCHEMA-03'],
  bad: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 48 4d03313a310001 5d 0004 5b 5c03320001 01 01 01 010101 01',
    side: 'response',
  },
  good: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 48 4d03313a310001 5d 0004 5b 5c03320001 6103350001 01 01 01 010101 01',
    side: 'response',
  },
};

/** Where something is missing: what at the first place, and what asks for it there. */
interface Lacking {
  missing: readonly string[];
  sibling: number;
  places: number[];
}

function judgement(scene: MessageScene, row: Companions, { missing, sibling, places }: Lacking): Judgement[] {
  const deviation = scene.side === 'response' ? writtenSo(row, missing) : undefined;
  const known = deviation ? ` ${deviation.server} leaves it out too; ${deviation.phones}.` : '';
  return atFirst(
    scene,
    places,
    () => ({
      ...gradeOf(row),
      text: `${words(scene, row, missing, textIn(scene, sibling))}${afterwards(row)}${known}`,
      source: row.source,
      deviation,
    }),
    tokenSpan,
  );
}

/** True where this child is missing, and nobody has said so. */
function isNews(scene: MessageScene, parent: number, name: string, told: Set<string>): boolean {
  if (childNamed(scene, parent, name) >= 0 || told.has(`${parent} ${name}`)) return false;
  told.add(`${parent} ${name}`);
  return true;
}

/** The deviation of a server that leaves out all of these. */
function writtenSo({ parent }: Companions, missing: readonly string[]): Deviation | undefined {
  const found = missing.map((name) => deviationFor(missingBesideValue.id, parent, name));
  return found.every(Boolean) ? found[0] : undefined;
}

function words(scene: MessageScene, row: Companions, missing: readonly string[], value: string): string {
  const names = missing.map((name) => besideName(scene, name, row));
  const no = `no ${listed(names, 'or')}`;
  if (row.item) return `This ${row.item} has ${no}. Each that a server adds must have ${oneOrAll(names)}.`;
  const when = `${besideName(scene, row.sibling, row)}${row.is ? ` ${value}` : ' in it'}`;
  return `${besideName(scene, row.parent, row)} has ${no}. With ${when} it ${row.should ? 'should' : 'must'} have ${oneOrAll(names)}.`;
}

const oneOrAll = ({ length }: readonly string[]): string => (length > 1 ? 'them' : 'one');
