import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from '@playwright/test';
import { expect, openPage, test } from './support/test.ts';
import { bytesPane, cellsOf, editor, grid, pasteThere, SEED } from './support/parts.ts';

/** Edits that are made; more with `SOAK_EDITS=5000`. */
const EDITS = Number(process.env['SOAK_EDITS'] ?? 500);
const SEEDED = Number(process.env['SOAK_SEED'] ?? 20261128);
/** Edits between two pauses, at which the two sides are compared. */
const BETWEEN = 20;

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

interface Core {
  xmlToBytes: (text: string, options?: { doctype?: string }) => Uint8Array;
  decode: (bytes: Uint8Array) => { doctype: { id: string } };
}

/** Numbers below `most`, the same ones for the same seed. */
function chances(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * most);
  };
}

async function xmlOf(page: Page): Promise<string> {
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Where the focus is. */
const side = (page: Page): Promise<'bytes' | 'xml' | 'none'> =>
  page.evaluate(() => {
    const label = document.activeElement
      ?.closest('[role=grid], [aria-label=XML]')
      ?.getAttribute('aria-label');
    return label === 'XML' ? 'xml' : label ? 'bytes' : 'none';
  });

/** Does one thing in the grid, which has the focus. */
async function editBytes(page: Page, chance: (most: number) => number): Promise<void> {
  const { keyboard } = page;
  const byte = () => ['00', '01', '03', '31', '45', '4b', '52', '83', 'c3', 'e4', '0a'][chance(11)] ?? '00';
  const way = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End'];
  for (let i = chance(3); i > 0; i--) await keyboard.press(way[chance(way.length)] ?? 'Home');
  switch (chance(7)) {
    case 0:
      await keyboard.press('Insert');
      await keyboard.type(byte() + byte());
      return keyboard.press('Insert');
    case 1:
      return keyboard.press('Delete');
    case 2:
      return keyboard.press('Backspace');
    case 3:
      await keyboard.press('Shift+ArrowRight');
      return keyboard.type(`=${byte()}`);
    case 4:
      return pasteThere(page, `${byte()} ${byte()} ${byte()}`);
    default:
      return keyboard.type(byte());
  }
}

/** Does one thing in the XML, which has the focus. */
async function editXml(page: Page, chance: (most: number) => number): Promise<void> {
  const { keyboard } = page;
  const way = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End'];
  for (let i = chance(3); i > 0; i--) await keyboard.press(way[chance(way.length)] ?? 'Home');
  const piece = ['1', 'x', '<', '>', '&#10;', 'ä', '<!-- c -->', '<Status>9</Status>', ' '][chance(9)] ?? '1';
  switch (chance(4)) {
    case 0:
      return keyboard.press('Backspace');
    case 1:
      return pasteThere(page, piece);
    default:
      return keyboard.insertText(piece);
  }
}

interface Both {
  xml: string;
  hex: string;
  isBroken: boolean;
}

const bothSides = async (page: Page): Promise<Both> => ({
  xml: await xmlOf(page),
  hex: await cellsOf(page),
  isBroken: (await bytesPane(page).getByText('Bytes are from before the error').count()) > 0,
});

/** Both sides, once nothing changes any more: the editor takes what is pasted in a moment later. */
async function atRest(page: Page): Promise<Both> {
  for (let now = await bothSides(page); ;) {
    const next = await bothSides(page);
    if (isDeepStrictEqual(next, now)) return now;
    now = next;
  }
}

test(`${EDITS} edits on both sides, with undo and redo between: the bytes are those of the text, and all is taken back`, async ({
  page,
}) => {
  test.setTimeout(60_000 + EDITS * 200);
  const { decode, xmlToBytes } = (await import(pathToFileURL(resolve('dist/core.js')).href)) as Core;
  const chance = chances(SEEDED);
  await openPage(page, '#s/case-37-bytes');
  await expect(editor(page)).toBeAttached();
  await page.getByRole('button', { name: 'Hex', exact: true }).click();
  const text = await xmlOf(page);
  const started = Date.now();
  let [compared, broken, made] = [0, 0, 0];

  while (made < EDITS) {
    const inXml = chance(2) === 0 && (await editor(page).count()) > 0;
    if (inXml) await editor(page).focus();
    else await grid(page).locator('[tabindex="0"]').focus();
    for (let i = 0; i < BETWEEN / 2 && made < EDITS; i++, made++) {
      const what = chance(8);
      if (what === 0) await page.keyboard.press('ControlOrMeta+z');
      else if (what === 1) await page.keyboard.press('ControlOrMeta+y');
      else if ((await side(page)) === 'xml') await editXml(page, chance);
      else if ((await side(page)) === 'bytes') await editBytes(page, chance);
      else {
        expect(inXml, `after ${made} edits the focus is still in the bytes`).toBe(true);
        await grid(page).locator('[tabindex="0"]').focus(); // there is no XML of what is no WBXML any more
      }
    }
    if (made % BETWEEN !== 0 || (await editor(page).count()) === 0) continue;
    const { xml, hex, isBroken } = await atRest(page);
    if (isBroken) {
      // A text stays of the type that its bytes were taken for; bytes of no type say nothing of it.
      const { id } = decode(Buffer.from(hex, 'hex')).doctype;
      const options = id === 'none' ? {} : { doctype: id };
      expect(() => xmlToBytes(xml, options), `after ${made} edits the text is broken`).toThrow();
      broken++;
    } else {
      expect(Buffer.from(xmlToBytes(xml)).toString('hex'), `after ${made} edits`).toBe(hex);
      compared++;
    }
  }
  const status = page.getByRole('contentinfo').getByRole('status');
  await page.getByRole('button', { name: 'Hex', exact: true }).focus();
  for (let i = 0; i <= EDITS && (await status.textContent()) !== 'Nothing to take back.'; i += 10) {
    for (let j = 0; j < 10; j++) await page.keyboard.press('ControlOrMeta+z');
  }
  await expect(status).toHaveText('Nothing to take back.');
  expect(await cellsOf(page)).toBe(SEED);
  expect(await xmlOf(page)).toBe(text);
  expect(compared).toBeGreaterThan(0);
  console.log(
    `soak: ${made} edits in ${(Date.now() - started) / 1000} s; ${compared} compared, ${broken} broken`,
  );
});
