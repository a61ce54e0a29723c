import type { Conversation } from '../conversation/index.ts';
import first from '../../samples/index.json?first';
import { conversationOf } from './conversation-of.ts';

/** The id of the sample a person meets first. It is part of the page itself. */
export const FIRST_SAMPLE: string = first.id;

/** That sample's conversation, at once. */
export const firstConversation = (): Conversation => conversationOf(first.conversation);
