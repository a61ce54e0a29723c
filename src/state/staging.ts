// What a simulation needs of the page's state: a chunk of its own.
import { words } from '#words/staging.ts';
import { messageAt, messagesOf, type Conversation, type Message } from '../conversation/index.ts';
import { isUnchanged } from './branch-changes.ts';
import { Simulation, type Play } from './simulation.svelte.ts';
import { simulationOf, withoutSimulation } from './saved-simulation.ts';
import type { Staged } from './stage.svelte.ts';

export { Simulation } from './simulation.svelte.ts';

/**
 * Plays again what a conversation was made by. Under the rules it was made under the conversation is shown as it
 * came, with what a person edited in it; under others as the run comes out today.
 */
export async function restage(given: Conversation, play: Play): Promise<Staged> {
  const saved = simulationOf(given);
  if (saved === undefined || typeof saved === 'string') return { conversation: given, says: saved };
  const { branches, branch, step, rules } = saved;
  const asked = branches[branch];
  if (!asked) return { conversation: given };
  const transcript = await play(asked.setup);
  const came = withoutSimulation(given);
  if (rules === transcript.rules) {
    const simulation = new Simulation(play, transcript, { branches, branch, step });
    if (!isUnchanged(came, transcript.conversation)) simulation.keep(came);
    return { conversation: simulation.conversation, simulation };
  }
  const asPlayed = branches.map(({ name, setup }) => ({ name, setup }));
  const simulation = new Simulation(play, transcript, { branches: asPlayed, branch, step });
  const differ = differing(came, transcript.conversation);
  const count = messagesOf(transcript.conversation).length;
  const how = differ === 0 ? words.sameToday : words.otherToday(differ, count);
  const says = words.otherRules(how);
  return { conversation: transcript.conversation, simulation, says };
}

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
