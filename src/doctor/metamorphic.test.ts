import { describe, expect, test } from 'vitest';
import type { Message } from '../conversation/index.ts';
import { keyOf, vocabularyOf } from '../doctypes/index.ts';
import { VERSIONS, writeMessage, type Piece, type ProtocolVersion } from '../eas/index.ts';
import { anyTree } from '../testing/any-message.ts';
import { Random } from '../testing/random.ts';
import { inCompany } from '../testing/sensible-items.ts';
import { examineMessage } from './examination.ts';

// What a reply may be changed into without becoming wrong, and the one change that makes it wrong.

const SEEDS = 60;
const REDUNDANT = Uint8Array.of(0, 0);

const tag = (name: string): number => keyOf(0, vocabularyOf('activesync')?.tagCode(0, name) ?? -1);
const KEY = {
  collections: tag('Collections'),
  collection: tag('Collection'),
  syncKey: tag('SyncKey'),
  status: tag('Status'),
  limit: tag('Limit'),
  commands: tag('Commands'),
  responses: tag('Responses'),
  moreAvailable: tag('MoreAvailable'),
  add: tag('Add'),
  serverId: tag('ServerId'),
};

const childrenOf = ({ holds }: Piece): readonly Piece[] =>
  Array.isArray(holds) ? (holds as readonly Piece[]) : [];
const has = (piece: Piece, key: number): boolean => childrenOf(piece).some((child) => child.key === key);

/**
 * Makes a tree that keeps its content model say something that is right, too: the items of a folder have an id
 * each, a taken Add is given one, there is more only where there is something, and what an item says goes together.
 */
class Sensible {
  private ids = 0;

  element(piece: Piece, parent = 0): Piece {
    if (piece.key === KEY.serverId && typeof piece.holds === 'string')
      return { ...piece, holds: `1:${++this.ids}` };
    if (!Array.isArray(piece.holds)) return piece;
    let holds = childrenOf(piece).filter(({ key }) => key !== KEY.limit);
    if (!has(piece, KEY.commands)) holds = holds.filter(({ key }) => key !== KEY.moreAvailable);
    if (piece.key === KEY.add && parent === KEY.responses && !has(piece, KEY.serverId)) {
      const at = holds.findIndex(({ key }) => key === KEY.status);
      holds = [...holds.slice(0, at), { key: KEY.serverId, holds: 'x' }, ...holds.slice(at)];
    }
    holds = inCompany(piece.key, holds);
    return { ...piece, holds: holds.map((child) => this.element(child, piece.key)) };
  }
}

function reply(version: ProtocolVersion, seed: number): Piece {
  const tree = new Sensible().element(anyTree('Sync', 'response', version, seed));
  const collection: Piece = {
    key: KEY.collection,
    holds: [
      { key: KEY.syncKey, holds: '1' },
      { key: tag('CollectionId'), holds: '1' },
      { key: KEY.status, holds: '1' },
    ],
  };
  // A reply without collections says nothing that a change could spoil.
  return has(tree, KEY.collections)
    ? tree
    : { ...tree, holds: [...childrenOf(tree), { key: KEY.collections, holds: [collection] }] };
}

const rounds = VERSIONS.flatMap((version) =>
  Array.from({ length: SEEDS }, (_, seed) => ({ version, seed: seed + 1, root: reply(version, seed + 1) })),
);

function errors(bytes: Uint8Array, version: ProtocolVersion): string[] {
  const message: Message = { bytes, readAs: { version, side: 'response' } };
  return examineMessage(message)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, start, end }) => `${rule} ${start}–${end}`);
}

/** The same message with the children of every Collection in another order. */
function shuffled(piece: Piece, random: Random): Piece {
  if (!Array.isArray(piece.holds)) return piece;
  const holds = childrenOf(piece).map((child) => shuffled(child, random));
  if (piece.key === KEY.collection) {
    for (let i = holds.length - 1; i > 0; i--) {
      const k = random.below(i + 1);
      [holds[i], holds[k]] = [holds[k] as Piece, holds[i] as Piece];
    }
  }
  return { ...piece, holds };
}

describe(`${rounds.length} legal replies to Sync`, () => {
  test('are of every kind: with items, with answers, with more to come', () => {
    const texts = rounds.map(({ root }) => JSON.stringify(root));
    for (const key of [KEY.commands, KEY.responses, KEY.moreAvailable]) {
      expect(
        texts.filter((text) => text.includes(`"key":${key},`) || text.includes(`"key":${key}}`)).length,
      ).toBeGreaterThan(15);
    }
  });

  test('have no error', () => {
    for (const { version, seed, root } of rounds)
      expect(errors(writeMessage(root), version), `${version}, seed ${seed}`).toEqual([]);
  });

  test('with a SyncKey under Sync have that one error, wherever it is put', () => {
    for (const { version, seed, root } of rounds) {
      const children = childrenOf(root);
      const at = seed % (children.length + 1);
      const key: Piece = { key: KEY.syncKey, holds: '7' };
      const bad = writeMessage({ ...root, holds: [...children.slice(0, at), key, ...children.slice(at)] });
      const before = writeMessage({ ...root, holds: children.slice(0, at) }).length - 1;
      const switched = Math.min(2, bad.length - writeMessage(root).length - 5);
      const start = before + switched;
      expect(errors(bad, version), `${version}, seed ${seed}`).toEqual([
        `synckey-under-sync ${start}–${start + 5}`,
      ]);
    }
  });

  test('with a redundant SWITCH_PAGE have none', () => {
    for (const { version, seed, root } of rounds)
      expect(errors(writeMessage(root, REDUNDANT), version), `${version}, seed ${seed}`).toEqual([]);
  });

  test('with a Status at the top have none', () => {
    for (const { version, seed, root } of rounds) {
      const others = childrenOf(root).filter(({ key }) => key !== KEY.status);
      const status: Piece = { key: KEY.status, holds: '1' };
      const told = writeMessage({ ...root, holds: [status, ...others] });
      expect(errors(told, version), `${version}, seed ${seed}`).toEqual([]);
    }
  });

  test('with the children of their Collections in another order have none', () => {
    for (const { version, seed, root } of rounds) {
      const turned = writeMessage(shuffled(root, new Random(seed)));
      expect(errors(turned, version), `${version}, seed ${seed}`).toEqual([]);
    }
  });
});
