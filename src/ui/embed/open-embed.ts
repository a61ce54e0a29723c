import { mount } from 'svelte';
import { EmbedPage } from './embed-page.svelte.ts';
import Embed from './Embed.svelte';
import type { EmbedView } from './embedded.ts';

/** Shows what the address of a frame names, and follows where whoever made the frame leads it. */
export function openEmbed(target: Element, view: EmbedView, startWorker: (address: string) => Worker): void {
  const page = new EmbedPage(startWorker);
  mount(Embed, { target, props: { page, view } });
  void page.open(location.hash);
  addEventListener('hashchange', () => void page.open(location.hash));
}
