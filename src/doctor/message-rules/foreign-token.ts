import { readMbUint32 } from '../../bytes/index.ts';
import { GLOBAL, KIND, globalName } from '../../wbxml/index.ts';
import type { Judgement, MessageRule, RulePage } from '../rule.ts';
import { tokenSpan } from '../scene.ts';
import { MAX_PLACES } from '../walk/fault.ts';
import { atFirst } from './elements.ts';
import type { MessageScene } from './message-index.ts';

export const foreignToken: MessageRule = {
  id: 'foreign-token',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASWBXML R656',
  judge(scene) {
    const { tokens } = scene.decoded;
    const places = scene.index.foreign;
    return atFirst(
      scene,
      places,
      (i) => ({
        text: `${globalName(tokens.byte(i)) ?? 'This token'} is no token of ActiveSync. It has tags, SWITCH_PAGE, END, inline strings and OPAQUE, nothing else.`,
        fix: spelledOut(scene, places),
      }),
      tokenSpan,
    );
  },
};

export const foreignTokenPage: RulePage = {
  title: 'A token that ActiveSync does not use',
  scope: 'message',
  why: 'ActiveSync uses a small part of WBXML. Entities, literal tags, extensions and processing instructions mean nothing to a reader made for it.',
  covers: ['WBXML-STR-01', 'D21'],
  bad: { hex: '03016a00 45 5c4f 4b023101 5203310001 4e03310001 010101', side: 'response' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
};

/** Entities as the characters they stand for; nothing else has a plain form. */
function spelledOut(scene: MessageScene, places: readonly number[]): Judgement['fix'] {
  const { tokens, bytes } = scene.decoded;
  if (places.length > MAX_PLACES) return undefined;
  const edits = [];
  for (const i of places) {
    const code = readMbUint32(bytes, tokens.start(i) + 1).value;
    if (
      tokens.kind(i) !== KIND.entity ||
      code < 0x20 ||
      code > 0x10_ffff ||
      (code >= 0xd800 && code < 0xe000)
    ) {
      return undefined;
    }
    const text = new TextEncoder().encode(String.fromCodePoint(code));
    edits.push({ ...tokenSpan(scene, i), bytes: Uint8Array.of(GLOBAL.STR_I, ...text, 0) });
  }
  return { title: 'Write the character as text', edits };
}
