import type { Message, Side } from '../../conversation/index.ts';
import { decode, hexUpper, keyOf, type Decoded } from '../../doctypes/index.ts';
import { bodyModel, type ElementModel } from '../../eas/index.ts';
import { KIND } from '../../wbxml/index.ts';
import { examineMessage } from '../examination.ts';
import type { Scene } from '../rule.ts';
import type { Finding } from '../types.ts';

/** No item is nested deeper. */
const DEEPEST = 32;

/** One of two messages that are compared, read and examined once. */
export class SideFacts {
  readonly decoded: Decoded;
  readonly scene: Scene;
  /** How many faults louder than a note it has. */
  readonly loudness: number;
  private readonly marks: { start: number; end: number; finding: Finding }[];
  private readonly models = new Map<number, ElementModel | undefined>();

  constructor(message: Message, side: Side | undefined, known: Decoded | undefined) {
    const { doctype } = message.readAs ?? {};
    this.decoded =
      known ?? decode(message.bytes ?? new Uint8Array(), doctype === undefined ? {} : { doctype });
    const { context, findings } = examineMessage(message, side === undefined ? {} : { side }, this.decoded);
    this.scene = {
      decoded: this.decoded,
      context,
      command: context.command?.value ?? '',
      side: context.side.value,
    };
    this.loudness = findings.filter(({ severity }) => severity !== 'note').length;
    this.marks = findings
      .flatMap((finding) => [
        { start: finding.start, end: finding.end, finding },
        ...((finding.times ?? 1) > 1 ? (finding.related ?? []) : []).map(({ start, end }) => ({
          start,
          end,
          finding,
        })),
      ])
      .sort((x, y) => x.start - y.start);
  }

  /** The worst finding that lies in these bytes and begins before `before`. */
  findingIn(
    start: number,
    end: number,
    fits: (finding: Finding) => boolean = () => true,
    before = end,
  ): Finding | undefined {
    let low = 0;
    let high = this.marks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.marks[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    let worst: Finding | undefined;
    for (let i = low; i < this.marks.length; i++) {
      const mark = this.marks[i];
      if (!mark || mark.start >= before) break;
      if (mark.end <= end && fits(mark.finding) && isWorse(mark.finding, worst)) worst = mark.finding;
      if (worst?.severity === 'error') break;
    }
    return worst;
  }

  name(i: number): string {
    const { tokens, vocabulary } = this.decoded;
    if (tokens.kind(i) !== KIND.tag) return 'LITERAL tag';
    return vocabulary.tag(tokens.page(i), tokens.tagCode(i))?.name ?? `tag-0x${hexUpper(tokens.tagCode(i))}`;
  }

  parentName(i: number): string {
    const parent = this.decoded.tokens.parent(i);
    return parent < 0 ? '' : ` in ${this.name(parent)}`;
  }

  /** Where the content model has the element with this tag, if it has it there. */
  model(i: number): ElementModel | undefined {
    const path: number[] = [];
    for (let up = i; up >= 0 && !this.models.has(up); up = this.decoded.tokens.parent(up)) path.push(up);
    for (const tag of path.reverse()) this.models.set(tag, this.placeOf(tag));
    return this.models.get(i);
  }

  private placeOf(i: number): ElementModel | undefined {
    const { tokens } = this.decoded;
    const parent = tokens.parent(i);
    const key = keyOf(tokens.page(i), tokens.tagCode(i));
    if (parent >= 0) return this.models.get(parent)?.content?.byKey.get(key);
    const root = bodyModel(this.scene.command, this.scene.side);
    return root?.key === key ? root : undefined;
  }

  /** True where the tag with this index stands in the properties of an item. */
  isInItem(i: number): boolean {
    const { tokens } = this.decoded;
    let p = tokens.parent(i);
    for (let depth = 0; p >= 0 && depth < DEEPEST; depth++, p = tokens.parent(p)) {
      const name = this.name(p);
      if (name === 'ApplicationData' || name === 'Properties') return true;
    }
    return false;
  }

  span(i: number): { start: number; end: number } {
    const { tokens } = this.decoded;
    return { start: tokens.start(i), end: tokens.end(tokens.past(i) - 1) };
  }
}

const LOUD = { error: 0, warning: 1, note: 2 } as const;

const isWorse = (finding: Finding, than: Finding | undefined): boolean =>
  !than || LOUD[finding.severity] < LOUD[than.severity];
