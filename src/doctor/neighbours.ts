import type { Conversation, Exchange, Message } from '../conversation/index.ts';
import { easFacts, versionBit, type EasFacts } from '../eas/index.ts';
import type { Known } from './types.ts';

/** What an exchange says to its neighbours. */
export interface Told {
  phone: string | undefined;
  version: string | undefined;
}

/**
 * For each exchange, the protocol version that the nearest exchange of the same phone names: the last one before it,
 * or the first one after. A phone agrees on one version with a server and keeps to it; still it is a guess.
 */
export const neighbourVersions = ({ exchanges }: Conversation): (Known<string> | undefined)[] =>
  versionsFrom(exchanges.map(toldBy));

/** The same, of what each exchange says. */
export function versionsFrom(told: readonly Told[]): (Known<string> | undefined)[] {
  if (told.every(({ version }) => version === undefined)) return told.map(() => undefined);
  const phones = new Set(told.flatMap(({ phone }) => phone ?? []));
  const only = phones.size === 1 ? [...phones][0] : undefined;
  const keyOf = ({ phone }: Told): string => phone ?? only ?? '';
  const known = new Map<string, { version: string; at: number }>();
  const first = new Map<string, { version: string; at: number }>();
  told.forEach((one, at) => {
    const { version } = one;
    if (version !== undefined && !first.has(keyOf(one))) first.set(keyOf(one), { version, at });
  });
  return told.map((one, at) => {
    const key = keyOf(one);
    if (one.version !== undefined) {
      known.set(key, { version: one.version, at });
      return undefined; // it says so itself
    }
    const from = known.get(key) ?? first.get(key);
    if (!from) return undefined;
    const where = from.at < at ? 'before' : 'after';
    const why = `Exchange ${from.at + 1}, ${where} it, says ${from.version}, and a phone keeps to its version.`;
    return { value: from.version, how: 'guessed', why };
  });
}

/** What an exchange says by itself. */
export function toldBy({ request, response }: Exchange): Told {
  const facts = easFacts(request?.http);
  const version = [versionOf(request, facts), versionOf(response, easFacts(response?.http))].find(Boolean);
  const who = [facts.user, facts.deviceId].filter((one) => one !== undefined);
  return { phone: who.length > 0 ? who.join(' ') : undefined, version };
}

function versionOf(message: Message | undefined, { version }: EasFacts): string | undefined {
  const said = message?.readAs?.version ?? version;
  return said !== undefined && versionBit(said) !== 0 ? said : undefined;
}
