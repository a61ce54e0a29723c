import { vi } from 'vitest';

/** What a stubbed browser was asked for, and what it keeps. */
export interface StubBrowser {
  readonly local: Map<string, string>;
  readonly session: Map<string, string>;
}

const refuses = (): Promise<never> => Promise.reject(new DOMException('none here', 'InvalidStateError'));

/**
 * Puts in place what the page’s state asks of a browser, until `vi.unstubAllGlobals()`: storage, history, an address,
 * frames, and a database that cannot be opened.
 * @param database is called whenever the database is opened, which fails when it rejects, and with what it rejects with
 */
export function stubBrowser(database: () => Promise<never> = refuses): StubBrowser {
  const [local, session] = [new Map<string, string>(), new Map<string, string>()];
  vi.stubGlobal('localStorage', storageOf(local));
  vi.stubGlobal('sessionStorage', storageOf(session));
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('document', { hidden: false });
  vi.stubGlobal('location', { hash: '', pathname: '/', search: '', reload: () => undefined });
  vi.stubGlobal('history', { state: null, pushState: () => undefined, replaceState: () => undefined });
  vi.stubGlobal('requestAnimationFrame', (done: () => void) => setTimeout(done));
  const open = (): object => {
    const request: { error?: unknown; onerror?: () => void } = {};
    void database().catch((error: unknown) => {
      request.error = error;
      request.onerror?.();
    });
    return request;
  };
  vi.stubGlobal('indexedDB', { open });
  return { local, session };
}

const storageOf = (values: Map<string, string>): Partial<Storage> & { length: number } => ({
  get length() {
    return values.size;
  },
  key: (i: number) => [...values.keys()][i] ?? null,
  getItem: (name: string) => values.get(name) ?? null,
  setItem: (name: string, value: string) => void values.set(name, value),
  removeItem: (name: string) => void values.delete(name),
});
