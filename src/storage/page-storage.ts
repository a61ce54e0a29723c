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

function storageOf(where: 'local' | 'session'): Storage {
  return where === 'local' ? localStorage : sessionStorage;
}

/** The names that begin with `start`, without what all names of this page begin with. */
export function keptNames(where: 'local' | 'session', start: string): string[] {
  try {
    const storage = storageOf(where);
    const all = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
    return all.filter((key) => key.startsWith(PREFIX + start)).map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}

/** Forgets every value that this page keeps there. */
export function eraseValues(where: 'local' | 'session'): void {
  for (const name of keptNames(where, '')) writeKept(where, name, undefined);
}

/** Calls back when a value of the browser was changed in another tab. */
export function onValue(name: string, listener: (value: string | undefined) => void): void {
  addEventListener('storage', ({ key, newValue, storageArea }) => {
    if (key === PREFIX + name && storageArea === localStorage) listener(newValue ?? undefined);
  });
}
