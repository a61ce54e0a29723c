import type { Decoded } from '../../doctypes/index.ts';

/** The code page in force at a byte, as `page 0 AirSync`; `undefined` in the header and past the end. */
export function pageWords({ tokens, vocabulary }: Decoded, offset: number): string | undefined {
  const token = tokens.atOffset(offset);
  if (token < 0 || tokens.space(token) === 'header') return undefined;
  const page = tokens.page(token);
  if (tokens.inAttributes(token)) return `attribute page ${page}`;
  const name = vocabulary.page(page)?.name;
  return name === undefined ? `page ${page}` : `page ${page} ${name}`;
}
