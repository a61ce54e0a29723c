/** What a person can choose for this browser: every value there is, the one that holds unasked first. */
export const CHOICES = {
  theme: ['system', 'light', 'dark'],
  /** `size`: a listing, of a large message the grid. */
  'bytes-view': ['size', 'listing', 'hex'],
  /** `width`: 16, or 8 where there is room for no more. */
  'hex-columns': ['width', '8', '16', '32'],
  /** Px of what is read, labels and data alike. */
  'text-size': ['13', '12', '14', '16'],
  motion: ['system', 'less'],
  /** What Tab does in the XML. */
  tab: ['indents', 'leaves'],
  wrap: ['on', 'off'],
} as const;

export type ChoiceName = keyof typeof CHOICES;
export type Choice<Name extends ChoiceName> = (typeof CHOICES)[Name][number];
export type Choices = { readonly [Name in ChoiceName]: Choice<Name> };

export const CHOICE_NAMES = Object.keys(CHOICES) as ChoiceName[];

/** Reads what is kept; whatever is no value of ours counts as not chosen. @param kept a text by its name */
export function readChoices(kept: (name: ChoiceName) => string | undefined): Choices {
  const entries = CHOICE_NAMES.map((name) => {
    const values: readonly string[] = CHOICES[name];
    const value = kept(name);
    return [name, value !== undefined && values.includes(value) ? value : values[0]];
  });
  return Object.fromEntries(entries) as Choices;
}
