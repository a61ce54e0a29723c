import type { Conversation } from '../conversation/index.ts';
import type { Keeper } from './keeper.svelte.ts';
import type { Opener, Stopped } from './opener.svelte.ts';

/** Opens what stopped the page last time. */
export async function openAnyway(opener: Opener, stopped: Stopped): Promise<void> {
  const claim = opener.shown.ask();
  await decide(opener, stopped);
  await opener.open(stopped.hash, claim);
}

/** What stopped the page last time, to be saved as a file; `undefined` where it is not kept. */
export async function stoppedConversation(
  opener: Opener,
  { hash }: Stopped,
): Promise<Conversation | undefined> {
  const read = await opener.named(hash);
  return 'refused' in read ? undefined : read.conversation;
}

/** What stopped the page last time is deleted, where it is kept, and not asked for again. */
export async function discard(opener: Opener, stopped: Stopped): Promise<void> {
  const { hash } = stopped;
  const keeper = await decide(opener, stopped);
  if (location.hash === hash) opener.address.settle('#');
  const id = /^#c\/(.+)$/.exec(hash)?.[1];
  if (id !== undefined) await keeper?.delete(id);
}

async function decide(opener: Opener, { opening }: Stopped): Promise<Keeper | undefined> {
  const keeper = await opener.shown.keeping();
  keeper?.crashes.decided(opening);
  opener.leaveStopped();
  return keeper;
}
