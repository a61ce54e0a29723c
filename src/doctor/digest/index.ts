export type * from './types.ts';
export type { FolderStory } from './folder-story.ts';
export { digestOf } from './digest.ts';
export * from './pair.ts';
export { Talk, Lane, type ConversationRule, type TurnOf } from './talk.ts';
