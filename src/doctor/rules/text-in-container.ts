import { toHex } from '../../bytes/index.ts';
import { keyOf } from '../../doctypes/index.ts';
import { versionsText, type ElementModel } from '../../eas/index.ts';
import { CONTENT_BIT, KIND } from '../../wbxml/index.ts';
import { emptyStringConsequence } from '../empty-string.ts';
import type { FaultRule, RulePage, Scene } from '../rule.ts';
import { holdsIn, keyName, nameOf, tokenSpan } from '../scene.ts';

export const textInContainer: FaultRule = {
  id: 'text-in-container',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASDTYPE R8',
  sees: 'text-in-container',
  judge(fault, scene) {
    if (fault.kind !== 'text-in-container' || !holdsIn(fault.wrongIn, scene)) return undefined;
    const { element, wrongIn } = fault;
    const tag = fault.holds === 'text' ? closedTag(scene, element, fault.token) : undefined;
    if (tag !== undefined) {
      const { tokens } = scene.decoded;
      const name = keyName(scene, keyOf(tokens.page(tag), tokens.tagCode(tag)), element);
      const byte = tokens.byte(tag);
      const bytes = Uint8Array.of(byte | CONTENT_BIT);
      return {
        start: tokens.start(tag),
        end: tokens.end(fault.token),
        text: `${name} is written without the content bit, and text follows it: as it stands the text is in ${nameOf(scene, element)}, and the END behind it ends that. With content the tag is ${toHex(bytes)}, not ${toHex(Uint8Array.of(byte))}.`,
        ...(fault.times === 1 && {
          fix: { title: 'Set the content bit', edits: [{ ...tokenSpan(scene, tag), bytes }] },
        }),
      };
    }
    const where = wrongIn === undefined ? '' : ` in ${versionsText(wrongIn)}`;
    return {
      ...tokenSpan(scene, fault.token),
      text: `${fault.holds === 'text' ? 'Text' : 'An empty string'} stands directly in ${nameOf(scene, element)}. Only elements may stand there${where}.`,
      ...(fault.holds === 'an empty string' && {
        consequence: emptyStringConsequence(scene),
        fix: {
          title: 'Take the empty string out',
          edits: [fault.token, ...fault.more].map((i) => ({
            ...tokenSpan(scene, i),
            bytes: new Uint8Array(),
          })),
        },
      }),
      ...(wrongIn !== undefined && { versionBound: true }),
    };
  },
};

/** The tag right in front of a text, where it holds a value and is written as one that holds nothing; an END follows the text. */
function closedTag(scene: Scene, { content }: ElementModel, text: number): number | undefined {
  const { tokens } = scene.decoded;
  const tag = text - 1;
  const isTag = tag >= 0 && tokens.kind(tag) === KIND.tag && tokens.parent(tag) === tokens.parent(text);
  const isEnded = text + 1 < tokens.length && tokens.kind(text + 1) === KIND.end;
  if (!isTag || !isEnded || tokens.hasContent(tag)) return undefined;
  const value = content?.byKey.get(keyOf(tokens.page(tag), tokens.tagCode(tag)))?.value.kind;
  return value === undefined || value === 'container' || value === 'empty' ? undefined : tag;
}

export const textInContainerPage: RulePage = {
  title: 'Text where only elements may stand',
  scope: 'message',
  why: 'A container holds elements. Text in it belongs to none of them.',
  covers: ['SCHEMA-07'],
  bad: { hex: '03016a00 45 5c 037800 4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
};
