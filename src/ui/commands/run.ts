import { words } from '#words/commands.ts';
import type { Command, Given } from './command.ts';

/** The steps of a simulation, while one is on show. */
export function runCommands({ view }: Given): Command[] {
  const { player } = view;
  const group = 'run';
  const back = (): boolean => player.step > 0;
  const on = (): boolean => player.step < player.last;
  return [
    {
      id: 'play',
      group,
      label: player.playing ? words.pause : words.play,
      keys: ['Space'],
      applies: () => player.isThere,
      act: () => player.toggle(),
    },
    { id: 'first-step', group, label: words.firstStep, applies: back, act: () => player.go(0) },
    { id: 'step-back', group, label: words.stepBack, applies: back, act: () => player.go(player.step - 1) },
    { id: 'next-step', group, label: words.nextStep, applies: on, act: () => player.go(player.step + 1) },
    { id: 'last-step', group, label: words.lastStep, applies: on, act: () => player.go(player.last) },
  ];
}
