import type { Message } from '../../conversation/index.ts';
import { keyOf, type Decoded } from '../../doctypes/index.ts';
import { GLOBAL, KIND } from '../../wbxml/index.ts';
import type { Scene } from '../rule.ts';
import type { Finding } from '../types.ts';
import { isSpare, sparesOf } from './spare.ts';

/** Elements that stand against a rule and can go: those that a fix takes out, and those a loud finding is about. */
export function faultyElements(findings: readonly Finding[], read: Decoded): Set<number> {
  const elements = new Set<number>();
  for (const finding of findings) {
    if (finding.severity === 'note') continue;
    for (const { start, end } of spansOf(finding)) {
      const token = elementAt(read, start, end);
      if (token >= 0 && read.tokens.parent(token) >= 0) elements.add(token);
    }
  }
  return elements;
}

/** What a finding's fix takes out; without a fix the finding's own span and those of its further places. */
function spansOf({ start, end, fix, related = [], times = 1 }: Finding): { start: number; end: number }[] {
  if (fix) return fix.edits.filter(({ bytes }) => isGone(bytes)).map(({ place }) => place);
  return [{ start, end }, ...(times > 1 ? related : [])];
}

/** True where nothing, or only a SWITCH_PAGE, takes the place of what goes. */
const isGone = (bytes: Uint8Array): boolean =>
  bytes.length === 0 || (bytes.length === 2 && bytes[0] === GLOBAL.SWITCH_PAGE);

/** The tag of the element that spans exactly these bytes, or −1. */
function elementAt({ tokens }: Decoded, start: number, end: number): number {
  const token = tokens.atOffset(start);
  if (token < 0 || tokens.start(token) !== start || tokens.kind(token) !== KIND.tag) return -1;
  if (tokens.inAttributes(token)) return -1;
  return tokens.end(tokens.past(token) - 1) === end ? token : -1;
}

/** Elements that say what their absence would say, where their parent keeps another child. */
export function spareElements(scene: Scene, gone: ReadonlySet<number>): Set<number> {
  const { tokens } = scene.decoded;
  const spareOf = sparesOf(scene.command, scene.side);
  const spare = new Set<number>();
  const kept = new Map<number, number>();
  const candidates: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kind(i) !== KIND.tag || tokens.inAttributes(i)) continue;
    if (gone.has(i)) {
      i = tokens.past(i) - 1;
      continue;
    }
    const parent = tokens.parent(i);
    if (parent < 0 || tokens.kind(parent) !== KIND.tag) continue;
    kept.set(parent, (kept.get(parent) ?? 0) + 1);
    const rule = spareOf(keyAt(scene, parent), keyAt(scene, i));
    if (rule && isSpare(rule, scene, i)) candidates.push(i);
  }
  for (const i of candidates) {
    const parent = tokens.parent(i);
    const left = kept.get(parent) ?? 0;
    if (left < 2) continue;
    kept.set(parent, left - 1);
    spare.add(i);
  }
  return spare;
}

const keyAt = ({ decoded: { tokens } }: Scene, i: number): number => keyOf(tokens.page(i), tokens.tagCode(i));

/** Tags that announce content and hold none. */
export function bareTags({ tokens }: Decoded): Set<number> {
  const bare = new Set<number>();
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kind(i) !== KIND.tag || tokens.inAttributes(i) || !tokens.hasContent(i)) continue;
    if (tokens.kind(i + 1 < tokens.length ? i + 1 : i) === KIND.end && tokens.past(i) === i + 2) bare.add(i);
  }
  return bare;
}

/** True where a string table is sent and nothing points into it. */
export function isTableIdle({ document, tokens }: Decoded): boolean {
  const { header } = document;
  if (!header || header.tableEnd === header.tableStart || header.publicId.index) return false;
  for (let i = 0; i < tokens.length; i++) {
    const kind = tokens.kind(i);
    if (
      kind === KIND.strT ||
      kind === KIND.literalTag ||
      kind === KIND.extT ||
      kind === KIND.attributeLiteral
    ) {
      return false;
    }
  }
  return true;
}

/** A message with other bytes and all else as it was. */
export const withBytes = (message: Message, bytes: Uint8Array): Message => ({ ...message, bytes });
