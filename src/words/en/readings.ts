import { grouped } from '../../bytes/index.ts';

/** Words about what a paste was taken for. */
export const words = {
  readAs: 'Read as:',
  wasReadAs: 'When it was pasted, read as:',
  others: 'Other readings',
  problems: 'Problems of the paste',
  lineAndColumn: (line: number, column: number) => `Line ${line}, column ${column}`,
  exchangeAndSide: (exchange: number, side: string) => `Exchange ${grouped(exchange)}, ${side}`,
  problem: (expected: string, found: string, assumed: string) =>
    `: expected ${expected}, found ${found}; ${assumed}.`,
  fewer: 'Show fewer',
  more: (count: number) => `${grouped(count)} more like these`,
  whereItStarts: 'Where the message starts',
  startsAt: 'Starts at byte',
  earlier: 'One byte earlier',
  later: 'One byte later',
  of: (size: number) => `of ${grouped(size)}`,
  moved: (byte: number) => `start moved to byte ${byte}`,
};
