import type { Finding } from '../types.ts';
import { worstFirst } from '../worst-first.ts';
import { FolderStory } from './folder-story.ts';
import { commandOf, turnsOf, type Pair, type Turn, type WideJudgement } from './pair.ts';
import type { RuleFacts } from '../rule.ts';

/** A rule about a whole conversation. Linear in the number of its exchanges. */
export interface ConversationRule extends RuleFacts {
  judge(talk: Talk): readonly WideJudgement[];
}

/** One collection in one Sync, with its exchange. */
export interface TurnOf extends Turn {
  pair: Pair;
}

/** What one phone and its server said, in order. */
export class Lane {
  readonly pairs: readonly Pair[];
  private collections: Map<string, TurnOf[]> | undefined;
  private hierarchy: FolderStory | undefined;

  constructor(pairs: readonly Pair[]) {
    this.pairs = pairs;
  }

  /** Its exchanges of one command. */
  of(command: string): Pair[] {
    return this.pairs.filter((pair) => commandOf(pair) === command);
  }

  /** Its folders, as they were before each of `pairs`. */
  get folders(): FolderStory {
    return (this.hierarchy ??= new FolderStory(this.pairs));
  }

  /** The story of each collection, by id: every Sync that names it. */
  get turns(): ReadonlyMap<string, readonly TurnOf[]> {
    if (this.collections) return this.collections;
    const found = new Map<string, TurnOf[]>();
    for (const pair of this.pairs) {
      for (const turn of turnsOf(pair)) {
        const id = turn.asked.id?.text ?? '';
        const list = found.get(id);
        if (list) list.push({ ...turn, pair });
        else found.set(id, [{ ...turn, pair }]);
      }
    }
    return (this.collections = found);
  }
}

/** A conversation, phone by phone, with what is known of its messages. */
export class Talk {
  readonly lanes: readonly Lane[];
  private readonly worst = new Map<string, Finding>();

  /** @param findings about its messages and exchanges */
  constructor(pairs: readonly Pair[], findings: readonly Finding[]) {
    this.lanes = lanesOf(pairs);
    for (const finding of findings) {
      const key = `${finding.exchange} ${finding.side}`;
      const known = this.worst.get(key);
      if (!known || worstFirst(finding, known) < 0) this.worst.set(key, finding);
    }
  }

  /** The worst finding about a message; `undefined` where there is none above a note. */
  worstOf(exchange: number, side: 'request' | 'response'): Finding | undefined {
    const finding = this.worst.get(`${exchange} ${side}`);
    return finding && finding.severity !== 'note' ? finding : undefined;
  }
}

/** Exchanges that do not tell their phone belong to the only one there is, or to one of their own. */
function lanesOf(pairs: readonly Pair[]): Lane[] {
  const phones = new Set(pairs.flatMap(({ request }) => request?.http.phone ?? []));
  const only = phones.size === 1 ? [...phones][0] : undefined;
  const lanes = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const phone = pair.request?.http.phone ?? only ?? '';
    const lane = lanes.get(phone);
    if (lane) lane.push(pair);
    else lanes.set(phone, [pair]);
  }
  return [...lanes.values()].map((lane) => new Lane(lane));
}
