import type { Browser, BrowserContext, CDPSession, Clock, Page, ViewportSize } from '@playwright/test';

/** What a test asks of its context, as far as tests ask for different things. */
export interface Wanted {
  /** The address of the page; only what its origin stored is cleared between tests. */
  readonly home: string;
  readonly viewport: ViewportSize | null;
  readonly colorScheme: 'light' | 'dark' | 'no-preference' | null;
  readonly hasTouch: boolean;
  readonly isMobile: boolean;
  readonly serviceWorkers: 'allow' | 'block';
}

/** What a test can do to a page or its context that cannot be undone: it gets no second test then. */
const FOR_GOOD = [
  'addInitScript',
  'exposeBinding',
  'exposeFunction',
  'route',
  'routeFromHAR',
  'routeWebSocket',
  'newCDPSession',
  'setExtraHTTPHeaders',
  'setDefaultTimeout',
  'setDefaultNavigationTimeout',
  'grantPermissions',
  'clearPermissions',
  'setGeolocation',
  'setOffline',
  'addCookies',
  'install', // a clock
  'setFixedTime',
  'setSystemTime',
  'on',
  'once',
];

/**
 * A page that is handed from test to test of one worker. Each test finds it as new: nothing stored, no way
 * back, size and colours as asked. Only what the browser has read and compiled of our scripts stays, which
 * is two thirds of what opening the page costs.
 */
export class KeptPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly wanted: Wanted;
  readonly #session: CDPSession;
  #spoiled = false;

  private constructor(page: Page, context: BrowserContext, wanted: Wanted, session: CDPSession) {
    this.page = page;
    this.context = context;
    this.wanted = wanted;
    this.#session = session;
    for (const target of [page, context, context.clock]) this.#noticeWhatStays(target);
  }

  /**
   * @param browser gives its context the options of the test that runs
   * @param watch is told of the context before it has a page
   */
  static async open(
    browser: Browser,
    wanted: Wanted,
    watch: (context: BrowserContext) => Promise<void>,
  ): Promise<KeptPage> {
    const context = await browser.newContext();
    await watch(context);
    const page = await context.newPage();
    return new KeptPage(page, context, wanted, await context.newCDPSession(page));
  }

  /** Whether a test that wants this can have it, once `renew` was called. */
  suits({ viewport: _, colorScheme: __, ...wanted }: Wanted): boolean {
    return Object.entries(wanted).every(([name, value]) => Reflect.get(this.wanted, name) === value);
  }

  /** What was done to it stays: the next test needs another. */
  get spoiled(): boolean {
    return this.#spoiled || this.page.isClosed();
  }

  /** Leaves the page as the last test had it, and forgets everything its origin stored. */
  async empty(): Promise<void> {
    for (const page of this.context.pages()) if (page !== this.page) await page.close();
    // A file of the same origin that runs nothing: what the page stores as it goes is there to be cleared.
    await this.page.goto('./icon.svg');
    await this.page.evaluate(() => {
      sessionStorage.clear();
      window.name = '';
    });
    const origin = new URL(this.wanted.home).origin;
    await this.#session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await this.#session.send('Page.resetNavigationHistory');
  }

  /** Gives it the size and the colours that a test wants. */
  async renew({ viewport, colorScheme }: Wanted): Promise<void> {
    if (viewport) await this.page.setViewportSize(viewport);
    await this.page.emulateMedia({
      colorScheme,
      media: null,
      forcedColors: null,
      reducedMotion: null,
      contrast: null,
    });
  }

  close(): Promise<void> {
    return this.context.close();
  }

  #noticeWhatStays(target: Page | BrowserContext | Clock): void {
    for (const name of FOR_GOOD) {
      const own = Reflect.get(target, name) as ((...given: unknown[]) => unknown) | undefined;
      if (!own) continue; // another of them has it
      Reflect.set(target, name, (...given: unknown[]) => {
        this.#spoiled = true;
        return own.apply(target, given);
      });
    }
  }
}
