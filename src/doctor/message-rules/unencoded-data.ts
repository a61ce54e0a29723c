import { stringSpan } from '../../doctypes/index.ts';
import { KIND } from '../../wbxml/index.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { visible } from '../../explain/index.ts';
import { atFirst, tagsNamed, textIn } from './elements.ts';
import type { MessageScene } from './message-index.ts';

/** Characters of it that are shown. */
const SHOWN = 20;

export const unencodedData: MessageRule = {
  id: 'unencoded-data',
  side: 'response',
  commands: ['ItemOperations'],
  about: ['ItemOperations:Data'],
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.3.39.2',
  judge: (scene) =>
    atFirst(
      scene,
      tagsNamed(scene, 'ItemOperations:Data').filter((i) => strangeAt(scene, i) >= 0),
      (i) => ({
        text: `Data begins with “${visible([...textIn(scene, i).slice(0, 2 * SHOWN)].slice(0, SHOWN).join(''))}” and is no base64. What is fetched stands in Data as base64; as it is it goes into a part of a multipart answer only.`,
      }),
    ),
};

/** The first byte of a text in the element with index `i` that base64 has no use for; −1 where there is none. */
function strangeAt({ decoded: { tokens, bytes, document } }: MessageScene, i: number): number {
  for (let k = i + 1; k < tokens.length && tokens.parent(k) === i; k++) {
    if (tokens.kind(k) !== KIND.strI) continue;
    const { start, end } = stringSpan(document, k);
    for (let at = start; at < end; at++) if (!isBase64(bytes[at] as number)) return at;
  }
  return -1;
}

/** Letters, digits, plus, slash, the padding, and white space between lines. */
const isBase64 = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) ||
  (byte >= 0x41 && byte <= 0x5a) ||
  (byte >= 0x2f && byte <= 0x39) ||
  byte === 0x2b ||
  byte === 0x3d ||
  byte === 0x20 ||
  (byte >= 0x09 && byte <= 0x0d);

export const unencodedDataPage: RulePage = {
  title: 'A file that is sent as it is',
  scope: 'message',
  why: 'A string ends at its first zero byte and holds characters only, so that a file does not fit into it. Who decodes what is no base64 gets another file, or none.',
  covers: [],
  bad: {
    hex: '03016a00 0014 45 4d03310001 4e 46 4d03310001 0011 51 03610001 0014 4b 4c 03733a2000 01 01 01 01 01',
    side: 'response',
  },
  good: {
    hex: '03016a00 0014 45 4d03310001 4e 46 4d03310001 0011 51 03610001 0014 4b 4c 036364673d00 01 01 01 01 01',
    side: 'response',
  },
};
