import type { Side } from '../conversation/index.ts';
import { keyOf } from '../doctypes/index.ts';
import { bodyModel, type ElementModel } from '../eas/index.ts';
import { KIND, type TokenTable } from '../wbxml/index.ts';
import { containersIn } from './containers.ts';

const REQUEST = 1;
const RESPONSE = 2;
/** Tags looked at: what tells the sides apart stands near the top. */
const LOOKED_AT = 200;

/** What the elements of a message say about who wrote it: how many only one side can hold, and two names of them. */
export interface SideVotes {
  request: number;
  response: number;
  names: Record<Side, string[]>;
}

/** Counts the elements that stand where only a request, or only a response, of the command may hold them. */
export function sideVotes(tokens: TokenTable, command: string): SideVotes {
  const votes: SideVotes = { request: 0, response: 0, names: { request: [], response: [] } };
  const pairs = pairsOf(command);
  if (!pairs) return votes;
  let looked = 0;
  for (let i = 0; i < tokens.length && looked < LOOKED_AT; i++) {
    if (tokens.kind(i) !== KIND.tag) continue;
    looked++;
    const parent = tokens.parent(i);
    if (parent < 0 || tokens.kind(parent) !== KIND.tag) continue;
    const pair = pairs.get(pairKey(keyAt(tokens, parent), keyAt(tokens, i)));
    if (!pair || pair.sides === (REQUEST | RESPONSE)) continue;
    const side: Side = pair.sides === REQUEST ? 'request' : 'response';
    votes[side]++;
    const names = votes.names[side];
    if (names.length < 2 && !names.includes(pair.name)) names.push(pair.name);
  }
  return votes;
}

const keyAt = (tokens: TokenTable, i: number): number => keyOf(tokens.page(i), tokens.tagCode(i));

/** Keys of a parent and its child as one number; each is below 2¹⁶. */
const pairKey = (parent: number, child: number): number => parent * 0x10000 + child;

interface Pair {
  sides: number;
  name: string;
}

const pairsOfCommand = new Map<string, Map<number, Pair>>();

/** Which side may hold a child in a parent, for every pair of the command's two models. */
function pairsOf(command: string): Map<number, Pair> | undefined {
  const known = pairsOfCommand.get(command);
  if (known) return known;
  const request = bodyModel(command, 'request');
  const response = bodyModel(command, 'response');
  if (!request || !response) return undefined;
  const pairs = new Map<number, Pair>();
  collect(request, REQUEST, pairs);
  collect(response, RESPONSE, pairs);
  pairsOfCommand.set(command, pairs);
  return pairs;
}

function collect(root: ElementModel, side: number, pairs: Map<number, Pair>): void {
  for (const element of containersIn(root)) {
    for (const child of element.content?.children ?? []) {
      const key = pairKey(element.key, child.key);
      const pair = pairs.get(key);
      if (pair) pair.sides |= side;
      else pairs.set(key, { sides: side, name: child.name });
    }
  }
}
