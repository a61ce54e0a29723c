import { mailboxesEqual } from './mailboxes.ts';
import { folderLabel, type PhoneState } from './phone/types.ts';
import { wantedFolders } from './phone/wanted.ts';
import { collectionLabel } from './server/labels.ts';
import type { ServerState } from './server/types.ts';
import type { Loop, Outcome } from './types.ts';

/** How a run ended, and where both sides are. */
export const outcomeOf = (
  ended: Outcome['ended'],
  phone: PhoneState,
  server: ServerState,
  loop: Loop | undefined,
): Outcome => ({
  ended,
  phone: phoneText(phone),
  server: serverText(server),
  mailboxesEqual: mailboxesEqual(phone, server),
  ...(ended === 'loop' && loop && { loop }),
});

function phoneText(phone: PhoneState): string {
  if (phone.account !== 'C-TREE') return phone.account;
  if (phone.pending?.command === 'Ping') return 'PINGING';
  const busy = wantedFolders(phone).find((id) => phone.collections[id]?.state !== 'IDLE');
  return busy === undefined ? 'C-TREE' : folderLabel(phone, busy);
}

function serverText(server: ServerState): string {
  if (server.held) return `holds ${server.held.command}`;
  return Object.entries(server.collections)
    .map(([id, collection]) => `${id}: ${collectionLabel(collection)}`)
    .join(', ');
}
