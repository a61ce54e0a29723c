import { grouped } from '../../bytes/index.ts';
import { counted } from '../counted.ts';

/** Words of what a fix would change. */
export const words = {
  inAnother: (message: string) => `In another message: ${message}`,
  whatChanges: 'What changes',
  becomes: (was: number, bytes: number) => `${grouped(was)} → ${counted(bytes, 'byte')}`,
  apply: 'Apply',
  goes: 'goes: ',
  comes: 'comes: ',
};
