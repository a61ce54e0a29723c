// The origin may be shared with other pages of the same owner, so every name begins alike.
const PREFIX = 'wbxml-playground:';

/**
 * A value of this browser (`local`) or this tab (`session`).
 * @returns `undefined` where nothing is kept, or the browser refuses to
 */
export function readKept(where: 'local' | 'session', name: string): string | undefined {
  try {
    return storageOf(where).getItem(PREFIX + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value, or forgets it where `value` is absent. @returns false where the browser refuses */
export function writeKept(where: 'local' | 'session', name: string, value: string | undefined): boolean {
  try {
    if (value === undefined) storageOf(where).removeItem(PREFIX + name);
    else storageOf(where).setItem(PREFIX + name, value);
    return true;
  } catch {
    return false; // private mode, a full store, a frame without storage
  }
}

/** Forgets every value, of this browser and of this tab. @returns false where the browser refuses */
export function forgetKept(): boolean {
  try {
    for (const storage of [localStorage, sessionStorage]) {
      const names = Object.keys(storage).filter((name) => name.startsWith(PREFIX));
      for (const name of names) storage.removeItem(name);
    }
    return true;
  } catch {
    return false;
  }
}

function storageOf(where: 'local' | 'session'): Storage {
  return where === 'local' ? localStorage : sessionStorage;
}
