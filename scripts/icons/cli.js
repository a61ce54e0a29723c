// Makes the icons that an installed page needs as pictures from public/icon.svg: npm run icons
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser } from '../browser/find.js';

const folder = fileURLToPath(new URL('../../public/', import.meta.url));
const svg = readFileSync(`${folder}icon.svg`, 'utf8');
/** A launcher cuts any shape out of a maskable icon, as long as it holds the middle 80 %. */
const icons = [
  { name: 'icon-192.png', size: 192, part: 1, ground: 'transparent' },
  { name: 'icon-512.png', size: 512, part: 1, ground: 'transparent' },
  { name: 'icon-maskable-512.png', size: 512, part: 0.8, ground: '#16324f' }, // the colour of the icon itself
];

const { path, tried } = findBrowser();
if (!path) {
  console.error(`No browser (npm run browser installs one). Tried: ${tried.join('; ')}`);
  process.exit(1);
}
const browser = await chromium.launch({
  executablePath: path,
  chromiumSandbox: process.getuid?.() !== 0,
  args: ['--disable-gpu'],
});
for (const { name, size, part, ground } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body { margin: 0; display: grid; place-items: center; height: 100vh; background: ${ground} }
      svg { width: ${100 * part}vw }</style>${svg}`,
  );
  await page.screenshot({ path: `${folder}${name}`, omitBackground: true });
  await page.close();
  console.log(`public/${name}`);
}
await browser.close();
