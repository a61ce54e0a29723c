// One chunk of the page: what changes a message beside its bytes. Loaded when one is opened.
export { default as AddDialog } from './AddDialog.svelte';
export { default as HttpDialog } from './HttpDialog.svelte';
export { default as NamesDialog } from './NamesDialog.svelte';
export { default as ReadAsDialog } from '../dialogs/ReadAsDialog.svelte';
export { ExchangeActs } from './acts.ts';
