import type { Basis, Http, Side } from '../conversation/index.ts';
import type { Decoded } from '../doctypes/index.ts';
import type { Deviation, Reaction } from '../eas/index.ts';
import type { MessageScene } from './message-rules/message-index.ts';
import type { Context } from './types.ts';
import type { Fault, FaultKind } from './walk/fault.ts';

/** What a rule rests on: a document's MUST or SHOULD, or what everybody does. */
export type Breach = 'MUST' | 'SHOULD' | 'habit';

/** What comes of breaking a rule: for whom, and how that is known. */
export interface Consequence {
  /** `unreadable`: it cannot be read as its command. `hurts`: taken, with harm. `tolerated`: also where working servers send it. */
  what: 'unreadable' | 'rejected' | 'crash' | 'hurts' | 'tolerated' | 'unknown';
  by?: 'phone' | 'server';
  basis: Basis;
}

/** A message that shows a rule, as hex; white space is free. */
export interface Example {
  hex: string;
  side: Side;
  version?: string;
  /** The command its address names, where that is not what its root says. */
  command?: string;
}

/** Exchanges that show a rule of a wider scope, in order. */
export interface TalkExample {
  exchanges: readonly { request?: ExampleMessage; response?: ExampleMessage }[];
}

/** One message of them: no `hex`, not captured; an empty one, sent without a body. */
export interface ExampleMessage {
  hex?: string;
  http?: Http;
  version?: string;
}

/** What a rule needs to judge. */
export interface RuleFacts {
  /** Names the fault; stable: links and tests use it. */
  id: string;
  breach: Breach;
  consequence: Consequence;
  basis: Basis;
  source: string;
  /** The more general rule it speaks for. */
  ground?: string;
}

/**
 * What a rule's page tells besides. It stands beside its rule under a name of its own, so that a bundle that only
 * judges leaves it out.
 */
export interface RulePage {
  /** The fault in a few words. */
  title: string;
  scope: 'message' | 'exchange' | 'conversation';
  /** Where the rule holds; everywhere where absent. */
  commands?: readonly string[];
  side?: Side;
  versions?: string;
  /** Why it is a rule. */
  why: string;
  /** Rows of the fact tables and diagnoses it answers for. */
  covers: readonly string[];
  bad: Example | TalkExample;
  good: Example | TalkExample;
}

/** All that a rule tells of itself. */
export type Rule = RuleFacts & RulePage;

/** A rule and its page as plain data. */
export const told = (
  { id, breach, consequence, basis, source, ground, side, commands }: RuleFacts & Scope,
  page: RulePage,
): Rule => ({
  id,
  breach,
  consequence,
  basis,
  source,
  ...(ground !== undefined && { ground }),
  ...(side && { side }),
  ...(commands && { commands }),
  ...page,
});

/**
 * A rule about what a walk over a message saw. Of the rules for a kind of fault the first that has something to
 * say speaks, so that one fault is one finding: the more specific stand before the more general.
 */
export interface FaultRule extends RuleFacts {
  sees: FaultKind;
  /** @returns `undefined` where the fault is not this rule's */
  judge(fault: Fault, scene: MessageScene): Judgement | undefined;
}

/** A rule about a message as a whole: what a walk along its content model does not see. */
export interface MessageRule extends RuleFacts, Scope {
  /** What it has to say, by place; each entry is a finding. Asked only where the rule holds. */
  judge(scene: MessageScene): readonly Judgement[];
}

/** Where a rule holds; everywhere where absent. */
export interface Scope {
  side?: Side;
  commands?: readonly string[];
  /** Tags, as `Page:Name`, that are all there where it has anything to say. */
  about?: readonly string[];
}

/** What a rule says of one fault. Spans in bytes of the message, half-open. */
export interface Judgement {
  text: string;
  start: number;
  end: number;
  /** Where they differ from the rule's own. */
  breach?: Breach;
  consequence?: Consequence;
  basis?: Basis;
  source?: string;
  /** Set where it depends on the protocol version. */
  versionBound?: true;
  deviation?: Deviation | undefined;
  phone?: readonly Reaction[];
  related?: { start: number; end: number; text: string }[];
  fix?: { title: string; edits: { start: number; end: number; bytes: Uint8Array }[] } | undefined;
  /** How often the fault stands in the message, where that is more than once. */
  times?: number;
}

/** The message a rule looks at. */
export interface Scene {
  readonly decoded: Decoded;
  readonly context: Context;
  readonly command: string;
  readonly side: Side;
}
