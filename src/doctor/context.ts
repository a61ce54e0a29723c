import type { Message, Side } from '../conversation/index.ts';
import { decode, type Decoded } from '../doctypes/index.ts';
import {
  bodyModel,
  commandNamed,
  commandOfRoot,
  easFacts,
  HttpHeaders,
  versionBit,
  type EasFacts,
} from '../eas/index.ts';
import { KIND, type TokenTable } from '../wbxml/index.ts';
import { sideVotes } from './side.ts';
import type { Context, Known } from './types.ts';
import { guessVersion } from './version-guess.ts';
import { walkContent, type Walked } from './walk/content-walk.ts';

/** What a message was found to be. */
export interface Settled {
  context: Context;
  /** Index of the root's tag, −1 where there is none. */
  rootToken: number;
  /** `Page:Name` of the root; absent where the vocabulary has no name for it. */
  rootName?: string;
  /** What a walk over it saw; absent where its content is not known here. */
  walked?: Walked;
}

/** A message and the other half of its exchange, with what their HTTP facts say, read once. */
export class Halves {
  readonly message: Message;
  readonly partner: Message | undefined;
  /** What the message's own headers say. */
  readonly headers: HttpHeaders;
  readonly facts: EasFacts;
  /** The version that other exchanges of the same phone name. */
  readonly neighbours: Known<string> | undefined;
  private theirs: EasFacts | undefined;

  constructor(message: Message, partner?: Message, neighbours?: Known<string>) {
    this.message = message;
    this.partner = partner;
    this.neighbours = neighbours;
    this.headers = new HttpHeaders(message.http);
    this.facts = easFacts(message.http, this.headers);
  }

  get partnerFacts(): EasFacts {
    return (this.theirs ??= easFacts(this.partner?.http));
  }
}

/**
 * Finds out what a message is: a person's word first, then HTTP facts of it and of its partner, then what its
 * bytes can only be, then a guess. Each answer says how it is known.
 * @param slot the side of the exchange it is kept on; a hint, no more, while it stands alone without HTTP facts
 * @param decoded the message's bytes, read; absent where they are no WBXML
 */
export function settle(halves: Halves, slot?: Side, decoded?: Decoded): Settled {
  const { rootToken, rootName, command, readable, side, walked: before } = placeOf(halves, slot, decoded);
  const walked = before ?? (readable && walkAs(readable, side.value));
  const version =
    findVersion(halves) ?? halves.neighbours ?? (walked && guessVersion(walked.fits, walked.bound));
  const context: Context = { side };
  if (command) context.command = command;
  if (version) context.version = version;
  const settled: Settled = { context, rootToken };
  if (rootName !== undefined) settled.rootName = rootName;
  if (walked) settled.walked = walked;
  return settled;
}

/** What a message is and whose: all that is known of it without a walk, unless only a walk tells. */
interface Place {
  rootToken: number;
  rootName: string | undefined;
  command: Known<string> | undefined;
  side: Known<Side>;
  /** Absent where its content is not known here. */
  readable: Readable | undefined;
  /** Set where only a walk told the sides apart. */
  walked?: Walked;
}

/**
 * Whose a message is, and of which command, as `settle` finds them: faster, since mostly no walk is needed.
 * @param slot as of `settle`
 * @param decoded as of `settle`
 */
export function placeOf(halves: Halves, slot?: Side, decoded?: Decoded): Place {
  const rootToken = decoded && decoded.doctype.id === 'activesync' ? rootOf(decoded.tokens) : -1;
  const rootName = decoded && rootToken >= 0 ? qualifiedName(decoded, rootToken) : undefined;
  const command = findCommand(halves, rootName);
  const known = knownSide(halves, slot);
  const isRoot = rootName !== undefined && command && commandNamed(command.value)?.root === rootName;
  const readable = decoded && isRoot ? { decoded, command: command.value, rootToken } : undefined;
  const { side, walked } = known || !readable ? { side: known ?? placedSide(slot) } : sideOf(readable, slot);
  return { rootToken, rootName, command, readable, side, ...(walked && { walked }) };
}

/** Index of the first tag, which is the root; −1 where there is none. */
function rootOf(tokens: TokenTable): number {
  for (let i = 0; i < tokens.length; i++) {
    const kind = tokens.kind(i);
    if (kind === KIND.tag || kind === KIND.literalTag) return i;
  }
  return -1;
}

/** `Page:Name` of the tag with index `i`, or `undefined` where it has no name. */
function qualifiedName({ tokens, vocabulary }: Decoded, i: number): string | undefined {
  if (tokens.kind(i) !== KIND.tag) return undefined;
  const page = tokens.page(i);
  const tag = vocabulary.tag(page, tokens.tagCode(i));
  const namespace = vocabulary.page(page)?.namespace;
  return tag && namespace !== undefined ? `${namespace}:${tag.name}` : undefined;
}

const said = (value: string): Known<string> => ({ value, how: 'said', why: 'You said so.' });

function findCommand(halves: Halves, rootName: string | undefined): Known<string> | undefined {
  const { message, partner, facts } = halves;
  const asked = message.readAs?.command ?? partner?.readAs?.command;
  if (asked !== undefined) return said(asked);
  const own = facts.command;
  if (own !== undefined) return { value: own, how: 'known', why: `Its address says Cmd=${own}.` };
  const theirs = halves.partnerFacts.command;
  if (theirs !== undefined && !answersBody(partner, theirs, rootName)) {
    return { value: theirs, how: 'known', why: `The address of its request says Cmd=${theirs}.` };
  }
  const named = rootName === undefined ? undefined : commandOfRoot(rootName);
  return named && { value: named.name, how: 'known', why: `Its root is ${rootName ?? ''}.` };
}

/**
 * True where a request's address says one command and its body another, and this root answers the body: there is one
 * fault then, and it is the request's.
 */
function answersBody(request: Message | undefined, addressed: string, rootName: string | undefined): boolean {
  if (rootName === undefined || commandNamed(addressed)?.root === rootName || !request?.bytes?.length)
    return false;
  const decoded = decode(request.bytes);
  const root = rootOf(decoded.tokens);
  return root >= 0 && qualifiedName(decoded, root) === rootName;
}

function findVersion(halves: Halves): Known<string> | undefined {
  const asked = halves.message.readAs?.version ?? halves.partner?.readAs?.version;
  if (asked !== undefined) return said(asked);
  return (
    versionFrom(halves.facts, 'It') ?? versionFrom(halves.partnerFacts, 'The other half of its exchange')
  );
}

function versionFrom({ version, versionFrom: where }: EasFacts, who: string): Known<string> | undefined {
  if (version === undefined || where === undefined || versionBit(version) === 0) return undefined;
  return { value: version, how: 'known', why: `${who} says ${version} in ${where}.` };
}

function knownSide({ message, partner, facts }: Halves, slot: Side | undefined): Known<Side> | undefined {
  const { readAs, http } = message;
  if (readAs?.side !== undefined) return { value: readAs.side, how: 'said', why: 'You said so.' };
  if (http?.status !== undefined) {
    return { value: 'response', how: 'known', why: `It has the HTTP status ${http.status}.` };
  }
  if (http?.method !== undefined || facts.command !== undefined) {
    return { value: 'request', how: 'known', why: 'It has an HTTP method or address.' };
  }
  if (message.sideTold !== undefined) {
    const why = `The text that it was pasted in calls it a ${message.sideTold}.`;
    return { value: message.sideTold, how: 'known', why };
  }
  if (slot === undefined || !partner) return undefined;
  const other = slot === 'request' ? 'response' : 'request';
  return { value: slot, how: 'known', why: `It stands beside its ${other}.` };
}

const placedSide = (slot: Side | undefined): Known<Side> => {
  if (slot === undefined)
    return { value: 'response', how: 'guessed', why: 'Nothing in it tells the sides apart.' };
  return {
    value: slot,
    how: 'guessed',
    why: `It was put down as a ${slot}, and nothing in it says otherwise.`,
  };
};

/** Tokens up to which a message that says nothing of its side is read as both: more of it is no real message. */
const SMALL = 20_000;

interface Readable {
  decoded: Decoded;
  command: string;
  rootToken: number;
}

const walkAs = ({ decoded, command, rootToken }: Readable, side: Side): Walked | undefined => {
  const model = bodyModel(command, side);
  return model && walkContent(decoded, rootToken, model);
};

/** The side of which something in the message tells; else the one whose model fits better, with the walk as that. */
function sideOf(readable: Readable, slot: Side | undefined): { side: Known<Side>; walked?: Walked } {
  const votes = sideVotes(readable.decoded.tokens, readable.command);
  if (votes.request !== votes.response) {
    const value: Side = votes.request > votes.response ? 'request' : 'response';
    const names = votes.names[value];
    const why = `Only a ${value} has ${names.join(' and ')} where ${names.length === 1 ? 'it stands' : 'they stand'} here.`;
    return { side: { value, how: 'guessed', why } };
  }
  const placed = placedSide(slot);
  if (readable.decoded.tokens.length > SMALL) return { side: placed };
  const other: Side = placed.value === 'request' ? 'response' : 'request';
  const asPlaced = walkAs(readable, placed.value);
  const asOther = walkAs(readable, other);
  if (!asPlaced) return { side: placed };
  if (!asOther || asOther.faults.length >= asPlaced.faults.length) return { side: placed, walked: asPlaced };
  const why = `Read as a ${placed.value} it would lack what a ${placed.value} must have.`;
  return { side: { value: other, how: 'guessed', why }, walked: asOther };
}
