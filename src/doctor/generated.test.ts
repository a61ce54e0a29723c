import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message, Side } from '../conversation/index.ts';
import { keyOf, vocabularyOf } from '../doctypes/index.ts';
import {
  VERSIONS,
  bodyModel,
  commands,
  modelledCommands,
  smallestMessage,
  versionBit,
  writeMessage,
  type Piece,
  type ProtocolVersion,
} from '../eas/index.ts';
import { anyMessage, anyTree, type Tree } from '../testing/any-message.ts';
import { mutate } from '../testing/mutate.ts';
import { Random } from '../testing/random.ts';
import { examineMessage } from './examination.ts';
import { messageRules } from './message-rules/index.ts';

const SYNC_KEY = keyOf(0, 0x0b);
const STATUS = keyOf(0, 0x0e);
const COLLECTION = keyOf(0, 0x0f);

const bodies = modelledCommands.flatMap((command) =>
  (['request', 'response'] as const).flatMap((side) => {
    const root = bodyModel(command, side);
    return VERSIONS.filter((version) => root && root.versions & versionBit(version)).map((version) => ({
      command,
      side,
      version,
    }));
  }),
);

/** Rules about what the elements of a message say together: no content model keeps them. */
const beyond = new Set(messageRules.map(({ id }) => id));

const found = (bytes: Uint8Array, version: ProtocolVersion, side: Side = 'response'): string[] => {
  const message: Message = { bytes, readAs: { version, side } };
  return examineMessage(message)
    .findings.filter(({ rule }) => !beyond.has(rule))
    .map(({ severity, rule, start, end }) => `${severity} ${rule} ${start}–${end}`);
};
const loud = (findings: readonly string[]): string[] => findings.filter((one) => !one.startsWith('note'));

test('every command with WBXML is there, in every version that has it', () => {
  const withBody = commands.filter(({ root }) => root !== undefined).map(({ name }) => name);
  expect(new Set(bodies.map(({ command }) => command))).toEqual(new Set(withBody));
  expect(bodies.length).toBeGreaterThan(200);
});

describe.each(bodies)('$command $side at $version', ({ command, side, version }) => {
  test('of two hundred legal messages none has a finding above a note', () => {
    fc.assert(
      fc.property(anyMessage(command, side, version), (bytes) => {
        expect(loud(found(bytes, version, side))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('changed anywhere they give findings or none, and never an exception', () => {
    fc.assert(
      fc.property(anyMessage(command, side, version), fc.nat(), (bytes, seed) => {
        const changed = mutate(bytes, new Random(seed));
        for (const { start, end, text } of examineMessage({ bytes: changed, readAs: { command } }).findings) {
          expect(start <= end && end <= changed.length).toBe(true);
          expect(text).not.toMatch(/undefined|NaN/);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('the smallest message has no finding of any rule, and is always the same', () => {
    const smallest = smallestMessage(command, side, version) ?? new Uint8Array();
    expect(smallest.length).toBeGreaterThan(4);
    expect(examineMessage({ bytes: smallest, readAs: { version, side } }).findings).toEqual([]);
    expect(smallestMessage(command, side, version)).toEqual(smallest);
  });
});

const rounds = VERSIONS.flatMap((version) =>
  Array.from({ length: 60 }, (_, seed) => ({ version, seed: seed + 1 })),
);
const sync = (version: ProtocolVersion, seed: number): Tree => anyTree('Sync', 'response', version, seed);

describe(`${rounds.length} legal replies to Sync`, () => {
  test('have no finding at all', () => {
    let bytes = 0;
    for (const { version, seed } of rounds) {
      const message = writeMessage(sync(version, seed));
      bytes += message.length;
      expect(found(message, version), `${version}, seed ${seed}`).toEqual([]);
    }
    expect(bytes).toBeGreaterThan(50_000);
  });

  test('with a SyncKey under Sync have exactly that one error, wherever it is put', () => {
    for (const { version, seed } of rounds) {
      const root = sync(version, seed);
      const children = root.holds;
      const at = seed % (children.length + 1);
      const key: Piece = { key: SYNC_KEY, holds: '7' };
      const bad = writeMessage({ ...root, holds: [...children.slice(0, at), key, ...children.slice(at)] });
      const start = writeMessage({ ...root, holds: children.slice(0, at) }).length - 1;
      const switched = Math.min(2, bad.length - writeMessage(root).length - 5);
      expect(found(bad, version), `${version}, seed ${seed}`).toEqual([
        `error synckey-under-sync ${start + switched}–${start + switched + 5}`,
      ]);
    }
  });

  test('with a redundant SWITCH_PAGE, or a Status at the top, have none', () => {
    for (const { version, seed } of rounds) {
      const root = sync(version, seed);
      expect(found(writeMessage(root, Uint8Array.of(0, 0)), version)).toEqual([]);
      const others = root.holds.filter(({ key }) => key !== STATUS);
      const status: Piece = { key: STATUS, holds: '1' };
      expect(found(writeMessage({ ...root, holds: [status, ...others] }), version)).toEqual([]);
      expect(found(writeMessage({ ...root, holds: [{ ...status, holds: '4' }] }), version)).toEqual([]);
    }
  });

  test('with their Collections in another order have no error', () => {
    for (const { version, seed } of rounds) {
      const turned = writeMessage(turn(sync(version, seed), COLLECTION));
      const errors = found(turned, version).filter((finding) => !finding.startsWith('note wrong-order'));
      expect(errors, `${version}, seed ${seed}`).toEqual([]);
    }
  });
});

/** The same message with the children of every element of this key the other way round. */
function turn(piece: Piece, key: number): Piece {
  if (!Array.isArray(piece.holds)) return piece;
  const holds = (piece.holds as readonly Piece[]).map((child) => turn(child, key));
  return { ...piece, holds: piece.key === key ? holds.reverse() : holds };
}

test('the keys are those of the vocabulary', () => {
  const name = (key: number): string | undefined =>
    vocabularyOf('activesync')?.tag(key >> 8, key & 0xff)?.name;
  expect([SYNC_KEY, STATUS, COLLECTION].map(name)).toEqual(['SyncKey', 'Status', 'Collection']);
});
