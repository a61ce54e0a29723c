import type { MessageRule, RulePage } from '../rule.ts';
import { tokenSpan } from '../scene.ts';
import { atFirst, childNamed, rootNamed, textIn } from './elements.ts';

export const wrongLimit: MessageRule = {
  id: 'wrong-limit',
  side: 'response',
  commands: ['Sync'],
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R3223 to R3231',
  judge(scene) {
    const root = rootNamed(scene, 'AirSync:Sync');
    const status = childNamed(scene, root, 'AirSync:Status');
    const limit = childNamed(scene, root, 'AirSync:Limit');
    const code = status < 0 ? '' : textIn(scene, status);
    const wanted = code === '14' ? 'the nearest interval the server takes' : 'the most collections it takes';
    if (code === '14' || code === '15') {
      if (limit >= 0) return [];
      return [
        {
          ...tokenSpan(scene, root),
          text: `Status ${code} stands without Limit. Limit says ${wanted}; without it a client cannot ask better.`,
        },
      ];
    }
    if (limit < 0) return [];
    const found = code === '' ? 'there is none' : `this one is ${code}`;
    return atFirst(scene, [limit], () => ({
      text: `Limit stands without its Status. It goes with Status 14, which asks for another interval, or 15, for fewer collections; ${found}.`,
    }));
  },
};

export const wrongLimitPage: RulePage = {
  title: 'Limit without its Status, or the Status without Limit',
  scope: 'message',
  versions: '12.1-16.1',
  why: 'Status 14 and 15 refuse a request because a number is out of bounds, and Limit says what the bound is. Neither means anything alone.',
  covers: ['SYNC-ST-08'],
  bad: { hex: '03016a00 45 4e0331340001 01', side: 'response', version: '14.1' },
  good: { hex: '03016a00 45 4e0331340001 6503360001 01', side: 'response', version: '14.1' },
};
