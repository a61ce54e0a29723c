import { keyOf } from '../../doctypes/index.ts';
import type { TokenKind } from '../../wbxml/index.ts';
import { isSpare, sparesOf } from '../size/index.ts';
import type { Finding } from '../types.ts';
import { sameToken } from './align-tokens.ts';
import { align, childrenOf, type Alignment } from './alignment.ts';
import type { Difference, Verdict } from './difference.ts';
import type { SideFacts } from './side-facts.ts';
import { firstOf, holds, redundant, sameValue, valueOf } from './token-questions.ts';
import { judgeValues } from './value-verdict.ts';

const LONG = 60;

/** Walks two messages that are aligned, and judges every difference. */
export class Comparison {
  private readonly a: SideFacts;
  private readonly b: SideFacts;
  private readonly most: number;
  private readonly alignment: Alignment;
  private readonly found: Difference[] = [];
  private total = 0;

  constructor(a: SideFacts, b: SideFacts, most: number) {
    this.a = a;
    this.b = b;
    this.most = most;
    this.alignment = align(a.decoded, b.decoded);
  }

  /** The differences, by place. To be called once. */
  run(): Difference[] {
    const { a, b, alignment, found } = this;
    this.header();
    const open: [number, number][] = [[-1, -1]];
    for (let next = open.pop(); next; next = open.pop()) {
      const inA = childrenOf(a.decoded.tokens, next[0]);
      for (const i of inA) {
        const k = alignment.toB[i] as number;
        if (k < 0) this.only(a, i, 'a', next[1]);
        else if (this.pair(i, k)) open.push([i, k]);
      }
      for (const k of childrenOf(b.decoded.tokens, next[1])) {
        if ((alignment.toA[k] as number) < 0) this.only(b, k, 'b', next[0]);
      }
      if (inA.some((i) => alignment.moved.has(i))) this.order(next[0], next[1]);
    }
    this.switches();
    this.unread();
    if (this.total === 0) {
      const text = 'They say the same in other bytes.';
      this.add({ a: whole(a), b: whole(b), verdict: 'harmless', text });
    }
    found.sort(
      (x, y) => (x.a ?? x.b ?? START).start - (y.a ?? y.b ?? START).start || Number(!x.a) - Number(!y.a),
    );
    if (this.total > found.length) {
      const text = `${this.total - found.length} more differences are not shown.`;
      found.push({ a: whole(a), b: whole(b), verdict: 'suspicious', text });
    }
    return found;
  }

  private add(difference: Difference): void {
    this.total++;
    if (this.found.length < this.most) this.found.push(difference);
  }

  /** True where one more is only counted. */
  private isFull(): boolean {
    if (this.found.length < this.most) return false;
    this.total++;
    return true;
  }

  /**
   * Adds a difference: what a rule says of it on either side goes before what would be said without.
   * @param plain the difference alone, without what excuses it: a fault has no excuse
   */
  private judged(
    spans: Pick<Difference, 'a' | 'b'>,
    otherwise: { verdict: Verdict; text: string },
    absent?: Finding,
    plain = otherwise.text,
  ): void {
    const own = spans.a && this.a.findingIn(spans.a.start, spans.a.end);
    const theirs = spans.b && this.b.findingIn(spans.b.start, spans.b.end);
    const finding = worse(worse(own, theirs), absent);
    if (!finding || (finding.severity === 'note' && otherwise.verdict !== 'harmless')) {
      this.add({ ...spans, ...otherwise });
      return;
    }
    const isNote = finding.severity === 'note';
    const verdict = isNote ? otherwise.verdict : 'fault';
    const text = `${isNote ? otherwise.text : plain} ${finding.text}`;
    this.add({ ...spans, verdict, text, rule: finding.rule });
  }

  /** The fields of the header, and the entries of the string table. */
  private header(): void {
    const { a, b } = this;
    for (const [kind, what] of HEADER) {
      const [i, k] = [firstOf(a.decoded, kind), firstOf(b.decoded, kind)];
      if (i < 0 && k < 0) continue;
      if (i >= 0 && k >= 0 && sameToken(a.decoded, i, b.decoded, k)) continue;
      const spans = { ...(i >= 0 && { a: tokenSpan(a, i) }), ...(k >= 0 && { b: tokenSpan(b, k) }) };
      this.judged(spans, { verdict: 'suspicious', text: `The ${what} differs.` });
    }
  }

  /** An element that only one side has. @param parent the other side's tag it would stand in */
  private only(side: SideFacts, i: number, which: 'a' | 'b', parent: number): void {
    if (this.isFull()) return;
    const name = side.name(i);
    const model = side.model(i);
    const span = side.span(i);
    const other = which === 'a' ? this.b : this.a;
    const absent = parent < 0 ? undefined : missingIn(other, parent, name);
    const where = `${name}${side.parentName(i)} stands only in the ${which === 'a' ? 'first' : 'second'}.`;
    this.judged({ [which]: span }, this.verdictOf(side, i, where, model?.max ?? 0), absent, where);
  }

  private verdictOf(
    side: SideFacts,
    i: number,
    where: string,
    max: number,
  ): { verdict: Verdict; text: string } {
    const { tokens } = side.decoded;
    const { command, side: way } = side.scene;
    const parent = tokens.parent(i);
    const spare = parent < 0 ? undefined : sparesOf(command, way)(keyAt(side, parent), keyAt(side, i));
    if (spare && isSpare(spare, side.scene, i)) {
      return { verdict: 'harmless', text: `${where} It is legal and says nothing more.` };
    }
    if (side.isInItem(i)) return { verdict: 'harmless', text: `${where} It is the content of an item.` };
    if (max > 1) return { verdict: 'harmless', text: `${where} There may be any number of them.` };
    return { verdict: 'suspicious', text: max === 1 ? `${where} It may be left out.` : where };
  }

  /** Two elements that belong together. @returns true where their children are to be compared */
  private pair(i: number, k: number): boolean {
    const { a, b } = this;
    const inA = holds(a.decoded, i);
    const inB = holds(b.decoded, k);
    if (inA === 'elements' && inB === 'elements') return true;
    if ((inA === 'elements') !== (inB === 'elements')) {
      const text = `${a.name(i)}${a.parentName(i)} holds elements in one of them only.`;
      this.judged({ a: a.span(i), b: b.span(k) }, { verdict: 'suspicious', text });
      return false;
    }
    if (!sameValue(a.decoded, i, b.decoded, k)) this.values(i, k);
    return false;
  }

  private values(i: number, k: number): void {
    const { a, b } = this;
    if (this.isFull()) return;
    const [text, other] = [valueOf(a.decoded, i), valueOf(b.decoded, k)];
    const spans = { a: a.span(i), b: b.span(k) };
    const name = a.name(i);
    const where = `${name}${a.parentName(i)}`;
    if (text === other) {
      this.judged(spans, { verdict: 'harmless', text: `${where} says the same, written in another way.` });
      return;
    }
    const { verdict, why } = judgeValues(name, [text, other], a.model(i) ?? b.model(k), a.isInItem(i));
    this.judged(spans, { verdict, text: `${where} is “${short(text)}” and “${short(other)}”: ${why}.` });
  }

  /** The children of two elements that belong together stand in another order. */
  private order(i: number, k: number): void {
    const a = i < 0 ? whole(this.a) : this.a.span(i);
    const b = k < 0 ? whole(this.b) : this.b.span(k);
    const isOrder = ({ rule }: Finding): boolean => rule === 'wrong-order';
    const finding = worse(
      this.a.findingIn(a.start, a.end, isOrder),
      this.b.findingIn(b.start, b.end, isOrder),
    );
    const verdict = finding !== undefined && finding.severity !== 'note' ? 'fault' : 'harmless';
    const where = i < 0 ? 'The roots stand' : `What is in ${this.a.name(i)} stands`;
    const text = `${where} in another order. ${finding?.text ?? 'No rule forbids it.'}`;
    this.add({ a, b, verdict, text, ...(finding && { rule: finding.rule }) });
  }

  /** SWITCH_PAGEs to the page in force: the one side's surplus. */
  private switches(): void {
    const [inA, inB] = [redundant(this.a.decoded), redundant(this.b.decoded)];
    const text = 'A SWITCH_PAGE to the page in force stands only here: two bytes, no meaning.';
    for (const i of inA.slice(inB.length))
      this.judged({ a: tokenSpan(this.a, i) }, { verdict: 'harmless', text });
    for (const k of inB.slice(inA.length))
      this.judged({ b: tokenSpan(this.b, k) }, { verdict: 'harmless', text });
  }

  /** What could not be read, where the other side could or has other bytes. */
  private unread(): void {
    const [i, k] = [firstOf(this.a.decoded, 'unread'), firstOf(this.b.decoded, 'unread')];
    if (i < 0 && k < 0) return;
    if (i >= 0 && k >= 0 && sameToken(this.a.decoded, i, this.b.decoded, k)) return;
    const spans = { ...(i >= 0 && { a: tokenSpan(this.a, i) }), ...(k >= 0 && { b: tokenSpan(this.b, k) }) };
    this.judged(spans, { verdict: 'fault', text: 'These bytes cannot be read.' });
  }
}

const START = { start: 0 };

const HEADER: readonly (readonly [TokenKind, string])[] = [
  ['version', 'version of WBXML'],
  ['publicId', 'public id'],
  ['charset', 'charset'],
  ['stringTableLength', 'length of the string table'],
  ['stringTableEntry', 'string table'],
];

const whole = ({ decoded }: SideFacts): { start: number; end: number } => ({
  start: 0,
  end: decoded.bytes.length,
});

const tokenSpan = ({ decoded: { tokens } }: SideFacts, i: number): { start: number; end: number } => ({
  start: tokens.start(i),
  end: tokens.end(i),
});

/** What is said at an element about a child of this name that it lacks. */
function missingIn(side: SideFacts, parent: number, name: string): Finding | undefined {
  const { start, end } = side.span(parent);
  const speaks = ({ rule, text }: Finding): boolean => /missing|incomplete/.test(rule) && text.includes(name);
  return side.findingIn(start, end, speaks, start + 1);
}

const keyAt = ({ decoded: { tokens } }: SideFacts, i: number): number =>
  keyOf(tokens.page(i), tokens.tagCode(i));

/** The louder of two; of two alike always the same, whichever stands first. */
function worse(a: Finding | undefined, b: Finding | undefined): Finding | undefined {
  if (!a || !b) return a ?? b;
  const loud = { error: 0, warning: 1, note: 2 };
  const order = loud[a.severity] - loud[b.severity] || (a.rule < b.rule ? -1 : Number(a.rule > b.rule));
  return order <= 0 ? a : b;
}

const short = (text: string): string => (text.length > LONG ? `${text.slice(0, LONG)}…` : text);
