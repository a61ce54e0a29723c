import { deviationFor } from '../../eas/index.ts';
import type { Judgement, MessageRule, RulePage } from '../rule.ts';
import { elementSpan } from '../scene.ts';
import { childNamed, childrenNamed, isCutOff, tagsNamed, textIn } from './elements.ts';
import type { MessageScene } from './message-index.ts';

/** Where each command lists what it found, and the page of the tags in there. */
const LISTS: Readonly<Record<string, readonly [holder: string, page: string, source: string]>> = {
  Search: ['Search:Store', 'Search', 'MS-ASCMD 2.2.3.143.3, 2.2.3.184.3'],
  Find: ['Find:Response', 'Find', 'MS-ASCMD 2.2.3.143.1, 2.2.3.184.1'],
};

export const wrongResultRange: MessageRule = {
  id: 'wrong-result-range',
  side: 'response',
  commands: Object.keys(LISTS),
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.3.143, 2.2.3.184',
  judge(scene) {
    const list = LISTS[scene.command];
    if (!list) return [];
    const [holder, page, source] = list;
    return tagsNamed(scene, holder)
      .slice(0, 100)
      .flatMap((i) => judgeList(scene, i, page).map((one) => ({ ...one, source })));
  },
};

export const wrongResultRangePage: RulePage = {
  title: 'A Range that does not fit the results',
  scope: 'message',
  why: 'A client counts by Range what it has and by Total what is left. Where they are off it asks for the same results again, or never for the rest.',
  covers: [],
  bad: {
    hex: '03016a00 000f 45 4c03310001 4d 47 4c03310001 4e 4f 0010 4503610001 000f 01 01 4b03302d350001 5003360001 01 01 01',
    side: 'response',
  },
  good: {
    hex: '03016a00 000f 45 4c03310001 4d 47 4c03310001 4e 4f 0010 4503610001 000f 01 01 4b03302d300001 5003360001 01 01 01',
    side: 'response',
  },
};

/** Nothing where there are no results: servers write then 0-0, or leave both away. */
function judgeList(scene: MessageScene, holder: number, page: string): Judgement[] {
  const { tokens } = scene.decoded;
  const results = childrenNamed(scene, holder, `${page}:Result`).filter((i) => tokens.hasContent(i)).length;
  const range = childNamed(scene, holder, `${page}:Range`);
  if (results === 0 || range < 0 || isCutOff(scene, holder)) return [];
  const [, first, last] = /^(\d{1,9})-(\d{1,9})$/.exec(textIn(scene, range)) ?? [];
  if (first === undefined || last === undefined || Number(last) < Number(first)) return [];
  const told = Number(last) - Number(first) + 1;
  const many = (count: number): string => (count === 1 ? '1 result' : `${count} results`);
  if (told !== results) {
    const right = `${first}-${Number(first) + results - 1}`;
    // A server in use repeats the Range that was asked for.
    const deviation = told > results ? deviationFor('wrong-result-range', `${page}:Store`) : undefined;
    const known = deviation ? ` ${deviation.server} writes it so, too; ${deviation.phones}.` : '';
    const text = `Range is ${first}-${last}, which is ${many(told)}, and there ${results === 1 ? 'is' : 'are'} ${results}. It counts those that stand here, from 0: ${right}.${known}`;
    return [{ ...elementSpan(scene, range), text, deviation }];
  }
  const total = childNamed(scene, holder, `${page}:Total`);
  const found = total < 0 ? '' : textIn(scene, total);
  if (!/^\d{1,10}$/.test(found) || Number(found) > Number(last)) return [];
  return [
    {
      ...elementSpan(scene, total),
      text: `Total is ${found}, and the last of these results is number ${Number(last) + 1}. It says how many were found in all.`,
      related: [{ ...elementSpan(scene, range), text: 'Range begins to count at 0.' }],
    },
  ];
}
