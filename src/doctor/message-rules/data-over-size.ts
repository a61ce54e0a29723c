import { stringSpan } from '../../doctypes/index.ts';
import { KIND } from '../../wbxml/index.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { elementSpan } from '../scene.ts';
import { atFirst, childNamed, tagsNamed, valueNamed } from './elements.ts';
import type { MessageScene } from './message-index.ts';

/** The size is an estimate: a text this much longer than it is no longer what was meant. */
const SLACK = 2;
const FEW_BYTES = 64;

export const dataOverSize: MessageRule = {
  id: 'data-over-size',
  side: 'response',
  about: ['AirSyncBase:Body', 'AirSyncBase:EstimatedDataSize'],
  breach: 'SHOULD',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASAIRS R196, R197, R202',
  judge(scene) {
    const places = tagsNamed(scene, 'AirSyncBase:Body').flatMap((i) => tooLong(scene, i));
    return atFirst(scene, places, (i) => {
      const body = scene.decoded.tokens.parent(i);
      const size = valueNamed(scene, body, 'AirSyncBase:EstimatedDataSize') ?? '';
      return {
        text: `Data has ${dataLength(scene, i)} bytes where EstimatedDataSize says ${size}. The size is an estimate, but of the whole body: it is no less than what was sent.`,
        related: [
          {
            ...elementSpan(scene, childNamed(scene, body, 'AirSyncBase:EstimatedDataSize')),
            text: 'The size stands here.',
          },
        ],
      };
    });
  },
};

export const dataOverSizePage: RulePage = {
  title: 'A body longer than its size',
  scope: 'message',
  versions: '12.0-16.1',
  why: 'A phone compares the size with what it got, to know whether there is more to fetch. A size far below the text often belongs to another body.',
  covers: ['ITEM-03', 'D29'],
  bad: {
    hex: '03016a00 45 5c 4f 4b03320001 5203310001 4e03310001 56 47 4d03313a310001 5d 0011 4a 4603310001 4c03320001 4d03300001 4b03546869732074657874206973206120676f6f64206465616c206c6f6e676572207468616e207468652074776f2062797465732074686174206974732073697a652073617973206974206861732e0001 01010101010101',
    side: 'response',
  },
  good: {
    hex: '03016a00 45 5c 4f 4b03320001 5203310001 4e03310001 56 47 4d03313a310001 5d 0011 4a 4603310001 4c0337370001 4d03300001 4b03546869732074657874206973206120676f6f64206465616c206c6f6e676572207468616e207468652074776f2062797465732074686174206974732073697a652073617973206974206861732e0001 01010101010101',
    side: 'response',
  },
};

/** The Data of a Body, where it is whole and much longer than the Body says. */
function tooLong(scene: MessageScene, body: number): number[] {
  const data = childNamed(scene, body, 'AirSyncBase:Data');
  const size = valueNamed(scene, body, 'AirSyncBase:EstimatedDataSize');
  if (data < 0 || size === undefined || !/^\d{1,10}$/.test(size)) return [];
  if (valueNamed(scene, body, 'AirSyncBase:Truncated') === '1') return [];
  return dataLength(scene, data) > Number(size) * SLACK + FEW_BYTES ? [data] : [];
}

/** Bytes of the strings directly in the element. */
function dataLength({ decoded: { tokens, document } }: MessageScene, i: number): number {
  let length = 0;
  for (let k = i + 1; k < tokens.past(i); k++) {
    if (tokens.parent(k) !== i || tokens.inAttributes(k)) continue;
    if (tokens.kind(k) === KIND.opaque) length += tokens.end(k) - tokens.start(k);
    else if (tokens.kind(k) === KIND.strI) {
      const { start, end } = stringSpan(document, k);
      length += end - start;
    }
  }
  return length;
}
