import { otherSide, type Side } from '../../conversation/index.ts';
import { bodyModel, type ContentModel, type ElementModel } from '../../eas/index.ts';
import {
  CONTAINER,
  container,
  ElementSets,
  leaves,
  setText,
  type Lengths,
  type Piece,
} from './element-sets.ts';

/** What is known of a message that was not captured. */
export interface LengthsQuestion {
  command: string;
  side: Side;
  /** Sizes that messages of the same make had, in bytes, each with the length of its SyncKey where that is known. */
  sizes: readonly { total: number; keyLength?: number }[];
  /** Characters of a CollectionId or ServerId; 1 where absent. */
  idLength?: number;
}

/** A set of elements that has these sizes. */
export interface PossibleSet {
  /** `Sync{Status, SyncKey, Collections{…}}` */
  text: string;
  bytes: number;
  /** How often the SyncKey stands in it. */
  keys: number;
  /** Redundant SWITCH_PAGEs: legal, two bytes each. */
  switches: number;
  /** What of it is against a rule; empty for a legal set. */
  faults: string[];
  /** Texts of unknown length that share the bytes left: as many characters together. */
  free?: { texts: number; characters: number };
}

export interface LengthsAnswer {
  /** How often the SyncKey must stand in it: from how the size grows with the key; absent where one size is known. */
  keys?: number;
  /** Legal sets first, then those with the fewest faults. At most `MOST`. */
  sets: PossibleSet[];
  /** True where a legal set has these sizes. */
  legal: boolean;
  /** True where there were more sets than could be tried. */
  cut: boolean;
  sentence: string;
}

const HEADER = 4;
const SWITCH = 2;
/** What taking one leaf out of a set may save. */
const SAVED = 80;
const MOST_SWITCHES = 2;
const MOST_FAULTS = 2;
const MOST = 50;
/** Sets that faults are added to. */
const MOST_BASES = 400;

/**
 * Finds the sets of elements that a message of a certain size can have: legal ones, and such as break one or two
 * rules. A bounded search over the content model's optional parts; items and their texts are not among them.
 */
export function explainLengths({ command, side, sizes, idLength = 1 }: LengthsQuestion): LengthsAnswer {
  const [first] = sizes;
  const root = bodyModel(command, side);
  if (!first || !root)
    return nothing(first ? `The content of ${command} is not known here.` : 'No size was given.');
  const lengths: Lengths = { key: first.keyLength ?? 1, id: idLength };
  const keys = keysOf(sizes);
  if (keys === 'none') return nothing('The sizes do not grow with the key as messages of one make do.');
  const head = HEADER + (root.key >> 8 === 0 ? 0 : SWITCH);
  const search = new ElementSets(lengths, first.total - head + SAVED);
  const legalSets = search.of(command, side);
  const fits = (piece: Piece, faults: string[]): PossibleSet[] =>
    fitting(piece, faults, first.total - head, keys).map((set) => ({ ...set, bytes: first.total }));
  const sets = legalSets.flatMap((piece) => fits(piece, []));
  const legal = sets.length > 0;
  const model: Pool = { lengths, root, pool: poolOf(command, side) };
  let bases = legalSets.map((piece) => ({ piece, faults: [] as string[] })).slice(0, MOST_BASES);
  for (let round = 1; round <= MOST_FAULTS && sets.length < MOST; round++) {
    bases = bases.flatMap(({ piece, faults }) =>
      broken(piece, model).map((b) => ({ ...b, faults: [...faults, ...b.faults] })),
    );
    bases = distinct(bases.filter(({ piece }) => piece.bytes <= first.total + SAVED)).slice(
      0,
      MOST_BASES * 20,
    );
    sets.push(...bases.flatMap(({ piece, faults }) => fits(piece, faults)));
    if (sets.some(({ faults }) => faults.length > 0)) break;
  }
  const unique = [...new Map(sets.map((set) => [`${set.switches} ${set.text}`, set])).values()];
  unique.sort(
    (a, b) => a.faults.length - b.faults.length || a.switches - b.switches || a.text.length - b.text.length,
  );
  const least = leastWith(legalSets, keys, head);
  return {
    ...(keys !== undefined && { keys }),
    sets: unique.slice(0, MOST),
    legal,
    cut: search.isCut,
    sentence: sentenceOf({ command, side, sizes }, unique, legal, keys, least),
  };
}

const nothing = (sentence: string): LengthsAnswer => ({ sets: [], legal: false, cut: false, sentence });

/** How often the key stands in messages of one make: growth of the size by growth of the key. */
function keysOf(sizes: LengthsQuestion['sizes']): number | 'none' | undefined {
  const [first] = sizes;
  let keys: number | undefined;
  for (const other of sizes) {
    if (first?.keyLength === undefined || other.keyLength === undefined) continue;
    const grown = other.keyLength - first.keyLength;
    const size = other.total - first.total;
    if (grown === 0) {
      if (size !== 0) return 'none';
      continue;
    }
    const times = size / grown;
    if (!Number.isInteger(times) || times < 0 || (keys !== undefined && keys !== times)) return 'none';
    keys = times;
  }
  return keys;
}

/** The set with as many redundant switches as make it the size, if any do. */
function fitting(piece: Piece, faults: string[], total: number, keys: number | undefined): PossibleSet[] {
  if (keys !== undefined && piece.keys !== keys) return [];
  const found: PossibleSet[] = [];
  for (let switches = 0; switches <= MOST_SWITCHES; switches++) {
    const left = total - piece.bytes - 2 * switches;
    if (left < 0 || (left > 0 && piece.free === 0)) continue;
    const free = piece.free > 0 ? { free: { texts: piece.free, characters: piece.free + left } } : {};
    found.push({ text: setText(piece), bytes: total, keys: piece.keys, switches, faults, ...free });
  }
  return found;
}

interface Pool {
  lengths: Lengths;
  root: ElementModel;
  /** Leaves and containers that either side of the command has, by name. */
  pool: ElementModel[];
}

/** The elements without items that the command's two models have near their top. */
function poolOf(command: string, side: Side): ElementModel[] {
  const found = new Map<string, ElementModel>();
  let level = [bodyModel(command, side), bodyModel(command, otherSide(side))].filter(
    (root) => root !== undefined,
  );
  for (let depth = 0; depth < 3; depth++) {
    level = level.flatMap(({ content }) => (content && !content.item ? content.children : []));
    for (const element of level) if (!found.has(element.name)) found.set(element.name, element);
  }
  return [...found.values()];
}

type Broken = { piece: Piece; faults: string[] };

/** A set with one fault more: an element too many, twice, or missing, at any place of it. */
function broken(piece: Piece, { lengths, root, pool }: Pool): Broken[] {
  const found: Broken[] = [];
  const visit = (here: Piece, model: ElementModel | undefined, rebuild: (piece: Piece) => Piece): void => {
    const content = model?.content;
    if (!content) return;
    for (const extra of pool) {
      const place = content.children.find(({ name }) => name === extra.name);
      const count = here.children.filter(({ name }) => name === extra.name).length;
      const fault = faultOf(extra, place, count, here.name);
      if (fault === undefined) continue;
      for (const form of formsOf(extra, lengths)) {
        found.push({ piece: rebuild(container(here.name, [...here.children, form])), faults: [fault] });
      }
    }
    const seen = new Set<string>();
    here.children.forEach((child, i) => {
      if (seen.has(child.name)) return;
      seen.add(child.name);
      const others = here.children.filter((_, k) => k !== i);
      if (isRequired(content, child.name) && others.length > 0) {
        found.push({
          piece: rebuild(container(here.name, others)),
          faults: [`${child.name} is missing in ${here.name}`],
        });
      }
      if (child.own !== CONTAINER) return;
      const inner = content.children.find(({ name }) => name === child.name);
      visit(child, inner, (made) =>
        rebuild(
          container(
            here.name,
            here.children.map((each, k) => (k === i ? made : each)),
          ),
        ),
      );
    });
  };
  visit(piece, root, (made) => made);
  return found;
}

const isRequired = (content: ContentModel, name: string): boolean =>
  content.required.some((element) => element.name === name);

/** What is wrong with one more of an element here; `undefined` where nothing is. */
function faultOf(
  extra: ElementModel,
  place: ElementModel | undefined,
  count: number,
  parent: string,
): string | undefined {
  if (!place) return `${extra.name} under ${parent}`;
  if (count >= place.max) return `${extra.name} twice in ${parent}`;
  return extra.content ? `${extra.name} without a child` : undefined;
}

/** An empty container, or the forms of a value. */
const formsOf = (element: ElementModel, lengths: Lengths): Piece[] =>
  element.content ? [container(element.name, [])] : leaves(element, lengths);

function distinct(all: readonly Broken[]): Broken[] {
  const byText = new Map<string, Broken>();
  for (const each of all) {
    const id = `${each.piece.bytes} ${setText(each.piece)}`;
    if (!byText.has(id)) byText.set(id, each);
  }
  return [...byText.values()];
}

/** Bytes of the smallest legal message with that many keys. */
function leastWith(sets: readonly Piece[], keys: number | undefined, head: number): number | undefined {
  let least: number | undefined;
  for (const set of sets) {
    if (keys !== undefined && set.keys !== keys) continue;
    if (least === undefined || set.bytes + head < least) least = set.bytes + head;
  }
  return least;
}

function sentenceOf(
  { command, side, sizes }: LengthsQuestion,
  sets: readonly PossibleSet[],
  legal: boolean,
  keys: number | undefined,
  least: number | undefined,
): string {
  const [first] = sizes;
  const total = first?.total ?? 0;
  const grows =
    keys === undefined
      ? ''
      : `The size grows by ${keys} ${keys === 1 ? 'byte' : 'bytes'} for each of the key: the SyncKey stands in it ${timesText(keys)}. `;
  if (legal) {
    const count = sets.filter(({ faults }) => faults.length === 0).length;
    return `${grows}${count} legal ${count === 1 ? 'set' : 'sets'} of elements ${count === 1 ? 'has' : 'have'} ${total} bytes: ${sets[0]?.text ?? ''}.`;
  }
  const why =
    least === undefined
      ? ` No legal ${side} has it ${timesText(keys ?? 0)}.`
      : ` The smallest legal one${keys === undefined ? '' : ' of that kind'} has ${least} bytes.`;
  const best = sets[0];
  const closest = best
    ? ` Closest: ${best.text}; ${best.faults.join(', ')}.`
    : ' No set with up to two faults has it either.';
  return `${grows}No legal ${side} to ${command} has ${total} bytes.${why}${closest}`;
}

const timesText = (keys: number): string =>
  keys === 0 ? 'not at all' : keys === 1 ? 'once' : keys === 2 ? 'twice' : `${keys} times`;
