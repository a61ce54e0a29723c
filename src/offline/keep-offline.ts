/** Ms between two questions to the server whether there is a newer build. */
const ASK_AFTER = 60 * 60 * 1000;

/**
 * Registers the service worker, which keeps this build for use without a network. Where the browser has none or
 * refuses (plain http, private windows, opened from a sandboxed frame), the page works as before, online.
 * @param script its address, as Trusted Types want it
 * @param onready called when a newer build is there, complete: `reload` changes over to it
 */
export async function keepOffline(script: string, onready: () => void): Promise<void> {
  if (!isSecureContext || !('serviceWorker' in navigator) || savesData()) return;
  const registration = await Promise.resolve()
    .then(() => navigator.serviceWorker.register(script)) // in a sandbox even to ask for `serviceWorker` throws
    .catch(() => undefined);
  if (!registration) return;
  if (registration.waiting && registration.active) onready();
  const watch = (): void => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed' && registration.active) onready(); // else it is the first one
    });
  };
  watch(); // one may be under way already: another tab asked for it
  registration.addEventListener('updatefound', watch);
  askNowAndThen(registration);
}

/** A tab may stand open for weeks: it asks when a person comes back to it. */
function askNowAndThen(registration: ServiceWorkerRegistration): void {
  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < ASK_AFTER) return;
    asked = Date.now();
    void registration.update().catch(() => undefined); // offline: the next time
  });
}

/** True where a person asked their browser to load no more than it must. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
