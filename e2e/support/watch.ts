import type { BrowserContext, Page, Request } from '@playwright/test';

const REPORT = '__reportViolation';
/** The one query that there is. */
const EMBED = /\?embed(&view=(hex|xml|both))?(?=#|$)/;

/** Who watches a context now: one that is kept is handed from test to test. */
const watchers = new WeakMap<BrowserContext, Watch>();

/**
 * Watches browser contexts for whatever must not happen on this page: a request beyond its own static files,
 * a violation of its Content Security Policy, an error nobody caught.
 */
export class Watch {
  readonly #home: string;
  readonly #faults: string[] = [];
  readonly #forgiven: RegExp[] = [];
  readonly #requests: string[] = [];
  readonly #contexts = new Map<BrowserContext, Promise<void>>();

  /** @param home the address all files of the page stand under, with a slash at its end */
  constructor(home: string) {
    this.#home = home;
  }

  /** What was seen that must not be, in order: one line each. */
  get faults(): readonly string[] {
    return this.#faults.filter((fault) => !this.#forgiven.some((expected) => expected.test(fault)));
  }

  /** Lets be what a test brought about itself. */
  forgive(expected: RegExp): void {
    this.#forgiven.push(expected);
  }

  /** Every address that was asked for, in order. */
  get requests(): readonly string[] {
    return this.#requests;
  }

  /** Watches a context from now on. Doing so twice is doing so once. */
  add(context: BrowserContext): Promise<void> {
    const known = this.#contexts.get(context);
    if (known) return known;
    const wired = watchers.has(context);
    watchers.set(context, this);
    const ready = wired ? Promise.resolve() : listen(context);
    this.#contexts.set(context, ready);
    return ready;
  }

  /** Waits until what pages have reported so far has arrived. */
  async settle(): Promise<void> {
    await Promise.all([...this.#contexts.keys()].flatMap((context) => context.pages()).map(roundTrip));
  }

  /** Takes a fault down: what happened, and where. */
  note(fault: string): void {
    this.#faults.push(fault);
  }

  /** Takes a request down, which must be for one of the page's own static files. */
  request(request: Request): void {
    const url = request.url();
    if (/^(data|blob|about):/.test(url)) return; // these do not leave the browser
    this.#requests.push(url);
    const own = url.startsWith(this.#home) && !url.replace(EMBED, '').includes('?'); // a query could carry bytes away
    if (!own || request.method() !== 'GET') this.#faults.push(`request: ${request.method()} ${url}`);
  }
}

/** From now on tells whoever watches the context what happens in it. */
async function listen(context: BrowserContext): Promise<void> {
  const note = (fault: string): void => watchers.get(context)?.note(fault);
  context.on('request', (request) => watchers.get(context)?.request(request));
  context.on('response', (response) => {
    if (response.status() >= 400) note(`answered ${response.status()}: ${response.url()}`);
  });
  context.on('page', (page) => {
    page.on('websocket', (socket) => note(`web socket: ${socket.url()}`));
  });
  context.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => note(`uncaught: ${error.error().message}`));
  await context.exposeBinding(REPORT, (_, text: string) => note(`policy: ${text}`));
  await context.addInitScript(reportViolations, REPORT);
}

/** Runs in the page, before its own scripts. */
function reportViolations(report: string): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    const send = Reflect.get(window, report) as ((text: string) => void) | undefined;
    send?.(
      `${event.effectiveDirective} blocked ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`,
    );
  });
}

async function roundTrip(page: Page): Promise<void> {
  await page
    .evaluate(() => new Promise((done) => setTimeout(done)))
    .catch(() => {
      // closed, or crashed by the test: nothing more will come
    });
}
