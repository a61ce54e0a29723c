import type { Place } from '../conversation/index.ts';
import { exchangeRules } from './exchange-rules/index.ts';
import type { Finding } from './types.ts';

/** What the rules that others speak for speak for themselves. */
const GROUND_OF = new Map(exchangeRules.map(({ id, ground }) => [id, ground]));

/**
 * The findings that more specific ones speak for: those of a rule they name as their ground, at one of their places. What
 * is found in another exchange speaks for itself there: whoever reads that one has to be told.
 */
export class Grounds {
  private readonly spoken = new Set<string>();

  constructor(findings: readonly Finding[]) {
    for (const finding of findings) {
      const { related = [] } = finding;
      for (let { ground } = finding; ground !== undefined; ground = GROUND_OF.get(ground)) {
        for (const place of [finding, ...related.filter(({ exchange }) => exchange === finding.exchange)])
          this.spoken.add(keyOf(ground, place));
      }
    }
  }

  speakFor(finding: Finding): boolean {
    return this.spoken.size > 0 && this.spoken.has(keyOf(finding.rule, finding));
  }
}

const keyOf = (rule: string, { exchange, side, start, end }: Place): string =>
  `${rule} ${exchange} ${side} ${start} ${end}`;

/**
 * Where two rules see the same bytes and one names the other as its ground, the more specific one speaks, for its
 * further places too.
 */
export function withoutGrounds(findings: Finding[]): Finding[] {
  if (findings.every(({ ground }) => ground === undefined)) return findings;
  const grounds = new Grounds(findings);
  return findings.filter((finding) => !grounds.speakFor(finding));
}
