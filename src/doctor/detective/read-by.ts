import { findDoubts, type Doubts } from './doubts.ts';
import { knownReadings, type KnownTable } from './known-tables.ts';
import { Matcher, symbolOf, type Move, type Naming, type Vote } from './matcher.ts';
import type { Candidate, Suspect } from './suspect.ts';

/** The best reading of a message by one model. */
export interface Found {
  candidate: Candidate;
  naming: Naming;
  gain: number;
  steps: number;
}

/** Reads a message by one model: twice, so that what one place shows of a tag helps where it stands elsewhere. */
export function readBy(
  { root, decoded }: Suspect,
  candidate: Candidate,
  tables: readonly KnownTable[],
  limit: number,
): Found {
  const doubts: Doubts = findDoubts(root, candidate.model, decoded.vocabulary);
  const known = knownReadings(tables);
  const nameOf = (key: number): string | undefined => decoded.vocabulary.tag(key >> 8, key & 0xff)?.name;
  let votes = new Map<number, Vote[]>();
  let moves = new Map<number, Move>();
  let found: Found = { candidate, naming: new Map(), gain: -Infinity, steps: 0 };
  for (let round = 0; round < 2; round++) {
    const matcher = new Matcher({ doubts, known, votes, moves, nameOf }, limit - found.steps);
    const gain = matcher.gain(root, candidate.model) + candidate.bonus;
    const naming: Naming = new Map();
    if (!matcher.isSpent) matcher.name(root, candidate.model, naming);
    const steps = found.steps + matcher.steps;
    if (matcher.isSpent) return { ...found, steps };
    found = { candidate, naming, gain, steps };
    votes = votesOf(naming);
    moves = movesOf(naming);
  }
  return found;
}

/** For each tag what it was taken for; first where the model asks for the element: that tells more. */
function votesOf(naming: Naming): Map<number, Vote[]> {
  const votes = new Map<number, Vote[]>();
  for (const [shape, element] of naming) {
    votes.set(symbolOf(shape), [...(votes.get(symbolOf(shape)) ?? []), { shape, element }]);
  }
  for (const list of votes.values()) list.sort((a, b) => b.element.min - a.element.min);
  return votes;
}

/** How the codes of each page were moved, where more than half of them and three at least were moved alike. */
function movesOf(naming: Naming): Map<number, Move> {
  const ofPages = new Map<number, Map<string, Move & { times: number }>>();
  for (const [{ page, code }, { key }] of naming) {
    const list = ofPages.get(page) ?? new Map<string, Move & { times: number }>();
    const move = { page: key >> 8, by: (key & 0xff) - code };
    const id = `${move.page} ${move.by}`;
    list.set(id, { ...move, times: (list.get(id)?.times ?? 0) + 1 });
    ofPages.set(page, list);
  }
  const moves = new Map<number, Move>();
  for (const [page, list] of ofPages) {
    const all = [...list.values()];
    const best = all.find(
      ({ times }) => times >= 3 && times * 2 > all.reduce((sum, each) => sum + each.times, 0),
    );
    if (best) moves.set(page, best);
  }
  return moves;
}
