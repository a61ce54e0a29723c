import { grouped } from '../../bytes/index.ts';

/** What is said where much is kept. */
export const words = {
  crowd: (conversations: number, bytes: string) =>
    `This browser keeps ${grouped(conversations)} conversations of yours, ${bytes}. Nothing is dropped by itself: “Your conversations…” in the menu lists them.`,
};
