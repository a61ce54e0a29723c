import { grouped } from '../../bytes/index.ts';

/** Words of the explanation of one byte. */
export const words = {
  problem: ({ expected, found, assumed }: { expected: string; found: string; assumed: string }) =>
    `Expected ${expected}, found ${found}; ${assumed}.`,
  skipped: (steps: number) => `… ${grouped(steps)} more …`,
  pageInForce: ({ number, name, space }: { number: number; name?: string | undefined; space: string }) =>
    `${number}${name ? ` ${name}` : ''}, ${space} space`,
  token: 'Token',
  role: 'Role',
  path: 'Path',
  element: 'Element',
  legacy: ', left out of the current specification',
  value: 'Value',
  page: 'Page',
  since: 'since',
  fromTheStart: 'from the start',
  bits: 'Bits',
  number: 'Number',
  note: 'Note',
  source: 'Source',
  openInside: 'Open as a message of its own',
};
