import { expect, test } from '../support/test.ts';
import { openPasted, SEED, writeXml } from '../support/parts.ts';
import { crash, lines, openEditable, typeAtEnd } from './parts.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** How often the page is ended: a few times in every run of the tests, `STORAGE_ROUNDS=200` for the long way. */
const ROUNDS = Number(process.env['STORAGE_ROUNDS'] ?? 10);
const ENDS = ['reload', 'close', 'blank', 'crash'] as const;

/** The same numbers in every run, 0 to 1. */
function* chances(): Generator<number, never> {
  for (let state = 20261128; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const xml = (key: number): string =>
  `<!-- round ${key} -->\n<Sync xmlns="AirSync"><Status>${key}</Status></Sync>`;

test(`${ROUNDS} reloads, closes and crashes lose nothing`, async ({ page: first, context }) => {
  test.setTimeout(60_000 + ROUNDS * 10_000);
  const chance = chances();
  let page = first;
  await openEditable(page);
  await openPasted(page, SEED);
  const hash = new URL(page.url()).hash;
  for (let round = 0; round < ROUNDS; round++) {
    let typed = xml(round);
    await writeXml(page, typed); // a comment is a spelling of its own; the text can be encoded
    await expect(lines(page)).toContainText(`round ${round} `);
    if (chance.next().value < 0.6) {
      await typeAtEnd(page, 'ab'.slice(0, 1 + (round % 2))); // and now it cannot
      typed += 'ab'.slice(0, 1 + (round % 2));
    }
    const soon = chance.next().value < 0.5;
    await page.waitForTimeout(soon ? 0 : 600 * chance.next().value);
    const end = ENDS[Math.floor(chance.next().value * ENDS.length)] ?? 'reload';
    if (end === 'reload') await page.reload();
    else if (end === 'blank') await page.goto('about:blank').then(() => openEditable(page, hash));
    else {
      if (end === 'crash') await crash(context, page);
      await page.close();
      page = await context.newPage();
      await openEditable(page, hash);
    }
    await expect
      .poll(async () => (await lines(page).innerText()).replaceAll('\u00a0', ' '), `${round}: ${end}`)
      .toBe(typed);
  }
});
