import type { MessageRule } from '../rule.ts';

/** Every rule about a message as a whole. */
export const messageRules: readonly MessageRule[] = [];
