import type { Side } from '../conversation/index.ts';
import type { Judgement, RuleFacts } from './rule.ts';
import { severityOf } from './severity.ts';
import type { Context, Finding } from './types.ts';

/** Where a message is kept: its exchange, by index, and the side of it. */
export interface Spot {
  exchange: number;
  side: Side;
}

/** A finding of what a rule says. `times`: how often the fault stands in the message. */
export function makeFinding(
  rule: RuleFacts,
  judgement: Judgement,
  spot: Spot,
  context: Context,
  times = 1,
): Finding {
  const { related = [], phone = [], fix } = judgement;
  const { exchange, side } = spot; // not `...spot`: that costs as much as all the rest of a finding
  const finding: Finding = {
    rule: rule.id,
    severity: severityOf(rule, judgement, context.version),
    basis: judgement.basis ?? rule.basis,
    source: judgement.source ?? rule.source,
    text: judgement.text,
    exchange,
    side,
    start: judgement.start,
    end: judgement.end,
  };
  if (rule.ground !== undefined) finding.ground = rule.ground;
  if (times > 1) finding.times = times;
  if (related.length > 0)
    finding.related = related.map(({ start, end, text }) => ({ exchange, side, start, end, text }));
  if (phone.length > 0) finding.phone = [...phone];
  if (fix) {
    const edits = fix.edits.map(({ start, end, bytes }) => ({
      place: { exchange, side, start, end },
      bytes,
    }));
    finding.fix = { title: fix.title, edits };
  }
  return finding;
}
