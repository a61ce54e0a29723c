import type { Basis, Conversation, Message, Side } from '../conversation/index.ts';
import type { Taken } from './machine.ts';
import type { Parameters } from './phone/profiles.ts';
import type { PhoneState } from './phone/types.ts';
import type { Judgement } from './reading/judgement.ts';
import type { ServerState } from './server/types.ts';

/** A run, before it is run. Plain data: a link carries it. */
export interface Setup {
  script: string;
  /** The highest version the server offers; a server that does not go so far offers what it has. */
  version: string;
  server: string;
  phone: string;
  faults: string[];
  /** Messages that stand in for the server's, each at the number of the step in which it arrives. */
  replies: { step: number; message: Message }[];
  maxSteps: number;
  /** How often the same question is asked, with nothing gained in between, until the run ends as a loop. */
  maxRepeats: number;
  /** What nobody knows of the phone and is assumed otherwise than its profile does. */
  parameters: Partial<Parameters>;
}

/** One thing that happened. */
export interface Step {
  /** Its index in `Transcript.steps`. */
  number: number;
  /** Seconds since the start. */
  time: number;
  /**
   * `event`: the script; `request`: one arrives at the server; `reply`: one arrives at the phone; `lost`: one arrives
   * nowhere; `time`: time passed; `closed`: the phone gives up a request that was held.
   */
  kind: 'event' | 'request' | 'reply' | 'lost' | 'time' | 'closed';
  /** A sentence. */
  text: string;
  /** The message it is about. */
  exchange?: number;
  side?: Side;
  taken: Taken[];
  /** What the phone made of a reply. */
  judgement?: Judgement;
  /** True where a message of the person stands in for the server's. */
  standIn?: true;
  /** Set where the same question is asked for the third time, and from then on. */
  loop?: Loop;
  /** Both sides after it. */
  phone: PhoneState;
  server: ServerState;
}

export interface Loop {
  /** The exchange in which the question was asked first. */
  from: number;
  times: number;
  /** A sentence. */
  why: string;
}

/** How a run ended. */
export interface Outcome {
  ended: 'script' | 'loop' | 'limit';
  /** What the phone is doing, by the name of its state. */
  phone: string;
  server: string;
  mailboxesEqual: boolean;
  loop?: Loop;
}

/** Replies of one command: how many went out, and how many the phone could go on from. */
export interface CommandSummary {
  command: string;
  sent: number;
  taken: number;
}

export interface Transcript {
  conversation: Conversation;
  steps: Step[];
  outcome: Outcome;
  summary: CommandSummary[];
  setup: Setup;
  /** Fingerprint of the transition data: where it differs, a run may come out otherwise. */
  rules: string;
}

/** What a phone would do with one reply. */
export interface ReplyJudgement {
  verdict: 'accepts' | 'rejects' | 'crashes' | 'unknown';
  why: string;
  basis: Basis | 'unknown';
  source: string;
  /** Bytes of the reply, half-open. */
  place?: { start: number; end: number };
  fault?: string;
  next: { state: string; sends?: Message };
}
