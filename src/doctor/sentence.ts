/** The first sentence of a text, its full stop included; all of it where there is none. */
export const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
