import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SchemaComparison, setOf, type SchemaFacts } from '../../testing/schema-comparison.ts';
import { REVIEWED } from '../../testing/schema-reviewed.ts';
import { statusMeanings } from '../statuses/status.ts';
import { bodyModel } from './model.ts';

// The table of facts the models were written from; a clone alone does not have it.
const FACTS = join(import.meta.dirname, '../../../../shared/facts/eas-schema.json');

const facts = existsSync(FACTS) ? (JSON.parse(readFileSync(FACTS, 'utf8')) as SchemaFacts) : undefined;

if (!facts) {
  console.log('No ../shared/facts here: the content models are not compared with the table of facts.');
  test('without the table of facts there are still models to compare', () => {
    expect(bodyModel('Sync', 'response')).toBeDefined();
  });
}

const DIRECTIONS = ['request', 'response'] as const;
const bodies = Object.entries(facts?.commands ?? {}).flatMap(([command, sides]) =>
  DIRECTIONS.map((direction) => ({ command, direction, body: sides[direction], versions: sides.versions })),
);

/** Every difference of a body; none where both sides have no WBXML. */
function differencesOf({ command, direction, body, versions }: (typeof bodies)[number]): string[] {
  const root = bodyModel(command, direction);
  const hasWbxml = body?.body === 'wbxml';
  if (!facts || !root || !hasWbxml) return hasWbxml === (root !== undefined) ? [] : ['body'];
  const comparison = new SchemaComparison(facts, body.contexts ?? {});
  comparison.root(root, body.root ?? '', setOf(versions));
  return comparison.differences.map((line) => `${command} ${direction} ${line}`);
}

describe.each(bodies)('$command $direction', (body) => {
  test('says what the table of facts says, but for what was reviewed', () => {
    const known = new Set(REVIEWED.flatMap(({ lines }) => lines));
    expect(differencesOf(body).filter((line) => !known.has(line))).toEqual([]);
  });
});

test.each(facts ? REVIEWED : [])('still so: $why', ({ lines }) => {
  const differences = new Set(bodies.flatMap(differencesOf));
  expect(lines.filter((line) => !differences.has(line))).toEqual([]);
});

test('every Status of the table has a meaning under its command', () => {
  for (const [command, { statuses }] of Object.entries(facts?.commands ?? {})) {
    const codes = statuses.map(({ code }) => code).filter((code) => typeof code === 'number');
    for (const code of codes) {
      const own = statusMeanings(command, code).filter(({ name }) => name === undefined);
      expect(own.length, `${command} ${code}`).toBeGreaterThan(0);
    }
  }
});
