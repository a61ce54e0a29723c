import { readingOf, type Message, type Side } from '../../conversation/index.ts';
import { decode, type Decoded } from '../../doctypes/index.ts';
import {
  bodyModel,
  commandNamed,
  commandOfRoot,
  modelledCommands,
  type ElementModel,
} from '../../eas/index.ts';
import { KIND } from '../../wbxml/index.ts';
import { Halves, settle, type Settled } from '../context.ts';
import type { MessagePlace } from '../examination.ts';
import { findDoubts, ownKey } from './doubts.ts';
import { shapesOf, type Shape } from './shape.ts';

/** A command and side that a message may be read as. */
export interface Candidate {
  command: string;
  side: Side;
  model: ElementModel;
  /** What is known of the message speaks for it. */
  bonus: number;
}

/** A message with names that are absurd for their place. */
export interface Suspect {
  decoded: Decoded;
  settled: Settled;
  root: Shape;
  spot: { exchange: number; side: Side };
  /** Names that are absurd as the message stands. */
  absurd: number;
  /** The model it is read by as it stands; absent where its root is none. */
  model?: ElementModel;
}

/** The message with what makes it suspicious; `undefined` where nothing does, or where it cannot be read at all. */
export function suspectOf(
  message: Message,
  { exchange = 0, side, partner }: MessagePlace,
): Suspect | undefined {
  const { bytes } = message;
  if (!bytes || bytes.length < 5) return undefined;
  const decoded = decode(bytes, readingOf(message));
  if (decoded.doctype.id !== 'activesync' || !decoded.document.header) return undefined;
  const settled = settle(new Halves(message, partner), side, decoded);
  if (settled.rootToken < 0) return undefined;
  const root = shapesOf(decoded, settled.rootToken);
  if (!root) return undefined;
  const spot = { exchange, side: side ?? settled.context.side.value };
  const { command, side: known } = settled.context;
  const model = command && bodyModel(command.value, known.value);
  const base = { decoded, settled, root, spot };
  if (!model || model.key !== ownKey(root)) {
    const isOther = settled.rootName !== undefined && commandOfRoot(settled.rootName) !== undefined;
    // A root of another command, or of one whose content is not known here, is not absurd by itself.
    if ((isOther && !model) || !usesOnlyTags(decoded)) return undefined;
    return { ...base, absurd: 1 + root.children.length };
  }
  const { of } = findDoubts(root, model, decoded.vocabulary);
  return of.size === 0 ? undefined : { ...base, absurd: of.size, model };
}

/** True where a message holds nothing but tags, inline strings and OPAQUE, as those of ActiveSync do. */
function usesOnlyTags({ tokens }: Decoded): boolean {
  for (let i = 0; i < tokens.length; i++) {
    const kind = tokens.kind(i);
    const isOdd = kind === KIND.literalTag || kind === KIND.stringTableEntry || kind === KIND.unread;
    if (isOdd || tokens.inAttributes(i) || (kind > KIND.strI && kind < KIND.opaque)) return false;
  }
  return true;
}

/** What it may be read as: its own command where its root fits, else each one. */
export function candidatesOf({ settled, root, model, decoded }: Suspect): Candidate[] {
  const { command, side } = settled.context;
  const own = model ? findDoubts(root, model, decoded.vocabulary) : undefined;
  const top = root.children.filter((child) => own?.of.has(child)).length;
  const onlyOwn = model !== undefined && top * 2 <= root.children.length;
  const names = onlyOwn && command ? [commandNamed(command.value)?.name ?? ''] : modelledCommands;
  return names.flatMap((name) =>
    (['response', 'request'] as const).flatMap((each): Candidate[] => {
      const known = side.how !== 'guessed';
      const made = bodyModel(name, each);
      if (!made || (known && each !== side.value)) return [];
      const told = command?.value === name && command.how !== 'guessed' && settled.rootName !== undefined;
      const said = command?.value === name && /address|said so/.test(command.why);
      return [
        {
          command: name,
          side: each,
          model: made,
          bonus: Number(each === side.value) * (model ? 2.5 : 0.5) + (said ? 4 : told ? 1 : 0),
        },
      ];
    }),
  );
}
