// The page's service worker, built as sw.js beside index.html. It keeps the files of one build, all or none, and
// answers from them, so that a page and its chunks always come from the same build.

/** What scripts/build/service-worker.js puts in its place. */
interface Precache {
  /** Differs between any two builds. */
  version: string;
  /** `sha256-…` of index.html: another build's page is refused. */
  page: string;
  /** Paths of all other files, below the page. */
  files: string[];
}
declare const PRECACHE: Precache;

/** What TypeScript's library for pages does not know of workers. */
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Scope {
  readonly clients: { claim(): Promise<void>; matchAll(which: object): Promise<readonly object[]> };
  skipWaiting(): Promise<void>;
}
const scope = globalThis as unknown as Scope;

const { version, page, files } = PRECACHE;
const home = new URL('./', location.href);
/** The origin may be shared with other pages, and with this one in another folder: only these names are touched. */
const PREFIX = `wbxml-playground ${home.pathname} `;
const CACHE = PREFIX + version;
/** Names here carry a hash of the content, so a copy in the browser's own cache is as good as the server's. */
const HASHED = 'assets/';
const known = new Set(files);

/** Fetches all files; where one cannot be had, or is another build's, there is nothing and a later visit tries again. */
async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  try {
    await cache.addAll([
      new Request(home.href, { cache: 'reload', integrity: page }),
      ...files.map(
        (path) => new Request(new URL(path, home), path.startsWith(HASHED) ? {} : { cache: 'reload' }),
      ),
    ]);
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/** Takes over. Tabs that are open may stand on the build before: its files stay until the next one comes. */
async function activate(): Promise<void> {
  const older = await olderCaches();
  const open = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const gone = open.length > 0 ? older.slice(0, -1) : older;
  await Promise.all(gone.map((name) => caches.delete(name)));
  await scope.clients.claim();
}

/** The caches of earlier builds of this page in this folder, oldest first. */
async function olderCaches(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
}

/** The address a request is answered under; `undefined` where it is none of the page's files. */
function addressOf({ method, url }: Request): string | undefined {
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== home.origin || !pathname.startsWith(home.pathname)) return undefined;
  const path = pathname.slice(home.pathname.length);
  if (path === '' || path === 'index.html') return home.href; // with any query: it is the same page
  return known.has(path) || path.startsWith(HASHED) ? home.href + path : undefined;
}

/** The file of this build; of an earlier one where a tab still asks for it; else what the server has. */
async function answer(address: string, request: Request): Promise<Response> {
  for (const name of [CACHE, ...(address === home.href ? [] : (await olderCaches()).reverse())]) {
    const kept = await caches.match(address, { cacheName: name, ignoreVary: true });
    if (kept) return kept;
  }
  return fetch(request);
}

addEventListener('install', (event) => (event as ExtendableEvent).waitUntil(install()));
addEventListener('activate', (event) => (event as ExtendableEvent).waitUntil(activate()));
addEventListener('fetch', (event) => {
  const { request } = event as FetchEvent;
  const address = addressOf(request);
  if (address !== undefined) (event as FetchEvent).respondWith(answer(address, request));
});
addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (data === 'take over') void scope.skipWaiting(); // only when a person asked for the new version
});
