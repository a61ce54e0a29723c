import { reactionsTo, bodyModel } from '../../eas/index.ts';
import { keyOf } from '../../doctypes/index.ts';
import { KIND } from '../../wbxml/index.ts';
import type { Judgement, MessageRule, RulePage } from '../rule.ts';
import { elementSpan, keyName, pageInUse, tokenSpan } from '../scene.ts';
import { MAX_PLACES } from '../walk/fault.ts';
import type { MessageScene } from './message-index.ts';

const SHOWN = 8;

export const foreignPage: MessageRule = {
  id: 'foreign-page',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'reported' },
  basis: 'spec',
  source: 'MS-ASWBXML 2.1',
  ground: 'unexpected-child',
  judge(scene) {
    const { command, side, index } = scene;
    const foreign = index.pagesUsed().filter((page) => !pageInUse(command, side, page));
    return foreign.length > 0 && isReadable(scene) ? foreign.flatMap((page) => judgePage(scene, page)) : [];
  },
};

export const foreignPagePage: RulePage = {
  title: 'A code page that the command does not use',
  scope: 'message',
  why: 'On another page the same codes are other tags. A SWITCH_PAGE to the wrong page makes a body out of policies: AirSyncBase is page 17, Provision page 14.',
  covers: ['WBXML-PAGE-01', 'WBXML-PAGE-02', 'D12'],
  bad: {
    hex: '03016a00 45 5c 4f 4b03310001 5203310001 4e03310001 56 47 4d03313a310001 5d 0002 5403780001 000e 48 4603310001 4c03780001 01010101010101',
    side: 'response',
  },
  good: {
    hex: '03016a00 45 5c 4f 4b03310001 5203310001 4e03310001 56 47 4d03313a310001 5d 0002 5403780001 010101010101',
    side: 'response',
  },
};

/** True where the message has the root of its command, so that it can be told what belongs into it. */
function isReadable(scene: MessageScene): boolean {
  const root = bodyModel(scene.command, scene.side);
  if (!root) return false;
  const { tokens } = scene.decoded;
  return scene.index.tags(root.key).some((i) => tokens.parent(i) < 0);
}

function judgePage(scene: MessageScene, page: number): Judgement[] {
  const { vocabulary, tokens } = scene.decoded;
  const { command, side } = scene;
  const namespace = vocabulary.page(page)?.name;
  if (namespace === undefined) return [];
  const all = scene.index.onPage(page);
  const isOuter = (i: number): boolean => tokens.parent(i) < 0 || tokens.page(tokens.parent(i)) !== page;
  const outer = all.filter(isOuter);
  const [first] = outer;
  if (first === undefined) return [];
  const before = first > 0 && tokens.kind(first - 1) === KIND.switchPage ? first - 1 : first;
  const names = [...new Set(all.map((i) => keyName(scene, keyOf(page, tokens.tagCode(i)))))];
  const shown = names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ' …' : '');
  return [
    {
      ...tokenSpan(scene, before),
      text: `Page ${page} is ${namespace}, which no ${command} ${side} uses. What stands on it reads as ${shown}; another page may be meant.`,
      ...(side === 'response'
        ? command === 'Sync' && { phone: reactionsTo('foreign-page') } // it was reported of that alone
        : { consequence: { what: 'unknown', by: 'server', basis: 'inferred' } }),
      related: outer.slice(0, MAX_PLACES).map((i) => ({
        ...elementSpan(scene, i),
        text: `This reads as ${keyName(scene, keyOf(page, tokens.tagCode(i)))}.`,
      })),
      times: outer.length,
    },
  ];
}
