import { describe, expect, test } from 'vitest';
import type { Conversation } from '../conversation/index.ts';
import { recordedTalks } from '../testing/recorded-talks.ts';
import { deviationFor } from '../eas/index.ts';
import { examineTalk } from './examine-talk.ts';
import { examineAll } from './examine.ts';
import type { Finding } from './types.ts';

const talks = recordedTalks();
// What the recording client did wrong on purpose; the recordings say so in their notes.
const ON_PURPOSE = /wrong policy key|policy key 0 after provisioning/;

if (talks.length === 0) {
  test('no ../shared/corpus here: no recorded conversation is examined', () => {
    expect(talks).toEqual([]);
  });
}

const noteOf = ({ exchanges }: Conversation, { exchange }: Finding): string =>
  exchanges[exchange]?.note ?? '';

describe.each(talks)('$name', ({ name, conversation }) => {
  const found = examineTalk(conversation, examineAll(conversation));

  test('no error about an exchange or the conversation that is not meant', () => {
    const counts = new Map<string, number>();
    for (const { severity, rule, side } of found) {
      const kind = `${side} ${severity} ${rule}`;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    const lines = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, n]) => `  ${n} × ${kind}`);
    console.log(`${name}: ${conversation.exchanges.length} exchanges\n${lines.join('\n')}`);
    const errors = found.filter(
      (finding) =>
        finding.severity === 'error' &&
        deviationFor(finding.rule)?.advice !== 'error' &&
        !ON_PURPOSE.test(noteOf(conversation, finding)),
    );
    expect(errors.map((one) => `${noteOf(conversation, one)}: ${one.rule}: ${one.text}`)).toEqual([]);
  });

  test('every finding stands in its message', () => {
    for (const finding of found) {
      for (const place of [finding, ...(finding.related ?? [])]) {
        const message = conversation.exchanges[place.exchange]?.[place.side];
        expect(message).toBeDefined();
        expect(place.start).toBeLessThanOrEqual(place.end);
        expect(place.end).toBeLessThanOrEqual(message?.bytes?.length ?? 0);
      }
    }
  });

  test('what was done wrong on purpose is found', () => {
    const meant = conversation.exchanges.flatMap(({ note = '' }, i) =>
      /collection that does not exist|folder that does not exist/.test(note) &&
      /^(Sync|Ping|GetItemEstimate)/.test(note)
        ? [i]
        : [],
    );
    const unknown = found.filter(({ rule }) => rule === 'unknown-folder');
    const places = new Set(unknown.map(({ exchange }) => exchange));
    // A folder is told once, where it is first asked for.
    expect(meant.length === 0 || meant.some((exchange) => places.has(exchange))).toBe(true);
  });
});
