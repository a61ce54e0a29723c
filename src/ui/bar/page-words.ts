import { words } from '#words/bar.ts';
import type { Decoded } from '../../doctypes/index.ts';

/** The code page in force at a byte, as `page 0 AirSync`; `undefined` in the header and past the end. */
export function pageWords({ tokens, vocabulary }: Decoded, offset: number): string | undefined {
  const token = tokens.atOffset(offset);
  if (token < 0 || tokens.space(token) === 'header') return undefined;
  const page = tokens.page(token);
  if (tokens.inAttributes(token)) return words.attributePage(page);
  return words.codePage(page, vocabulary.page(page)?.name);
}
