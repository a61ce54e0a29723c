// The watch over every other test, tested itself: a page that does what ours must not.
import { expect, test } from '@playwright/test';
import { Watch } from './support/watch.ts';

interface TrustedTypes {
  createPolicy(name: string, rules: Rules): Rules;
}

interface Rules {
  createScriptURL(url: string): string;
}

const misdeeds: { what: string; script: () => void; seen: string }[] = [
  {
    what: 'fetches from elsewhere',
    script: () => void fetch('https://example.org/').catch(() => undefined),
    seen: 'policy: connect-src blocked https://example.org',
  },
  {
    what: 'shows a picture from elsewhere',
    script: () => void (new Image().src = 'https://example.org/x.png'),
    seen: 'policy: img-src blocked https://example.org',
  },
  {
    what: 'carries bytes in a query',
    script: () => void (new Image().src = './icon.svg?bytes=03016a00'),
    seen: 'request: GET',
  },
  {
    what: 'leaves the sub-path',
    script: () => void (new Image().src = '/icon.svg'),
    seen: 'request: GET',
  },
  {
    what: 'asks for a file that is not there',
    script: () => void (new Image().src = './none.png'),
    seen: 'answered 404',
  },
  {
    what: 'writes HTML from text',
    script: () => void Reflect.set(document.body, 'innerHTML', '<b>x</b>'),
    seen: 'policy: require-trusted-types-for',
  },
  {
    what: 'lets an error go uncaught',
    script: () => void setTimeout(() => void Promise.reject(new Error('nobody caught me'))),
    seen: 'uncaught: nobody caught me',
  },
];

for (const { what, script, seen } of misdeeds) {
  test(`sees when a page ${what}, in any context`, async ({ browser, baseURL }) => {
    const watch = new Watch(baseURL ?? '');
    browser.on('context', (context) => void watch.add(context));
    const context = await browser.newContext();
    browser.removeAllListeners('context');
    const page = await context.newPage();
    await page.goto(baseURL ?? '');
    await watch.settle();
    expect(watch.faults).toEqual([]);

    await page.evaluate(script).catch(() => undefined); // what the policy forbids throws there
    await expect.poll(() => watch.faults.join('\n')).toContain(seen);
    await context.close();
  });
}

test('sees what a worker asks for: it is not under the policy of its page', async ({ context, baseURL }) => {
  const watch = new Watch(baseURL ?? '');
  await watch.add(context);
  await context.route('**/worker-that-sends.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: "fetch('https://example.org/').catch(() => {});" }),
  );
  const page = await context.newPage();
  await page.goto(baseURL ?? '');
  await page.evaluate((policy) => {
    // The compiler's page has no Trusted Types yet.
    const types = Reflect.get(window, 'trustedTypes') as TrustedTypes;
    const make = types.createPolicy(policy, { createScriptURL: (url) => url });
    new Worker(make.createScriptURL('./worker-that-sends.js'));
  }, 'diffReview'); // one that the policy allows and the page has not made yet
  await expect.poll(() => watch.faults.join('\n')).toContain('request: GET https://example.org/');
});
