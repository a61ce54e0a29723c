import type { Difference } from '../../doctor/index.ts';

/** The sign of a verdict; it says the same without colour. */
export const SIGNS: Readonly<Record<Difference['verdict'], string>> = {
  fault: '✖',
  suspicious: '!',
  harmless: '·',
};

/** The class that gives it its colour. */
export const CLASSES: Readonly<Record<Difference['verdict'], string>> = {
  fault: 'severity-error',
  suspicious: 'severity-warning',
  harmless: 'severity-note',
};
