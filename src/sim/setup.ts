import { versionBit } from '../eas/index.ts';
import { faultById } from './faults/index.ts';
import { iphone, phoneProfile, type PhoneProfile } from './phone/profiles.ts';
import { addAccount, scriptById } from './scripts/scripts.ts';
import type { Script } from './scripts/types.ts';
import type { Alteration } from './server/draft.ts';
import { exactServer, serverProfile, type ServerProfile } from './server/profiles.ts';
import type { ServerManner } from './server/step.ts';
import type { Habits } from './server/types.ts';
import type { Setup } from './types.ts';

/** A setup with what it names looked up. */
export interface Cast {
  setup: Setup;
  script: Script;
  phone: PhoneProfile;
  server: ServerProfile;
  manner: ServerManner;
}

const MAX_STEPS = 2_000;
/** One whole round of the same key and key 0 again fits in. */
const MAX_REPEATS = 8;

/**
 * The whole setup and what it names. A name that nothing has falls back to the default: what was taken stands in the
 * setup of the transcript.
 */
export function castOf(partial: Partial<Setup>): Cast {
  const script = scriptById(partial.script ?? '') ?? addAccount;
  const server = serverProfile(partial.server ?? '') ?? exactServer;
  const given = phoneProfile(partial.phone ?? '') ?? iphone;
  const parameters = partial.parameters ?? {};
  const phone: PhoneProfile = { ...given, parameters: { ...given.parameters, ...parameters } };
  const version = versionFor(partial.version, server, phone);
  const known = (partial.faults ?? []).flatMap((id) => faultById(id) ?? []);
  const habits = known.reduce<Habits>((all, fault) => ({ ...all, ...fault.habits }), server.habits);
  const alterations: Alteration[] = [
    ...server.alterations,
    ...known.flatMap(({ alteration }) => (alteration ? [alteration] : [])),
  ];
  const versions = server.versions.filter((each) => versionBit(each) <= versionBit(version));
  return {
    script,
    phone,
    server,
    manner: { versions, habits, headers: server.headers, alterations },
    setup: {
      script: script.id,
      version,
      server: server.id,
      phone: phone.id,
      faults: known.map(({ id }) => id),
      replies: partial.replies ?? [],
      maxSteps: partial.maxSteps ?? MAX_STEPS,
      maxRepeats: partial.maxRepeats ?? MAX_REPEATS,
      parameters,
    },
  };
}

/** The version asked for where both speak it; otherwise the newest that both do. */
function versionFor(asked: string | undefined, server: ServerProfile, phone: PhoneProfile): string {
  const both = server.versions.filter((version) => phone.versions.includes(version));
  if (asked !== undefined && both.includes(asked)) return asked;
  return both.at(-1) ?? server.versions.at(-1) ?? '';
}
