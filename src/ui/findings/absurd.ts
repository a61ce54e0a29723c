import type { Finding } from '../../doctor/index.ts';

/** Rules that speak where a name is unknown, or absurd for its place or its value. */
const RULES = new Set([
  'unknown-tag',
  'unknown-page',
  'foreign-tag',
  'foreign-token',
  'foreign-page',
  'unexpected-child',
  'element-in-value',
  'text-in-container',
  'content-in-empty-tag',
  'unreadable-date',
  'wrong-type',
]);

/** True where the name may come from a wrong table: then it is worth trying others. */
export const isAbsurd = ({ rule, ground, severity }: Finding): boolean =>
  severity !== 'note' && ground === undefined && RULES.has(rule);
