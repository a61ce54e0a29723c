import { attributeRules } from './attributes.ts';
import type { CodecRule } from './codec-rule.ts';
import { headerRules } from './header.ts';
import { nameRules } from './names.ts';
import { structureRules } from './structure.ts';
import { textRules } from './texts.ts';

const rulesByCode = new Map(
  [...structureRules, ...attributeRules, ...headerRules, ...textRules, ...nameRules].map((rule) => [
    rule.id,
    rule,
  ]),
);

/** The rule that a problem of the codec breaks, by its code. */
export const codecRule = (code: string): CodecRule | undefined => rulesByCode.get(code);
