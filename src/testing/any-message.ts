import fc from 'fast-check';
import {
  bodyModel,
  versionBit,
  wordsIn,
  writeMessage,
  type ContentModel,
  type Direction,
  type ElementModel,
  type Piece,
  type ProtocolVersion,
  type ValueType,
  type VersionSet,
} from '../eas/index.ts';
import { Random } from './random.ts';

/**
 * Messages of a command that keep every rule of its content model, by chance.
 * @throws where the command has no WBXML body in this direction and version
 */
export const anyMessage = (
  command: string,
  side: Direction,
  version: ProtocolVersion,
): fc.Arbitrary<Uint8Array> => fc.nat().map((seed) => writeMessage(anyTree(command, side, version, seed)));

/** The root of a message. */
export interface Tree {
  key: number;
  holds: readonly Piece[];
}

/** The tree of one such message: the same for the same seed. */
export function anyTree(command: string, side: Direction, version: ProtocolVersion, seed: number): Tree {
  const root = bodyModel(command, side);
  const bit = versionBit(version);
  if (!root || (root.versions & bit) === 0) throw new Error(`no ${side} of ${command} at ${version}`);
  const { key, holds } = new Legal(new Random(seed), bit).element(root, 0);
  return { key, holds: Array.isArray(holds) ? (holds as readonly Piece[]) : [] };
}

const TEXTS = ['', 'Hello', 'Grüße 😀', 'a\r\nb', '<&>'];
/** Deeper than this nothing stands that may be missing. */
const DEEP = 7;

class Legal {
  private readonly random: Random;
  private readonly version: VersionSet;

  constructor(random: Random, version: VersionSet) {
    this.random = random;
    this.version = version;
  }

  element(model: ElementModel, depth: number): Piece {
    const { key, content, value, textIn = 0 } = model;
    if (value.kind === 'empty') return { key };
    if (value.kind === 'bytes') return { key, holds: Uint8Array.of(0, 1, this.random.below(256)) };
    if (!content) return { key, holds: this.text(model, value) };
    if (textIn & this.version || (content.mixed && this.random.below(2) === 0)) {
      return { key, holds: 'some text' };
    }
    const holds = this.children(content, depth).flatMap((child) => {
      const times = child.max > 1 ? 1 + this.random.below(Math.min(3, child.max)) : 1;
      return Array.from({ length: times }, () => this.element(child, depth + 1));
    });
    if (!content.order) this.shuffle(holds);
    return { key, holds };
  }

  private children(content: ContentModel, depth: number): ElementModel[] {
    const here = content.children.filter(({ versions }) => (versions & this.version) !== 0);
    const itemClass = content.item ? this.random.pick(here.map(classOf).filter((one) => one > 0)) : 0;
    const chosen = new Set(here.filter((child) => this.takes(child, itemClass, depth)));
    for (const pair of content.exclusive) chosen.delete(pair[this.random.below(2)] as ElementModel);
    // Every answer says success.
    for (const { child, sibling } of content.requiredWhen) if (chosen.has(sibling)) chosen.add(child);
    const last = here.at(-1);
    if (content.least && chosen.size === 0 && last) chosen.add(last);
    return here.filter((child) => chosen.has(child));
  }

  private takes(child: ElementModel, itemClass: number, depth: number): boolean {
    if (child.requiredIn & this.version) return true;
    if (![0, itemClass].includes(classOf(child)) && itemClass > 0) return false;
    return this.random.below(depth < DEEP ? 3 : 12) === 0 && (depth < DEEP || !child.content);
  }

  private shuffle(list: Piece[]): void {
    for (let i = list.length - 1; i > 0; i--) {
      const k = this.random.below(i + 1);
      [list[i], list[k]] = [list[k] as Piece, list[i] as Piece];
    }
  }

  private text({ name, namespace }: ElementModel, type: ValueType): string {
    const { random } = this;
    if (name === 'Status' && type.kind === 'integer') return namespace === 'Move' ? '3' : '1';
    if (name === 'Status' && type.kind === 'numbers') return '1';
    if (name === 'PolicyKey') return String(1 + random.below(0xffff_ffff));
    switch (type.kind) {
      case 'text': {
        const most = (type.max ?? 99) - (type.min ?? 0) + 1;
        return type.min ? 'x'.repeat(type.min + random.below(Math.min(40, most))) : random.pick(TEXTS);
      }
      case 'words':
        return random.pick(wordsIn(type, this.version));
      case 'boolean':
        return random.pick(['0', '1']);
      case 'integer': {
        const most = (type.max ?? 1000) - (type.min ?? 0) + 1;
        return String((type.min ?? 0) + random.below(Math.min(1000, most)));
      }
      case 'numbers':
        return String(random.pick(type.numbers));
      case 'double':
        return '12.5';
      case 'dateTime':
        return '2026-01-05T09:00:00.000Z';
      case 'compactDate':
        return '20260105T090000Z';
      case 'timeZone':
        return `${'A'.repeat(230)}==`;
      case 'range':
        return `${random.below(10)}-${10 + random.below(90)}`;
      case 'base64':
        return 'TUlJ';
      case 'bytes':
      case 'empty':
      case 'container':
        return '';
      default:
        return type satisfies never;
    }
  }
}

const CLASSES = [[2, 22], [4], [1, 12], [9], [23], [19], [16]];

/** The class of item a property belongs to, from 1; 0 where every class has it. */
const classOf = ({ key }: ElementModel): number => 1 + CLASSES.findIndex((pages) => pages.includes(key >> 8));
