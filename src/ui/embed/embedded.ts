/** What an embedded page shows beside the verdict. */
export type EmbedView = 'hex' | 'xml' | 'both';

/**
 * What a frame asks for: `?embed` with or without `&view=hex|xml|both`.
 * @param search the part of the address from `?` on
 * @returns `undefined` for the whole page
 */
export function embedded(search: string): EmbedView | undefined {
  const asked = new URLSearchParams(search);
  if (!asked.has('embed')) return undefined;
  const view = asked.get('view');
  return view === 'hex' || view === 'xml' ? view : 'both';
}
