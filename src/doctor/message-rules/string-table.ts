import { readMbUint32 } from '../../bytes/index.ts';
import { GLOBAL, KIND, stringEnd } from '../../wbxml/index.ts';
import type { Judgement, MessageRule, RulePage } from '../rule.ts';
import { tokenSpan } from '../scene.ts';
import { MAX_PLACES } from '../walk/fault.ts';
import type { MessageScene } from './message-index.ts';

export const stringTable: MessageRule = {
  id: 'string-table',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASWBXML R656',
  judge(scene) {
    const { header } = scene.decoded.document;
    if (!header || header.tableEnd === header.tableStart) return [];
    const { tableTexts, tableNames } = scene.index;
    // What takes its name from the table is told where it stands; a table cut short is the codec’s to tell.
    if (tableTexts.length === 0 && tableNames) return [];
    if (scene.decoded.problems.some(({ code }) => code === 'unterminated-table')) return [];
    const uses = tableTexts.slice(0, MAX_PLACES);
    return [
      {
        start: tableLengthAt(scene),
        end: header.tableEnd,
        text: `The message has a string table of ${header.tableEnd - header.tableStart} bytes. ActiveSync has none: the fourth byte is 00, and texts are inline strings.`,
        related: uses.map((i) => ({ ...tokenSpan(scene, i), text: 'This text is taken from it.' })),
        fix: inlined(scene),
      },
    ];
  },
};

export const stringTablePage: RulePage = {
  title: 'A string table',
  scope: 'message',
  why: 'ActiveSync writes each text where it stands. Readers made for it have no string table to look things up in.',
  covers: ['WBXML-STR-01', 'D21'],
  bad: { hex: '03016a023100 45 5c4f 4b830001 5203310001 4e03310001 010101', side: 'response' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
};

function tableLengthAt({ decoded: { tokens } }: MessageScene): number {
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kind(i) === KIND.stringTableLength) return tokens.start(i);
  }
  return 0;
}

/** Each reference written as the string it stands for, and no table; not where something else needs the table. */
function inlined(scene: MessageScene): Judgement['fix'] {
  const { bytes, tokens, document } = scene.decoded;
  const { header } = document;
  const { tableTexts, tableNames } = scene.index;
  if (!header || header.encoding.unit !== 1 || header.publicId.index || tableNames) return undefined;
  if (tableTexts.length > MAX_PLACES) return undefined;
  const edits = [{ start: tableLengthAt(scene), end: header.tableEnd, bytes: Uint8Array.of(0) }];
  for (const i of tableTexts) {
    const start = header.tableStart + readMbUint32(bytes, tokens.start(i) + 1).value;
    const past = start < header.tableEnd ? stringEnd(bytes, start, header.tableEnd, 1) : -1;
    if (past < 0) return undefined;
    edits.push({
      ...tokenSpan(scene, i),
      bytes: Uint8Array.of(GLOBAL.STR_I, ...bytes.subarray(start, past)),
    });
  }
  return { title: 'Write the texts inline', edits };
}
