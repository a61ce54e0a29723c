import type { Message } from '../../conversation/index.ts';
import type { Node } from '../message/tree.ts';
import type { Reading } from '../reading/judge.ts';

const POLICY = ['140', '141', '142', '143', '144'];

export const NO_ANSWER = 'No answer came.';

/** Why there is nothing to go on with; `undefined` where there is. */
export function failure(reply: Message | undefined, reading: Reading | undefined): string | undefined {
  if (!reply || !reading) return NO_ANSWER;
  return reading.judgement.goesOn ? undefined : reading.judgement.why;
}

/** True where the reply says that a policy is wanted. */
export function wantsPolicy(reply: Message | undefined, root: Node | undefined): boolean {
  if (reply?.http?.status === 449) return true;
  const status = root?.children.find(({ name }) => name.endsWith(':Status'))?.text;
  return status !== undefined && POLICY.includes(status);
}

/** That in a sentence. */
export const policyWhy = (reply: Message | undefined, root: Node | undefined): string =>
  reply?.http?.status === 449
    ? 'HTTP 449: a policy is wanted.'
    : `Status ${root?.children.find(({ name }) => name.endsWith(':Status'))?.text ?? ''}: a policy is wanted.`;
