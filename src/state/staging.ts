// What a simulation needs of the page's state: a chunk of its own.
import { words } from '#words/staging.ts';
import { messageAt, messagesOf, type Conversation, type Message } from '../conversation/index.ts';
import { isUnchanged } from './branch-changes.ts';
import { Simulation, type Branch, type Play } from './simulation.svelte.ts';
import { MOST_BRANCHES, simulationOf, withoutSimulation } from './saved-simulation.ts';
import type { Staged } from './stage.svelte.ts';

export { Simulation } from './simulation.svelte.ts';

/**
 * Plays again what a conversation was made by. The conversation is shown as it came, with what a person edited in it.
 * Where it was made under other rules and the run comes out otherwise today, that is told, and what comes out today is
 * a branch beside it.
 */
export async function restage(given: Conversation, play: Play): Promise<Staged> {
  const saved = simulationOf(given);
  if (saved === undefined || typeof saved === 'string') return { conversation: given, says: saved };
  const { branch, step } = saved;
  const asked = saved.branches[branch];
  if (!asked) return { conversation: given };
  const transcript = await play(asked.setup).catch(() => undefined);
  if (!transcript) return { conversation: given, says: words.unread(words.failed) };
  const came = withoutSimulation(given);
  const differ = differing(came, transcript.conversation);
  const isOther = (asked.rules ?? saved.rules) !== transcript.rules;
  const isAsSaved = isOther && differ > 0 && came.exchanges.length > 0;
  const branches = saved.branches.map(({ rules = saved.rules, ...rest }, i): Branch => {
    const holdsOther = i === branch ? isAsSaved : rest.changes !== undefined && rules !== transcript.rules;
    return { ...rest, ...(holdsOther && { rules }) };
  });
  let today = isAsSaved ? branches.find((one) => isPlayedToday(one, asked)) : undefined;
  if (isAsSaved && !today && branches.length < MOST_BRANCHES) {
    today = { name: words.playedToday, setup: transcript.setup, transcript };
    branches.push(today);
  }
  const simulation = new Simulation(play, transcript, { branches, branch, step });
  const isEdited = !isUnchanged(came, transcript.conversation);
  if (isEdited && (!isOther || came.exchanges.length > 0)) simulation.keep(came);
  const { conversation } = simulation;
  if (!isOther) return { conversation, simulation };
  const count = messagesOf(transcript.conversation).length;
  const how = differ === 0 ? words.sameToday : words.otherToday(differ, count);
  const says = [words.otherRules(how), ...(isAsSaved ? [words.asSaved(today?.name)] : [])].join(' ');
  return { conversation, simulation, says };
}

/** Whether a branch shows how the setup of another comes out today. */
const isPlayedToday = ({ rules, changes, setup }: Branch, other: Branch): boolean =>
  rules === undefined && changes === undefined && isUnchanged(setup, other.setup);

/** How many messages are in one of the two only, or have other bytes or another HTTP status there. */
export function differing(a: Conversation, b: Conversation): number {
  let count = 0;
  for (let exchange = 0; exchange < Math.max(a.exchanges.length, b.exchanges.length); exchange++) {
    for (const side of ['request', 'response'] as const) {
      if (!same(messageAt(a, { exchange, side }), messageAt(b, { exchange, side }))) count++;
    }
  }
  return count;
}

function same(a: Message | undefined, b: Message | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.http?.status !== b.http?.status) return false;
  const [left, right] = [a.bytes, b.bytes];
  if (!left || !right) return left === right;
  return left.length === right.length && left.every((byte, i) => byte === right[i]);
}
