import { expect } from 'vitest';
import { sameBytes } from '../bytes/index.ts';

/** Bytes are compared as bytes: as objects, element by element, it took longer than what the tests try. */
function equalBytes(a: unknown, b: unknown): boolean | undefined {
  return isBytes(a) && isBytes(b) ? sameBytes(a, b) : undefined;
}

/** Not Node's Buffer, which is another type where types are compared too. */
const isBytes = (value: unknown): value is Uint8Array =>
  value instanceof Uint8Array && value.constructor === Uint8Array;

expect.addEqualityTesters([equalBytes]);
