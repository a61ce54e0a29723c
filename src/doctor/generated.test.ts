import { describe, expect, test } from 'vitest';
import type { Message } from '../conversation/index.ts';
import { keyOf, vocabularyOf } from '../doctypes/index.ts';
import {
  VERSIONS,
  bodyModel,
  versionBit,
  type ElementModel,
  type ProtocolVersion,
  type ValueType,
} from '../eas/index.ts';
import { Random } from '../testing/random.ts';
import { examineMessage } from './examination.ts';

/** An element to be written: its key, and what it holds; nothing for a tag without content. */
interface Piece {
  key: number;
  name: string;
  holds?: string | Piece[];
}

const SYNC_KEY = keyOf(0, 0x0b);
const STATUS = keyOf(0, 0x0e);
const TEXTS = ['', 'Hello', 'Grüße 😀', 'a\r\nb', '<&>'];

/** Writes a message made of inline strings, with a SWITCH_PAGE where the page changes. */
function write(root: Piece, first: readonly number[] = []): Uint8Array {
  const out: number[] = [3, 1, 0x6a, 0, ...first];
  let page = 0;
  const element = ({ key, holds }: Piece): void => {
    if (key >> 8 !== page) out.push(0, (page = key >> 8));
    out.push((key & 0xff) | (holds === undefined ? 0 : 0x40));
    if (holds === undefined) return;
    if (typeof holds === 'string') out.push(3, ...new TextEncoder().encode(holds), 0);
    else holds.forEach(element);
    out.push(1);
  };
  element(root);
  return Uint8Array.from(out);
}

/** Makes messages that keep every rule of the content model, by chance. */
class Legal {
  private readonly random: Random;
  private readonly version: ProtocolVersion;

  constructor(seed: number, version: ProtocolVersion) {
    this.random = new Random(seed);
    this.version = version;
  }

  sync(): Piece {
    const root = bodyModel('Sync', 'response');
    if (!root) throw new Error('no model of Sync');
    return this.element(root, 0);
  }

  private element(model: ElementModel, depth: number): Piece {
    const { key, name, content, value } = model;
    if (value.kind === 'empty') return { key, name };
    if (!content) return { key, name, holds: this.value(value) };
    const chosen = content.children.filter((child) => this.takes(child, depth));
    const excluded = new Set(content.exclusive.map(([one]) => one));
    const itemPage = this.random.pick([1, 2, 4, 9]);
    const kept = chosen.filter(
      (child) => !excluded.has(child) && (!content.item || fits(itemPage, child.key >> 8)),
    );
    // A Status of 1 asks for more than any other, and Collections for a Collection.
    const all = content.requiredWhen.map(({ child }) => child);
    const least = content.least && kept.length === 0 ? content.children.slice(-1) : [];
    const children = [...new Set([...kept, ...all, ...least])].sort((a, b) => a.index - b.index);
    const holds = children.flatMap((child) => {
      const times = child.max > 1 ? 1 + this.random.below(Math.min(3, child.max)) : 1;
      return Array.from({ length: times }, () => this.element(child, depth + 1));
    });
    if (!content.order) this.shuffle(holds);
    return { key, name, holds };
  }

  private takes(child: ElementModel, depth: number): boolean {
    if ((child.versions & versionBit(this.version)) === 0) return false;
    return child.min > 0 || this.random.below(depth > 5 ? 12 : 3) === 0;
  }

  private shuffle(list: Piece[]): void {
    for (let i = list.length - 1; i > 0; i--) {
      const k = this.random.below(i + 1);
      [list[i], list[k]] = [list[k] as Piece, list[i] as Piece];
    }
  }

  private value(type: ValueType): string {
    const { random } = this;
    switch (type.kind) {
      case 'text':
        return type.min
          ? 'x'.repeat(type.min + random.below(Math.min(40, (type.max ?? 99) - type.min + 1)))
          : random.pick(TEXTS);
      case 'words':
        return random.pick(type.words);
      case 'boolean':
        return random.pick(['0', '1']);
      case 'integer':
        return String(
          (type.min ?? 0) + random.below(Math.min(1000, (type.max ?? 1000) - (type.min ?? 0) + 1)),
        );
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
      case 'bytes':
        return 'bytes';
      case 'empty':
      case 'container':
        return '';
      default:
        return type satisfies never;
    }
  }
}

/** Which pages an item of the class with this first page has its properties on. */
const fits = (first: number, page: number): boolean =>
  [17, 24].includes(page) || page === first || (first === 2 && page === 22) || (first === 1 && page === 12);

const rounds = VERSIONS.flatMap((version) =>
  Array.from({ length: 60 }, (_, seed) => ({ version, seed: seed + 1 })),
);

const examined = (bytes: Uint8Array, version: ProtocolVersion): string[] => {
  const message: Message = { bytes, readAs: { version, side: 'response' } };
  return examineMessage(message).findings.map(
    ({ severity, rule, start, end }) => `${severity} ${rule} ${start}–${end}`,
  );
};

const holdsOf = (piece: Piece): Piece[] => (typeof piece.holds === 'object' ? piece.holds : []);

describe(`${rounds.length} legal replies to Sync`, () => {
  test('have no finding at all', () => {
    let bytes = 0;
    for (const { version, seed } of rounds) {
      const message = write(new Legal(seed, version).sync());
      bytes += message.length;
      expect(examined(message, version), `${version}, seed ${seed}`).toEqual([]);
    }
    expect(bytes).toBeGreaterThan(100_000);
  });

  test('with a SyncKey under Sync have exactly that one error, wherever it is put', () => {
    for (const { version, seed } of rounds) {
      const root = new Legal(seed, version).sync();
      const children = holdsOf(root);
      const at = seed % (children.length + 1);
      const key: Piece = { key: SYNC_KEY, name: 'SyncKey', holds: '7' };
      const bad = { ...root, holds: [...children.slice(0, at), key, ...children.slice(at)] };
      const start = write({ ...root, holds: children.slice(0, at) }).length - 1;
      const switched = write(bad).length - write(root).length - 5;
      expect(examined(write(bad), version), `${version}, seed ${seed}`).toEqual([
        `error synckey-under-sync ${start + Math.min(2, switched)}–${start + Math.min(2, switched) + 5}`,
      ]);
    }
  });

  test('with a redundant SWITCH_PAGE, or a Status at the top, have none', () => {
    for (const { version, seed } of rounds) {
      const root = new Legal(seed, version).sync();
      expect(examined(write(root, [0, 0]), version)).toEqual([]);
      const others = holdsOf(root).filter(({ key }) => key !== STATUS);
      const status: Piece = { key: STATUS, name: 'Status', holds: '1' };
      expect(examined(write({ ...root, holds: [status, ...others] }), version)).toEqual([]);
      expect(examined(write({ ...root, holds: [{ ...status, holds: '4' }] }), version)).toEqual([]);
    }
  });

  test('with their Collections in another order have no error', () => {
    for (const { version, seed } of rounds) {
      const root = new Legal(seed, version).sync();
      const turned = turn(root, 'Collection');
      const errors = examined(write(turned), version).filter(
        (finding) => !finding.startsWith('note wrong-order'),
      );
      expect(errors, `${version}, seed ${seed}`).toEqual([]);
    }
  });
});

/** The same message with the children of every element of this name the other way round. */
function turn(piece: Piece, name: string): Piece {
  if (typeof piece.holds !== 'object') return piece;
  const holds = piece.holds.map((child) => turn(child, name));
  return { ...piece, holds: piece.name === name ? holds.reverse() : holds };
}

test('the writer writes what the vocabulary names', () => {
  expect(vocabularyOf('activesync')?.tag(0, 0x0b)?.name).toBe('SyncKey');
  expect(vocabularyOf('activesync')?.tag(0, 0x0e)?.name).toBe('Status');
});
