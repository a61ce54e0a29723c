import { mount } from 'svelte';
import { trustedAddress, trustedWorker } from './editor/index.ts';
import { fetchEarly, openLaunched, reload, watchLostParts } from './offline/index.ts';
import { PageState, lostPart, newVersion } from './state/index.ts';
import './styles/base.css';
import App from './ui/App.svelte';
import { embedded } from './ui/embed/embedded.ts';
import { prefetch } from './ui/prefetch.ts';

/** Ms after loading, so that nothing that is wanted now has to wait for what may be wanted some day. */
const OFFLINE_AFTER = 2000;

const target = document.getElementById('app');
const embed = embedded(location.search);
if (target && embed)
  void import('./ui/embed/open-embed.ts').then(({ openEmbed }) => openEmbed(target, embed, trustedWorker));
else if (target) start(target);

function start(target: Element): void {
  const page = new PageState(trustedWorker);
  const changeOver = () => void reload();
  watchLostParts(() => page.notices.askReload(lostPart(navigator.onLine, changeOver)));
  mount(App, { target, props: { page } });
  void page.opener.start().finally(() => openLaunched((files) => void page.opener.openFiles(files)));
  prefetch(page);
  if (!import.meta.env.PROD || window.top !== window) return;
  const sw = trustedAddress('./sw.js');
  const onready = () => page.notices.askReload(newVersion(changeOver));
  const keep = () =>
    fetchEarly(() =>
      import('./offline/keep-offline.ts').then(({ keepOffline }) => void keepOffline(sw, onready)),
    );
  addEventListener('load', () => setTimeout(keep, OFFLINE_AFTER));
}
