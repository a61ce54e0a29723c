import { grouped } from '../bytes/index.ts';

/** A number and what it counts: `1 byte`, `3,014 bytes`. @param many for more than one; `one` with an s where absent */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;
