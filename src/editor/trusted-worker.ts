/** The part of Trusted Types used here; the DOM library does not know it yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

/** What `createScriptURL` gives is an object to the browser, but stands wherever an address is wanted. */
interface Policy {
  createScriptURL(url: string): string;
}

/** Kept, because a page may make a policy of one name once only. */
let policy: Policy | undefined;

/**
 * Starts a module worker from one of the page's own files, named as `import url from './x.ts?worker&url'`
 * gives it. Where a page requires Trusted Types, this is the one way to start a worker.
 * @throws TypeError where the address is not of this page's origin
 */
export function trustedWorker(url: string, name?: string): Worker {
  return new Worker(trustedAddress(url), { type: 'module', ...(name === undefined ? {} : { name }) });
}

/**
 * The address of a script of the page's own, as a page that requires Trusted Types wants it.
 * @throws TypeError where the address is not of this page's origin
 */
export function trustedAddress(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const rules = { createScriptURL: (address: string) => sameOrigin(address, location.href) };
  policy ??= trustedTypes?.createPolicy('app-worker', rules) ?? rules;
  return policy.createScriptURL(url);
}

/**
 * The whole address of a file of the page's own.
 * @throws TypeError where it is not of the origin of `base`
 */
export function sameOrigin(url: string, base: string): string {
  const { href, origin } = new URL(url, base);
  if (origin !== new URL(base).origin) throw new TypeError(`No worker from another origin: ${href}`);
  return href;
}
