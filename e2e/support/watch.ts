import type { BrowserContext, Page, Request } from '@playwright/test';

const REPORT = '__reportViolation';
/** The one query that there is. */
const EMBED = /\?embed(&view=(hex|xml|both))?(?=#|$)/;

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
    const ready = this.#listen(context);
    this.#contexts.set(context, ready);
    return ready;
  }

  /** Waits until what pages have reported so far has arrived. */
  async settle(): Promise<void> {
    await Promise.all([...this.#contexts.keys()].flatMap((context) => context.pages()).map(roundTrip));
  }

  async #listen(context: BrowserContext): Promise<void> {
    context.on('request', (request) => this.#request(request));
    context.on('response', (response) => {
      if (response.status() >= 400) this.#faults.push(`answered ${response.status()}: ${response.url()}`);
    });
    context.on('page', (page) => {
      page.on('websocket', (socket) => this.#faults.push(`web socket: ${socket.url()}`));
    });
    context.on('console', (message) => {
      if (message.type() === 'error') this.#faults.push(`console: ${message.text()}`);
    });
    context.on('weberror', (error) => this.#faults.push(`uncaught: ${error.error().message}`));
    await context.exposeBinding(REPORT, (_, text: string) => void this.#faults.push(`policy: ${text}`));
    await context.addInitScript(reportViolations, REPORT);
  }

  #request(request: Request): void {
    const url = request.url();
    if (/^(data|blob|about):/.test(url)) return; // these do not leave the browser
    this.#requests.push(url);
    const own = url.startsWith(this.#home) && !url.replace(EMBED, '').includes('?'); // a query could carry bytes away
    if (!own || request.method() !== 'GET') this.#faults.push(`request: ${request.method()} ${url}`);
  }
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
