import type { Setup } from '../sim/index.ts';

/**
 * The runs whose texts stand in `src/sim/golden`, by the names of the files: Node and the browser play each of them
 * byte for byte. A change of any of them is read before it is accepted.
 */
export const goldenRuns: Readonly<Record<string, Partial<Setup>>> = {
  'add-account-12.1': { version: '12.1' },
  'add-account-14.1': { version: '14.1' },
  'add-account-16.1': { version: '16.1' },
  'reply-lost-14.1': { script: 'reply-lost', version: '14.1' },
  'read-flag-delete-move-16.1': { script: 'read-flag-delete-move', version: '16.1' },
  'remote-wipe-14.0': { script: 'remote-wipe', version: '14.0' },
  'case-37': { server: 'case-37' },
  'case-37-android': { server: 'case-37', phone: 'android' },
  'invalid-utf8-14.1': { version: '14.1', faults: ['invalid-utf8'] },
  'full-calendar-sogo': { script: 'full-calendar', server: 'sogo' },
  'z-push-android': { server: 'z-push', phone: 'android' },
};
