import { grouped } from '../../bytes/index.ts';

/** Words about the other messages of a conversation, where the one on show is clean. */
export const words = {
  others: (count: number) =>
    count === 1 ? '1 other message has errors.' : `${grouped(count)} other messages have errors.`,
  next: 'Go to the next of them',
  only: 'Go to it',
};
