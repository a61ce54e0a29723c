import { mount } from 'svelte';
import { trustedWorker } from './editor/index.ts';
import { PageState } from './state/index.ts';
import './styles/base.css';
import App from './ui/App.svelte';
import { prefetch } from './ui/prefetch.ts';

const target = document.getElementById('app');
if (target) {
  const page = new PageState(trustedWorker);
  mount(App, { target, props: { page } });
  void page.opener.start();
  prefetch();
}
