import { sameBytes } from '../../bytes/index.ts';
import type { Message, Side } from '../../conversation/index.ts';
import { decode, vocabularyOf } from '../../doctypes/index.ts';
import { Halves, settle } from '../context.ts';
import type { MessagePlace } from '../examination.ts';
import type { Fix } from '../types.ts';
import { findDoubts, ownKey } from './doubts.ts';
import { knownReadings, knownTables, type KnownTable } from './known-tables.ts';
import { rowsOf, saying, type Row } from './proposal-words.ts';
import { readBy, type Found } from './read-by.ts';
import { applySplices, rewriteTags, type Splice } from './rewrite.ts';
import { everyShape, shapesOf } from './shape.ts';
import { candidatesOf, suspectOf, type Candidate, type Suspect } from './suspect.ts';

/** Another way to read a message, under which its names fit their places. */
export interface Proposal {
  /** `page`: the same codes on another page. `shift`: codes moved by one number. `known`: a table that was met. `own`: any other. */
  kind: 'page' | 'shift' | 'known' | 'own';
  title: string;
  /** The reason, in sentences. */
  text: string;
  sure: 'likely' | 'possible';
  /** What the message is, read so. */
  command: string;
  side: Side;
  /** One per tag that is read otherwise, in order of their first place. */
  rows: Row[];
  /** Bytes of all tags that are read otherwise, half-open, in order. */
  places: { start: number; end: number }[];
  /** How many different names are absurd for their place: as it stands, and read so. */
  absurd: { before: number; after: number };
  fix: Fix;
  /** The whole message with the fix applied. */
  bytes: Uint8Array;
}

export interface DetectOptions {
  /** Comparisons of an element with a name at most; a usual message takes some thousand. */
  budget?: number;
  /** Wrong tables to know of. */
  tables?: readonly KnownTable[];
}

/** How far a search has come: readings tried and proposals written, of all. */
export interface DetectStep {
  done: number;
  of: number;
}

const BUDGET = 3_000_000;
/** Readings that are proposed at most; each is written out and examined. */
const PROPOSED = 3;
/** What a reading must be worth by itself, and with the absurd names it does away with. */
const LEAST_WORTH = -2;
const LEAST_GAIN = 5;
const OF_ABSURD = 3;

/**
 * Finds readings of a message under which names that are unknown or absurd for their place make sense.
 * @returns best first; none for a message whose names fit. Never throws, whatever the bytes.
 */
export function detect(message: Message, place: MessagePlace = {}, options: DetectOptions = {}): Proposal[] {
  const steps = detectSteps(message, place, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps of some milliseconds, for whoever wants to stop in between. */
export function* detectSteps(
  message: Message,
  place: MessagePlace = {},
  options: DetectOptions = {},
): Generator<DetectStep, Proposal[]> {
  const suspect = suspectOf(message, place);
  if (!suspect) return [];
  const { budget = BUDGET, tables = knownTables } = options;
  const found: Found[] = [];
  const candidates = candidatesOf(suspect);
  const of = candidates.length + PROPOSED;
  let left = budget;
  for (const [done, candidate] of candidates.entries()) {
    yield { done, of };
    const reading = readBy(suspect, candidate, tables, left);
    left -= reading.steps;
    found.push(reading);
    if (left <= 0) break;
  }
  found.sort((a, b) => b.gain - a.gain);
  const proposals: Proposal[] = [];
  for (const [done, reading] of found.slice(0, PROPOSED).entries()) {
    yield { done: candidates.length + done, of };
    const proposal = propose(suspect, reading, tables);
    if (proposal && !proposals.some((other) => sameBytes(other.bytes, proposal.bytes)))
      proposals.push(proposal);
  }
  proposals.sort((a, b) => a.absurd.after - b.absurd.after || SIMPLE[a.kind] - SIMPLE[b.kind]);
  for (const other of proposals.slice(1)) other.sure = 'possible';
  return proposals;
}

/** Of readings that fit alike the one that takes least to explain. */
const SIMPLE: Readonly<Record<Proposal['kind'], number>> = { page: 0, shift: 0, known: 1, own: 1 };

function propose(suspect: Suspect, found: Found, tables: readonly KnownTable[]): Proposal | undefined {
  const { decoded, root, spot, absurd } = suspect;
  const { candidate, naming } = found;
  const changed = [...everyShape(root)].filter((shape) => {
    const element = naming.get(shape);
    return element && element.key !== ownKey(shape);
  });
  if (changed.length === 0 || found.gain < LEAST_WORTH) return undefined;
  if (found.gain + absurd * OF_ABSURD < LEAST_GAIN) return undefined;
  const keys = new Map<number, number>();
  for (const shape of changed) {
    const key = naming.get(shape)?.key;
    if (key !== undefined) for (const token of shape.tokens) keys.set(token, key);
  }
  const splices = rewriteTags(decoded, (token) => keys.get(token));
  const bytes = applySplices(decoded.bytes, splices);
  const after = absurdIn(bytes, candidate);
  if (after === undefined || after * 2 > absurd || after >= absurd) return undefined;
  const tokens = [...keys.keys()].sort((a, b) => a - b);
  const places = tokens.map((i) => ({ start: decoded.tokens.start(i), end: decoded.tokens.end(i) }));
  const rows = rowsOf(decoded, changed, naming, knownReadings(tables));
  const { kind, title, text } = saying(decoded, changed, rows, candidate);
  const proposal: Proposal = {
    kind,
    title,
    text,
    sure: after === 0 && changed.length > 1 && absurd > 1 ? 'likely' : 'possible',
    command: candidate.command,
    side: candidate.side,
    rows,
    places,
    absurd: { before: absurd, after },
    fix: { title: fixTitle(tokens.length), edits: splices.map((splice) => editOf(splice, spot)) },
    bytes,
  };
  return proposal;
}

const fixTitle = (count: number): string =>
  count === 1 ? 'Rewrite this tag' : `Rewrite these ${count} tags`;

const editOf = ({ start, end, bytes }: Splice, spot: Suspect['spot']): Fix['edits'][number] => ({
  place: { ...spot, start, end },
  bytes,
});

/** How many names are absurd once the bytes are rewritten; `undefined` where they are not the candidate's. */
function absurdIn(bytes: Uint8Array, { model }: Candidate): number | undefined {
  const decoded = decode(bytes, { doctype: 'activesync' });
  const vocabulary = vocabularyOf('activesync');
  const token = settle(new Halves({ bytes }), undefined, decoded).rootToken;
  const root = token < 0 ? undefined : shapesOf(decoded, token);
  if (!root || !vocabulary || ownKey(root) !== model.key) return undefined;
  return findDoubts(root, model, vocabulary).of.size;
}
