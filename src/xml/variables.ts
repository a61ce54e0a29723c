import { resolveReferences } from './references.ts';

/** Part of a text where `$(name)` stands for a variable. */
export type VariablePart =
  { kind: 'text'; text: string } | { kind: 'variable'; name: string; conversion: number };

const CONVERSIONS = ['escape', 'unesc', 'noesc'] as const;

/**
 * Splits a raw text at its variables: `$(name:escape)` is conversion 0, `$(name:unesc)` 1, `$(name)` 2.
 * References are resolved after splitting, so that `&#36;(name)` is text.
 * @see WAP-191-WML §10.3.1, WAP-192-WBXML §5.8.4.2
 */
export function splitVariables(raw: string): VariablePart[] {
  const parts: VariablePart[] = [];
  let from = 0;
  const text = (to: number) => {
    const resolved = resolveReferences(raw.slice(from, to));
    if (to > from) parts.push({ kind: 'text', text: resolved.ok ? resolved.text : raw.slice(from, to) });
  };
  for (const match of raw.matchAll(/\$\(([A-Za-z_][A-Za-z0-9_]*)(?::(escape|unesc|noesc))?\)/g)) {
    text(match.index);
    const conversion = match[2] === undefined ? 2 : CONVERSIONS.indexOf(match[2] as 'escape');
    parts.push({ kind: 'variable', name: match[1] as string, conversion });
    from = match.index + match[0].length;
  }
  text(raw.length);
  return parts;
}

/** A variable as text, or `undefined` where its name has no such form. */
export function variableText(name: string, conversion: number): string | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return undefined;
  return conversion === 2 ? `$(${name})` : `$(${name}:${CONVERSIONS[conversion] ?? ''})`;
}
