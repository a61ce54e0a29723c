import { commandStatuses, type CommandStatuses } from './by-command.ts';
import { commonStatuses } from './common.ts';

/** A Status code in words. */
export interface StatusMeaning {
  code: number;
  meaning: string;
  /** What the client must do; absent where there is nothing to do. */
  action?: string;
  /** The place in the command's body it belongs to, where the same code means different things. */
  scope?: string;
  /** Name in MS-ASCMD; common codes only. */
  name?: string;
  /** First protocol version; common codes only. */
  since?: string;
  /** The HTTP status that versions before 14.0 use instead; common codes only. */
  httpBefore14?: string;
  source: string;
}

const COMMON_SOURCE = 'MS-ASCMD 2.2.2';

/**
 * What a Status code of a command means: the command's own meanings first, one per place, then the common one.
 * Empty where the code is on no list.
 */
export function statusMeanings(command: string | undefined, code: number): StatusMeaning[] {
  const own = statusesOf(command);
  const found = (own?.codes ?? [])
    .filter((row) => row[0] === code)
    .map(([, meaning, action, scope]): StatusMeaning => ({
      code,
      meaning,
      ...(action !== 'none' && { action }),
      ...(scope !== undefined && { scope }),
      source: own?.source ?? COMMON_SOURCE,
    }));
  const common = commonStatuses.find((row) => row[0] === code);
  if (!common) return found;
  const [, name, meaning, action, since = '14.0', httpBefore14] = common;
  const meant: StatusMeaning = { code, name, meaning, since, source: COMMON_SOURCE };
  if (action !== 'none') meant.action = action;
  if (httpBefore14 !== undefined) meant.httpBefore14 = httpBefore14;
  return [...found, meant];
}

/** Every Status code a command may carry, its own before the common ones, each once. */
export function statusCodes(command: string | undefined): number[] {
  const own = (statusesOf(command)?.codes ?? []).map(([code]) => code);
  return [...new Set([...own, ...commonStatuses.map(([code]) => code)])];
}

const statusesOf = (command: string | undefined): CommandStatuses | undefined =>
  command !== undefined && Object.hasOwn(commandStatuses, command) ? commandStatuses[command] : undefined;
