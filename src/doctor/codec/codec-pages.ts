import { told, type Rule } from '../rule.ts';
import { attributePages } from './attributes.ts';
import { codecRule } from './codec-rules.ts';
import { headerPages } from './header.ts';
import { namePages } from './names.ts';
import { structurePages } from './structure.ts';
import { textPages } from './texts.ts';

const GOOD = '03016a00 45 4e03310001 01';

/** The rules that the codec's problems break, with their pages. */
export function codecRulePages(): Rule[] {
  const pages = { ...structurePages, ...attributePages, ...headerPages, ...textPages, ...namePages };
  return Object.entries(pages).flatMap(([id, { covers, why, bad, good = GOOD }]) => {
    const rule = codecRule(id);
    if (!rule) return [];
    const page = { title: rule.title, scope: 'message', covers, why } as const;
    return [
      told(rule, { ...page, bad: { hex: bad, side: 'response' }, good: { hex: good, side: 'response' } }),
    ];
  });
}
