import { SPACE } from './runs.ts';

/** Px that characters are measured at, and by how much they may differ: in a row of 32 it is not seen. */
const SIZE = 100;
const NEAR = 0.2;

let known: boolean | undefined;

/**
 * Whether the sign for a space is as wide as other characters of the page's font for bytes. Few fonts have it: where it
 * comes from another one it is as wide there as it likes.
 */
export function isSpaceAsWide(): boolean {
  return (known ??= measure());
}

function measure(): boolean {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return false;
  const family = getComputedStyle(document.documentElement).getPropertyValue('--mono');
  context.font = `${SIZE}px ${family}`;
  const width = (text: string): number => context.measureText(text).width;
  return Math.abs(width(SPACE) - width('0')) < NEAR && width('0') === width('·');
}
