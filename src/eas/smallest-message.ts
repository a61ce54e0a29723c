import { bodyModel, type ContentModel, type Direction, type ElementModel } from './content/model.ts';
import { wordsIn, type ValueType } from './content/value-types.ts';
import { writeMessage, type Piece } from './message-writer.ts';
import { versionBit, type VersionSet } from './versions.ts';

/**
 * The smallest message of a command that keeps its content model and says something: what may not be missing, and
 * where that is nothing, what such a message is sent for. Its keys and ids are “1”, its answers say success.
 * @param version a protocol version: `'14.1'`
 * @returns bytes, or `undefined` where the command has no WBXML body in this direction or this version
 */
export function smallestMessage(
  command: string,
  direction: Direction,
  version: string,
): Uint8Array | undefined {
  const root = bodyModel(command, direction);
  const bit = versionBit(version);
  if (!root || (root.versions & bit) === 0) return undefined;
  return writeMessage(smallestPiece(root, bit));
}

function smallestPiece(element: ElementModel, version: VersionSet): Piece {
  const { key, content, value, textIn = 0 } = element;
  if (content && (textIn & version) === 0) {
    const children = childrenOf(content, version).map((child) => smallestPiece(child, version));
    return children.length === 0 ? { key } : { key, holds: children };
  }
  if (value.kind === 'bytes') return { key, holds: Uint8Array.of(0) };
  const text = smallestText(value, version);
  return text === '' ? { key } : { key, holds: text };
}

/** The children that stand in it, in the order of the model. */
function childrenOf(content: ContentModel, version: VersionSet): ElementModel[] {
  const here = content.children.filter(({ versions }) => (versions & version) !== 0);
  const chosen = new Set(here.filter(({ requiredIn }) => (requiredIn & version) !== 0));
  for (const child of content.blank) if (here.includes(child)) chosen.add(child);
  // Answers say success, which is what these ask for.
  for (const { child, sibling } of content.requiredWhen) if (chosen.has(sibling)) chosen.add(child);
  const [first] = here;
  if (content.least && chosen.size === 0 && first) chosen.add(first);
  return here.filter((child) => chosen.has(child));
}

const ZERO_TIME_ZONE = `${/* @__PURE__ */ 'A'.repeat(230)}==`; // 172 bytes of zero

function smallestText(type: ValueType, version: VersionSet): string {
  switch (type.kind) {
    case 'container':
    case 'empty':
    case 'bytes':
      return '';
    case 'text':
      return '1'.repeat(type.min ?? 0);
    case 'words':
      return wordsIn(type, version)[0] ?? '';
    case 'boolean':
      return '1';
    case 'integer':
      return String(Math.min(Math.max(1, type.min ?? 1), type.max ?? 1));
    case 'numbers':
      return String(type.numbers.includes(1) ? 1 : (type.numbers[0] ?? 1));
    case 'double':
      return '0';
    case 'dateTime':
      return '2000-01-01T00:00:00.000Z';
    case 'compactDate':
      return '20000101T000000Z';
    case 'timeZone':
      return ZERO_TIME_ZONE;
    case 'range':
      return '0-0';
    case 'base64':
      return 'AA==';
    default:
      return type satisfies never;
  }
}
