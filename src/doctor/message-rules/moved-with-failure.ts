import { deviationFor } from '../../eas/index.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { elementSpan } from '../scene.ts';
import { atFirst, childNamed, tagsNamed, textIn } from './elements.ts';

export const movedWithFailure: MessageRule = {
  id: 'moved-with-failure',
  side: 'response',
  commands: ['MoveItems'],
  about: ['Move:Status', 'Move:DstMsgId'],
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD, Status(MoveItems)',
  judge(scene) {
    const { tokens } = scene.decoded;
    const places = tagsNamed(scene, 'Move:Response', 'Move:MoveItems').flatMap((i) => {
      const status = childNamed(scene, i, 'Move:Status');
      const failed = status >= 0 && textIn(scene, status) === '1';
      return failed && childNamed(scene, i, 'Move:DstMsgId') >= 0 ? [status] : [];
    });
    const deviation = deviationFor('moved-with-failure', 'Move:Response');
    const known = deviation ? ` ${deviation.server} writes that too.` : '';
    return atFirst(scene, places, (i) => ({
      text: `Status is 1 beside DstMsgId, the id of the moved item. In MoveItems 1 is a failure: the item was not found; success is 3.${known}`,
      related: [
        {
          ...elementSpan(scene, childNamed(scene, tokens.parent(i), 'Move:DstMsgId')),
          text: 'The id of the moved item stands here.',
        },
      ],
      deviation,
    }));
  },
};

export const movedWithFailurePage: RulePage = {
  title: 'A moved item with Status 1',
  scope: 'message',
  why: 'Nearly everywhere 1 is success, here it is 3. A client that goes by the document takes 1 for a failure and moves the item again, or puts it back.',
  covers: ['MOVE-01'],
  bad: {
    hex: '03016a00 0005 45 4a 4703313a310001 4b03310001 4c03323a310001 0101',
    side: 'response',
  },
  good: {
    hex: '03016a00 0005 45 4a 4703313a310001 4b03330001 4c03323a310001 0101',
    side: 'response',
  },
};
