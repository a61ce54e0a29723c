import { reactionsTo } from '../../eas/index.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { tokenSpan } from '../scene.ts';
import { MAX_PLACES } from '../walk/fault.ts';
import { atFirst } from './elements.ts';

export const redundantSwitchPage: MessageRule = {
  id: 'redundant-switch-page',
  breach: 'habit',
  consequence: { what: 'tolerated', basis: 'reported' },
  basis: 'spec',
  source: 'MS-ASWBXML R801; WAP-192-WBXML §5.8.4.7.2',
  judge(scene) {
    const { tokens } = scene.decoded;
    const places = scene.index.redundantSwitches;
    if (places.length === 0) return [];
    const edits = places
      .slice(0, MAX_PLACES)
      .map((i) => ({ ...tokenSpan(scene, i), bytes: new Uint8Array() }));
    return atFirst(
      scene,
      places,
      (i) => ({
        text: `This SWITCH_PAGE selects page ${tokens.page(i)}, which is in force already. That is legal, and two bytes more than it takes.`,
        ...(scene.side === 'response' && { phone: reactionsTo('redundant-switch-page') }),
        fix: {
          title: `Take ${edits.length === 1 ? 'these 2 bytes' : `these ${edits.length} switches`} out`,
          edits,
        },
      }),
      tokenSpan,
    );
  },
};

export const redundantSwitchPagePage: RulePage = {
  title: 'A SWITCH_PAGE to the page already in force',
  scope: 'message',
  why: 'Every message begins on page 0, so a switch to it says nothing. No server in use writes one; phones take it all the same. It is the first difference a byte by byte comparison shows, and not the cause of a refusal.',
  covers: ['WBXML-HDR-02', 'D14', 'D30'],
  bad: { hex: '03016a00 0000 45 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
};
