import { afterEach, expect, test, vi } from 'vitest';
import { keepOffline } from './keep-offline.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A worker that is being installed, until it is said to be there. */
class Coming extends EventTarget {
  state = 'installing';
  isThere(): void {
    this.state = 'installed';
    this.dispatchEvent(new Event('statechange'));
  }
}

/** What the browser says of a page's workers. */
class Registration extends EventTarget {
  waiting: Coming | undefined;
  installing: Coming | undefined;
  active: object | undefined = {};
}

async function kept(registration: Registration) {
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('navigator', { serviceWorker: { register: () => Promise.resolve(registration) } });
  const ready = vi.fn();
  await keepOffline('./sw.js', ready);
  return ready;
}

test('a newer build that was complete before is told at once', async () => {
  expect(await kept(Object.assign(new Registration(), { waiting: new Coming() }))).toHaveBeenCalledTimes(1);
});

test('one that another tab had asked for is told when it is there', async () => {
  const coming = new Coming();
  const ready = await kept(Object.assign(new Registration(), { installing: coming }));
  expect(ready).not.toHaveBeenCalled();
  coming.isThere();
  expect(ready).toHaveBeenCalledTimes(1);
});

test('one that is found later is told when it is there', async () => {
  const registration = new Registration();
  const ready = await kept(registration);
  const coming = new Coming();
  registration.installing = coming;
  registration.dispatchEvent(new Event('updatefound'));
  expect(ready).not.toHaveBeenCalled();
  coming.isThere();
  expect(ready).toHaveBeenCalledTimes(1);
});

test('the first build of all is no news', async () => {
  const coming = new Coming();
  const first = Object.assign(new Registration(), { installing: coming, active: undefined });
  const ready = await kept(first);
  coming.isThere();
  expect(ready).not.toHaveBeenCalled();
});
