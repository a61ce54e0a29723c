export { FIRST_SAMPLE, firstConversation } from './first.ts';
export { loadGallery } from './load-gallery.ts';
export type { Sample, SampleSection } from './gallery.ts';
