/** Reloads the page: to a newer build where one is there. */
export async function reload(): Promise<void> {
  const registration = await Promise.resolve()
    .then(() => navigator.serviceWorker.getRegistration())
    .catch(() => undefined); // plain http has no service workers
  if (registration) changeOver(registration);
  else location.reload();
}

/** Ms in which a newer build takes over; where none does, it is gone, and the next load looks for one. */
const PATIENCE = 5000;

/** Lets the newer build take over, and reloads the page when it has. */
function changeOver({ waiting }: ServiceWorkerRegistration): void {
  if (!waiting) return location.reload(); // another tab did it
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  setTimeout(() => location.reload(), PATIENCE);
  waiting.postMessage('take over');
}
