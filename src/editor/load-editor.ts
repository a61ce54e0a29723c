import type { OpenDiff, OpenEditor } from './types.ts';

/** Fingers only: Monaco has neither the touch handles nor the menu for them. */
export const fingersOnly = (): boolean => matchMedia('(hover: none) and (pointer: coarse)').matches;

/**
 * Loads the editor that fits the device: Monaco, or on touch screens a text field. Rejects where its files
 * cannot be loaded (offline, or replaced by a newer build).
 */
export async function loadEditor(): Promise<OpenEditor> {
  if (fingersOnly()) return (await import('./touch/text-field.ts')).openTextField;
  return (await loadMonaco()).openMonaco;
}

/**
 * Loads what shows two texts beside each other: Monaco again; `undefined` on touch screens, which have none. Rejects
 * as `loadEditor` does.
 */
export async function loadDiff(): Promise<OpenDiff | undefined> {
  if (fingersOnly()) return undefined;
  return (await loadMonaco()).openDiff;
}

const loadMonaco = async () => (await import('./monaco/in-parts.ts')).loadMonaco();
