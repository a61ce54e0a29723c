import type { ServerCollection, ServerState } from './types.ts';

/** The state of the policy, as the rows call it. */
export const policyLabel = ({ policy }: ServerState): string => {
  if (policy.state === 'D-TEMP') return `D-TEMP(${policy.temporary ?? ''})`;
  return policy.state === 'D-OK' ? `D-OK(${policy.permanent ?? ''})` : 'D-UNPROV';
};

export const hierarchyLabel = ({ hierarchy }: ServerState): string =>
  hierarchy ? `H(${hierarchy.key})` : 'H-NONE';

/** The state of a collection, as the rows call it. */
export function collectionLabel(collection: ServerCollection | undefined): string {
  if (!collection) return 'S-NONE';
  return `S(${collection.cur},${collection.next ?? '–'})`;
}

export const pingLabel = ({ ping }: ServerState): string => (ping ? 'P(c)' : 'P-NONE');
