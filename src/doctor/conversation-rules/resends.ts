import type { Lane, TurnOf } from '../digest/index.ts';

/** A request that a phone sent twice in a row for a folder, with the two answers. */
export interface Resend {
  first: TurnOf;
  again: TurnOf;
}

/** Resends of a key other than 0, whose first answer had a new key that the phone did not take up. */
export function resendsOf(lane: Lane): Resend[] {
  const found: Resend[] = [];
  for (const turns of lane.turns.values()) {
    for (let i = 1; i < turns.length; i++) {
      const [first, again] = [turns[i - 1], turns[i]];
      if (!first || !again) continue;
      const key = first.asked.key?.text;
      if (key === undefined || key === '0' || first.pair.request?.same !== again.pair.request?.same) continue;
      const isNew = first.answered?.key !== undefined && first.answered.key.text !== key;
      const isGood = [first, again].every(({ answered }) => answered?.status?.text === '1');
      if (isNew && isGood) found.push({ first, again });
    }
  }
  return found;
}
