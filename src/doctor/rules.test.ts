import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deviations, modelledCommands, versionsOf } from '../eas/index.ts';
import { rules } from './all-rules.ts';
import { exampleConversation } from './example.ts';
import { examine } from './examine.ts';
import type { Rule } from './rule.ts';
import { faultRules } from './rules/index.ts';
import type { Finding } from './types.ts';

const all = rules();
const ids = all.map(({ id }) => id);

/** What a rule rests on still stands in exchanges that it only names, as the earlier ones of a run. */
const isGroundElsewhere = ({ id, ground }: Rule, finding: Finding, found: readonly Finding[]): boolean =>
  finding.rule === ground &&
  !found.some(({ rule, exchange }) => rule === id && exchange === finding.exchange);

const findingsOf = (example: Rule['bad']): Finding[] => examine(exampleConversation(example));

describe.each(all)('$id', (rule: Rule) => {
  test('its bad example shows it, and nothing else', () => {
    const found = findingsOf(rule.bad);
    const shown = found.filter((finding) => !isGroundElsewhere(rule, finding, found));
    expect([...new Set(shown.map((finding) => finding.rule))]).toEqual([rule.id]);
  });

  test('its good example shows nothing', () => {
    expect(findingsOf(rule.good)).toEqual([]);
  });

  test('says why, where from, and in whole sentences', () => {
    expect(rule.why).toMatch(/^[A-Z].*\.$/s);
    expect(rule.title).not.toMatch(/\.$/);
    expect(rule.source).not.toBe('');
    for (const { text } of findingsOf(rule.bad)) expect(text).toMatch(/^.+\.$/s);
  });

  test('names commands and versions that exist', () => {
    for (const command of rule.commands ?? []) expect(modelledCommands).toContain(command);
    if (rule.versions !== undefined) expect(versionsOf(rule.versions)).not.toBe(0);
    if (rule.ground !== undefined) expect(ids).toContain(rule.ground);
  });
});

test('no id stands for two rules', () => {
  expect(new Set(ids).size).toBe(ids.length);
});

test('a rule with a ground stands before it, so that the more specific one speaks', () => {
  const order = faultRules.map(({ id }) => id);
  for (const { id, ground, sees } of faultRules) {
    const general = faultRules.find((rule) => rule.id === ground);
    if (general?.sees === sees) expect(order.indexOf(id), id).toBeLessThan(order.indexOf(general.id));
  }
});

test('the known deviations speak of rules that there are', () => {
  for (const { id, rule } of deviations) expect(ids, id).toContain(rule);
});

test('every problem the codec can report has a rule', () => {
  const codes = new Set<string>();
  for (const folder of ['wbxml', 'doctypes']) {
    const path = join(import.meta.dirname, '..', folder);
    for (const name of readdirSync(path).filter((file) => /(?<!\.test)\.ts$/.test(file))) {
      const source = readFileSync(join(path, name), 'utf8');
      for (const [, code = ''] of source.matchAll(/\.(?:warn|error|report)\(\s*'([a-z0-9.-]+)'/g))
        codes.add(code);
    }
  }
  expect(codes.size).toBeGreaterThan(15);
  for (const code of codes) expect(ids).toContain(code);
});

test('rules can be sent between threads', () => {
  expect(structuredClone(all)).toEqual(all);
});
