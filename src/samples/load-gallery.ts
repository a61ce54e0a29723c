/** Loads the list of samples; rejects where that cannot be loaded, as from a page that was replaced since. */
export const loadGallery = () => import('./gallery.ts');
