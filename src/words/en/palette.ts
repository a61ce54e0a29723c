import { grouped } from '../../bytes/index.ts';

/** Words of src/ui/palette. */
export const words = {
  find: 'Find a command',
  placeholder: 'what to do, a sample, a rule',
  commands: 'Commands',
  found: (shown: number, all: number) =>
    shown < all
      ? `The first ${grouped(shown)} of ${grouped(all)}; type on to find others.`
      : `${grouped(all)} command${all === 1 ? '' : 's'}`,
  nothing: 'No command is called so.',
};
