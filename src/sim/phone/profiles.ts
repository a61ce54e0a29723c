import type { Basis } from '../../conversation/index.ts';

/** How one thing about a phone or a server is known. */
export interface Trait {
  readonly what: string;
  readonly basis: Basis;
  readonly source: string;
}

/** How a phone reads replies: by their structure, any tag wherever it stands, or the specification to the letter. */
export type Reader = 'structure' | 'flat' | 'letter';

/** What nobody knows of a phone and the simulation has to assume; shown, and to be changed. */
export interface Parameters {
  /** Replies that are not understood until it drops the key and asks with key 0. */
  readonly roundsBeforeZero: number;
  /** HTTP 500 in a row until it loads the folder anew. */
  readonly errorsBeforeReload: number;
  /** Seconds until it tries again after an error. */
  readonly retrySeconds: number;
  /** Seconds it waits after an empty reply with odd headers; 80 were seen of iOS 6. */
  readonly oddReplySeconds: number;
  readonly windowSize: number;
  readonly heartbeat: number;
}

export interface PhoneProfile {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly versions: readonly string[];
  readonly reader: Reader;
  /** The profiles of the reaction table that speak for it, the most telling first. */
  readonly reactsAs: readonly string[];
  readonly traits: readonly Trait[];
  readonly parameters: Parameters;
  readonly device: Device;
}

export interface Device {
  readonly id: string;
  readonly type: string;
  readonly agent: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly model: string;
  readonly system: string;
  readonly name: string;
  readonly language: string;
}

const ASSUMED: Parameters = {
  roundsBeforeZero: 4,
  errorsBeforeReload: 3,
  retrySeconds: 60,
  oddReplySeconds: 80,
  windowSize: 25,
  heartbeat: 900,
};

const IPHONE: Device = {
  id: 'K3V8QJ2M7T1R9XWB5N0DHYCE4L',
  type: 'iPhone',
  agent: 'Apple-iPhone16C2/2301.355',
  headers: { Accept: '*/*', 'Accept-Language': 'en-us', 'Accept-Encoding': 'gzip, deflate, br' },
  model: 'iPhone16C2',
  system: 'iOS 26.0 23A355',
  name: 'iPhone',
  language: 'en-US',
};

const ANDROID: Device = {
  ...IPHONE,
  id: 'androidc259148960',
  type: 'Android',
  agent: 'Android/4.4-EAS-2.0',
  headers: { Connection: 'keep-alive' },
  model: 'Nexus 5',
  system: 'Android 4.4',
  name: 'Android',
};

/** The one that is taken where none is asked for. */
export const iphone: PhoneProfile = {
  id: 'iphone',
  title: 'iPhone',
  about: 'Rules with sources, not iOS: what iPhones were seen to send and to refuse.',
  versions: ['12.1', '14.0', '14.1', '16.0', '16.1'],
  reader: 'structure',
  reactsAs: ['iPhone', 'old iPhone'],
  parameters: ASSUMED,
  device: IPHONE,
  traits: [
    {
      what: 'It reads by structure: a SyncKey counts only inside its Collection.',
      basis: 'reported',
      source: 'shtrumj/19_10_alt_365: commits 66373d1, 68b191d',
    },
    {
      what: 'It takes the highest version the server offers.',
      basis: 'reported',
      source: 'Apple forum 99522',
    },
    {
      what: 'At 16.x Settings comes second, before the folders.',
      basis: 'reported',
      source: 'Apple forum 99522; Z-Push issue 43',
    },
    {
      what: 'A reply with one byte that is no UTF-8 is dropped as a whole.',
      basis: 'reported',
      source: 'grommunio-sync PR 28; Z-Push PR 193',
    },
    {
      what: 'WindowSize is 25 and the first heartbeat 900 s.',
      basis: 'reported',
      source: 'Z-Push issue 99; shtrumj/19_10_alt_365',
    },
    {
      what: 'After how many useless replies it drops the key is not known: 4 is assumed.',
      basis: 'inferred',
      source: 'shtrumj/19_10_alt_365 says “several”',
    },
  ],
};

export const phoneProfiles: readonly PhoneProfile[] = [
  iphone,
  {
    id: 'android',
    title: 'Android (AOSP)',
    about: 'The mail app of old Android: it flattens Sync and takes any SyncKey it meets.',
    versions: ['12.1', '14.0', '14.1'],
    reader: 'flat',
    reactsAs: ['Android (AOSP)'],
    parameters: { ...ASSUMED, windowSize: 10, heartbeat: 480 },
    device: ANDROID,
    traits: [
      {
        what: 'It ignores how Sync is nested: a top-level SyncKey works.',
        basis: 'inferred',
        source: 'AbstractSyncParser.parse of AOSP Exchange',
      },
      {
        what: 'The order of its requests is that of the iPhone here; no trace of its own is at hand.',
        basis: 'inferred',
        source: 'MS-ASCMD 3.1.5',
      },
    ],
  },
  {
    id: 'strict',
    title: 'Strict',
    about: 'The specification to the letter. It stands in for no phone.',
    versions: ['12.1', '14.0', '14.1', '16.0', '16.1'],
    reader: 'letter',
    reactsAs: [],
    parameters: ASSUMED,
    device: {
      ...IPHONE,
      id: 'strict0000000000000000000',
      type: 'Strict',
      agent: 'Strict/1.0',
      name: 'Strict',
    },
    traits: [
      { what: 'Any MUST that is broken makes it refuse the reply.', basis: 'spec', source: 'MS-ASCMD R4817' },
    ],
  },
];

/** Phones of which people ask, and why there is no profile of them. */
export const unknownPhones: readonly { title: string; why: string }[] = [
  {
    title: 'Outlook',
    why: 'Nothing usable is known of how Outlook reads replies: there is no profile of it.',
  },
];

export const phoneProfile = (id: string): PhoneProfile | undefined =>
  phoneProfiles.find((profile) => profile.id === id);
