import { keyOf, type Decoded } from '../../doctypes/index.ts';
import { KIND, type TokenTable } from '../../wbxml/index.ts';
import { textOf } from '../walk/element-text.ts';

/** Which elements of two messages belong together. */
export interface Alignment {
  /** For each token of the first message: the second's tag that its tag is paired with, −1 for none and for other tokens. */
  toB: Int32Array;
  toA: Int32Array;
  /** Tags of the first message that are paired with one that stands in another order among its neighbours. */
  moved: ReadonlySet<number>;
}

/** Names of the children that tell one of many like elements from the others. */
const ID_NAMES: ReadonlySet<string> = new Set([
  'ServerId',
  'CollectionId',
  'ClientId',
  'Id',
  'SrcMsgId',
  'FileReference',
  'LongId',
  'Email',
]);

/**
 * Pairs the elements of two messages from their roots down: by name, then by the id that stands in them, then by
 * their order. Time grows with the tokens and, for the order, with n log n; nothing recurses.
 */
export function align(a: Decoded, b: Decoded): Alignment {
  const toB = new Int32Array(a.tokens.length).fill(-1);
  const toA = new Int32Array(b.tokens.length).fill(-1);
  const moved = new Set<number>();
  const open: [number, number][] = [[-1, -1]];
  for (let next = open.pop(); next; next = open.pop()) {
    const pairs = pairChildren(a, childrenOf(a.tokens, next[0]), b, childrenOf(b.tokens, next[1]));
    for (const [one, other] of pairs) {
      toB[one] = other;
      toA[other] = one;
      if (a.tokens.hasContent(one) && b.tokens.hasContent(other)) open.push([one, other]);
    }
    const kept = rising(pairs.map(([, other]) => other));
    pairs.forEach(([one], i) => {
      if (!kept.has(i)) moved.add(one);
    });
  }
  return { toB, toA, moved };
}

/** Tokens of the tags directly in the element with this tag, in order; of the roots for −1. */
export function childrenOf(tokens: TokenTable, parent: number): number[] {
  const found: number[] = [];
  const past = parent < 0 ? tokens.length : tokens.past(parent);
  for (let i = parent + 1; i < past; i = isElement(tokens, i) ? tokens.past(i) : i + 1) {
    if (isElement(tokens, i) && tokens.parent(i) === parent) found.push(i);
  }
  return found;
}

export function isElement(tokens: TokenTable, i: number): boolean {
  const kind = tokens.kind(i);
  return (kind === KIND.tag || kind === KIND.literalTag) && !tokens.inAttributes(i);
}

/** Pairs in the order of the first list. */
function pairChildren(
  a: Decoded,
  as: readonly number[],
  b: Decoded,
  bs: readonly number[],
): [number, number][] {
  const taken = new Map<number, number>();
  const left = new Map<string, number[]>();
  for (const i of bs) push(left, `${nameKey(b, i)} ${idOf(b, i)}`, i);
  const used = new Set<number>();
  const rest: number[] = [];
  for (const list of left.values()) list.reverse();
  for (const i of as) {
    const other = left.get(`${nameKey(a, i)} ${idOf(a, i)}`)?.pop();
    if (other === undefined) rest.push(i);
    else {
      taken.set(i, other);
      used.add(other);
    }
  }
  const byName = new Map<string, number[]>();
  for (const i of bs) if (!used.has(i)) push(byName, nameKey(b, i), i);
  for (const list of byName.values()) list.reverse();
  for (const i of rest) {
    const other = byName.get(nameKey(a, i))?.pop();
    if (other !== undefined) taken.set(i, other);
  }
  return as.flatMap((i): [number, number][] => {
    const other = taken.get(i);
    return other === undefined ? [] : [[i, other]];
  });
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const nameKey = ({ tokens }: Decoded, i: number): string =>
  tokens.kind(i) === KIND.tag ? String(keyOf(tokens.page(i), tokens.tagCode(i))) : 'literal';

/** The id that stands in an element, or nothing. */
function idOf(decoded: Decoded, i: number): string {
  const { tokens, vocabulary } = decoded;
  if (!tokens.hasContent(i)) return '';
  const past = tokens.past(i);
  for (let k = i + 1; k < past; k = isElement(tokens, k) ? tokens.past(k) : k + 1) {
    if (tokens.kind(k) !== KIND.tag || tokens.inAttributes(k)) continue;
    const name = vocabulary.tag(tokens.page(k), tokens.tagCode(k))?.name;
    if (name !== undefined && ID_NAMES.has(name))
      return textOf(decoded, k + 1, Math.min(tokens.past(k), k + 4));
  }
  return '';
}

/** Indices of a longest rising run of numbers, not necessarily neighbours. n log n. */
function rising(numbers: readonly number[]): Set<number> {
  const tails: number[] = []; // index of the smallest end of a run of each length
  const before = new Int32Array(numbers.length).fill(-1);
  numbers.forEach((number, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((numbers[tails[middle] as number] as number) < number) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = i;
  });
  const kept = new Set<number>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] as number) kept.add(i);
  return kept;
}
