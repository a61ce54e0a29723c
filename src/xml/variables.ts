import { resolveReferences } from './references.ts';

/** Part of a text where `$(name)` stands for a variable. */
export type VariablePart =
  { kind: 'text'; text: string } | { kind: 'variable'; name: string; conversion: number };

const CONVERSIONS = ['escape', 'unesc', 'noesc'] as const;
/** What a variable without a conversion has in content, and in most attributes. */
export const NO_ESCAPE = 2;

/** Two dollars, a bare name, or a name in parentheses with or without a conversion, which may be its first letter. */
const VARIABLE =
  /\$(?:\$|([A-Za-z_][A-Za-z0-9_]*)|\(([A-Za-z_][A-Za-z0-9_]*)(?::(e|escape|u|unesc|n|noesc))?\))/gi;

/**
 * Splits a raw text at its variables: `$(name:escape)` is conversion 0, `:unesc` 1, `:noesc` 2. `$$` is a dollar.
 * References are resolved after splitting, so that `&#36;(name)` is text.
 * @param usual conversion of `$(name)` and `$name`, which name none
 * @see WAP-191-WML §10.3.1, WAP-192-WBXML §5.8.4.2
 */
export function splitVariables(raw: string, usual = NO_ESCAPE): VariablePart[] {
  const parts: VariablePart[] = [];
  let text = '';
  let from = 0;
  const add = (to: number) => {
    const piece = raw.slice(from, to);
    const resolved = resolveReferences(piece);
    text += resolved.ok ? resolved.text : piece;
  };
  const endText = () => {
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
  };
  for (const match of raw.matchAll(VARIABLE)) {
    add(match.index);
    from = match.index + match[0].length;
    const name = match[1] ?? match[2];
    if (name === undefined) text += '$';
    else {
      endText();
      const letter = match[3]?.charAt(0).toLowerCase();
      const named = CONVERSIONS.findIndex((word) => word.charAt(0) === letter);
      parts.push({ kind: 'variable', name, conversion: named < 0 ? usual : named });
    }
  }
  add(raw.length);
  endText();
  return parts;
}

/**
 * A variable as text, or `undefined` where its name has no such form.
 * @param usual conversion that one has which names none: the other two, and escape, are always named
 */
export function variableText(name: string, conversion: number, usual = NO_ESCAPE): string | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return undefined;
  const isUsual = conversion === NO_ESCAPE && usual === NO_ESCAPE;
  return isUsual ? `$(${name})` : `$(${name}:${CONVERSIONS[conversion] ?? ''})`;
}

/** A dollar that begins a variable, or would where a text or a name came behind it. */
const DOLLAR = /\$(?=[$(A-Za-z_]|$)/g;

/** The text with each such dollar as a reference: a literal character. */
export const escapeDollars = (text: string): string => text.replace(DOLLAR, '&#36;');
