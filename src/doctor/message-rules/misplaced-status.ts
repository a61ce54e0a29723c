import type { Consequence, MessageRule, RulePage } from '../rule.ts';
import { atFirst, tagsNamed, textIn } from './elements.ts';
import type { MessageScene } from './message-index.ts';

/** The folder list of the phone is out of date; the item, or the folder, is gone. */
const [STALE, GONE] = ['12', '8'];
const SENT_DAILY: Consequence = { what: 'tolerated', by: 'phone', basis: 'reported' };

export const misplacedStatus: MessageRule = {
  id: 'misplaced-status',
  side: 'response',
  commands: ['Sync'],
  about: ['AirSync:Status', 'AirSync:Collection'],
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4452, R4446, 2.2.2; Horde, SOGo, Exchange',
  judge(scene) {
    const places = tagsNamed(scene, 'AirSync:Status', 'AirSync:Collection').filter(
      (i) => placeOf(scene, i) !== undefined,
    );
    return atFirst(scene, places, (i) => ({
      text: placeOf(scene, i) ?? '',
      ...([STALE, GONE].includes(textIn(scene, i)) && { consequence: SENT_DAILY }),
    }));
  },
};

export const misplacedStatusPage: RulePage = {
  title: 'A Status in the wrong place',
  scope: 'message',
  why: 'Status 12 and the common codes speak of the whole request and stand under Sync, without Collections; 8 speaks of one item and stands in Responses. Many clients do not look for them elsewhere.',
  covers: ['SYNC-ST-01', 'SYNC-ST-06'],
  bad: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e0331320001 010101', side: 'response' },
  good: { hex: '03016a00 45 4e0331320001 01', side: 'response' },
};

/** A sentence that says where the code belongs; `undefined` where it may stand in a Collection. */
function placeOf(scene: MessageScene, i: number): string | undefined {
  const code = textIn(scene, i);
  if (code === GONE) {
    return 'Status 8 stands in Collection. It says that one item is gone and belongs into Responses; where the folder is gone, Status 12 under Sync says so. Exchange, too, writes it here for a folder that it cannot find.';
  }
  if (code !== '12' && !/^1\d\d$/.test(code)) return undefined;
  const known = code === STALE ? ' Horde and SOGo write it here too.' : '';
  return `Status ${code} stands in Collection. It speaks of the whole request and belongs directly under Sync, without Collections.${known}`;
}
