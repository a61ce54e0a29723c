import { grouped } from '../../bytes/index.ts';

/** Words that several panes use. */
export const words = {
  back: 'Back',
  at: (byte: number) => `at byte ${byte}`,
  byte: (byte: number) => `byte ${byte}`,
  /** @param last inclusive */
  bytes: (first: number, last: number) => `bytes ${first}–${last}`,
  times: (times: number) => `, ${grouped(times)} times`,
  severity: { error: 'error', warning: 'warning', note: 'note' },
  spoken: (severity: string) => `${severity}:`,
  does: { accepts: 'takes it', rejects: 'does not take it', crashes: 'crashes' },
  takesAnd: (does: string) => `takes it: ${does}`,
  nobodyReported: (phone: string) => `${phone}: nobody has reported what it does here`,
  phoneDoes: (phone: string, does: string, basis: string) => `${phone}: ${does} (${basis})`,
  close: 'Close',
};
