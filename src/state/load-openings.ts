/** Loads what opens pastes and simulations; the first look at the page needs neither. */
export const loadOpenings = () => import('./openings.ts');
