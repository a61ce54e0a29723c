import { words } from '#words/commands.ts';
import type { Command, Given } from './command.ts';

/** The steps of a simulation, while one is on show. */
export function runCommands({ view }: Given): Command[] {
  const { player } = view;
  const group = 'run';
  const back = (): boolean => player !== undefined && player.step > 0;
  const on = (): boolean => player !== undefined && player.step < player.last;
  const go = (to: number): void => player?.go(to);
  return [
    {
      id: 'play',
      group,
      label: player?.playing ? words.pause : words.play,
      keys: ['Space'],
      applies: () => player?.isThere ?? false,
      act: () => player?.toggle(),
    },
    { id: 'first-step', group, label: words.firstStep, applies: back, act: () => go(0) },
    { id: 'step-back', group, label: words.stepBack, applies: back, act: () => go((player?.step ?? 0) - 1) },
    { id: 'next-step', group, label: words.nextStep, applies: on, act: () => go((player?.step ?? 0) + 1) },
    { id: 'last-step', group, label: words.lastStep, applies: on, act: () => go(player?.last ?? 0) },
  ];
}
