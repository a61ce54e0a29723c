import {
  commandNamed,
  commandOfRoot,
  statusCodes,
  statusMeanings,
  type StatusMeaning,
} from '../../eas/index.ts';
import type { ExplainContext } from '../explanation.ts';
import type { ValueWords } from './value-line.ts';

/** Where a Status stands. */
export interface StatusPlace {
  /** Code page of the Status tag. */
  page: string;
  /** Name of its parent; empty where there is none. */
  parent: string;
  /** The root as `Page:Name`; empty where it has no name. */
  root: string;
}

/** Pages whose Status is no status code: a flag's state. */
const OTHER_STATUSES = new Set(['Email', 'AirNotify']);

/** What a phone reports about a policy, and about a wipe. */
const ACKNOWLEDGED: Readonly<Record<number, string>> = {
  1: 'the phone has applied the policy',
  2: 'the phone has applied the policy in part',
  3: 'the phone has not applied the policy',
  4: 'the phone is managed by somebody else',
};
const WIPED: Readonly<Record<number, string>> = {
  1: 'the phone was wiped',
  2: 'the phone could not be wiped',
};

/**
 * A status code in words, by the command and the place it stands in. `undefined` where the element is no status
 * code; a code that no list has says so.
 * @see MS-ASCMD §2.2.2, §2.2.3.177
 */
export function statusWords(
  text: string,
  place: StatusPlace,
  context: ExplainContext,
): ValueWords | undefined {
  if (OTHER_STATUSES.has(place.page) || !/^\d{1,5}$/.test(text)) return undefined;
  const code = Number(text);
  const report = reported(code, place, context);
  if (report !== undefined) {
    return { lines: [{ label: 'Status', text: `${code}: ${report}` }], source: REPORTED };
  }
  const meanings = statusMeanings(commandOf(place, context), code);
  const found = meanings.find(({ scope }) => scope?.split(', ').includes(place.parent)) ?? meanings[0];
  if (!found) return { lines: [{ label: 'Status', text: `${code}: ${unlisted(code)}` }] };
  const lines = [{ label: 'Status', text: `${code}: ${meaningOf(found)}` }];
  if (found.action !== undefined) lines.push({ label: 'What to do', text: found.action });
  return { lines, source: found.source };
}

const REPORTED = 'MS-ASPROV §2.2.2.54';

/** A Status in a Provision request tells the server what the phone has done. */
const reported = (code: number, place: StatusPlace, context: ExplainContext): string | undefined =>
  reportsAt(place, context)?.[code];

function reportsAt(
  { page, parent }: StatusPlace,
  { side }: ExplainContext,
): Readonly<Record<number, string>> | undefined {
  if (page !== 'Provision' || side !== 'request') return undefined;
  if (parent === 'Policy') return ACKNOWLEDGED;
  return parent.endsWith('RemoteWipe') ? WIPED : undefined;
}

/** Which command's codes count; none for a Status that is about a part of an item. */
function commandOf({ page, root }: StatusPlace, { command }: ExplainContext): string | undefined {
  if (page === 'AirSyncBase') return undefined;
  // DeviceInformation has its Status of Settings in other commands, too.
  if (page === 'Settings') return page;
  const known = command === undefined ? undefined : commandNamed(command);
  return (known ?? commandOfRoot(root))?.name;
}

const meaningOf = ({ name, meaning }: StatusMeaning): string =>
  name === undefined ? meaning : `${name}, ${meaning}`;

const unlisted = (code: number): string => (code === 1 ? 'success' : 'in no list of status codes');

/** A code that a Status may have at a place. */
export interface PlacedStatus {
  code: number;
  meaning: string;
  /** What the client must do; absent where there is nothing to do. */
  action?: string;
  source: string;
}

/**
 * The status codes that a Status may have at a place, the command's own first. Empty where the element is no status
 * code.
 */
export function statusesAt(place: StatusPlace, context: ExplainContext): PlacedStatus[] {
  if (OTHER_STATUSES.has(place.page)) return [];
  const reports = Object.entries(reportsAt(place, context) ?? {});
  if (reports.length > 0) {
    return reports.map(([code, meaning]) => ({ code: Number(code), meaning, source: REPORTED }));
  }
  const command = commandOf(place, context);
  return statusCodes(command).flatMap((code) => {
    const meanings = statusMeanings(command, code);
    const found =
      meanings.find(({ scope }) => scope?.split(', ').includes(place.parent)) ??
      meanings.find(({ scope }) => scope === undefined);
    if (!found) return []; // a code of other places only
    const { action, source } = found;
    return [{ code, meaning: meaningOf(found), ...(action !== undefined && { action }), source }];
  });
}
