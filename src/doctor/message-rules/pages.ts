import type { Rule } from '../rule.ts';

/** The rules about a message as a whole, with their pages. A function, so that who does not ask for it does not carry it. */
export function messageRulePages(): Rule[] {
  return [];
}
