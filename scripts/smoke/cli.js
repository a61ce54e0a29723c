// Visits the built page in real Firefox and real WebKit, where they are installed: npm run smoke [firefox] [webkit]
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from '../serve/server.js';
import { firefox } from './firefox.js';
import { visit } from './visit.js';
import { webkit } from './webkit.js';

const root = fileURLToPath(new URL('../../dist/', import.meta.url));
if (!existsSync(`${root}index.html`)) {
  console.error('dist/ holds no page yet: npm run build');
  process.exit(1);
}
const browsers = { firefox, webkit };
const asked = process.argv.slice(2);
for (const [name, begin] of Object.entries(browsers)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const began = Date.now();
  const browser = await begin();
  if (typeof browser === 'string') {
    console.log(`- skipped: ${browser}`);
    continue;
  }
  console.log(browser.name);
  const site = await serve({ root, base: '/wbxml-playground/', port: 0 });
  try {
    await visit(browser, site, (done) => console.log(`  ✓ ${done}`));
    console.log(`  ${((Date.now() - began) / 1000).toFixed(1)} s`);
  } catch (error) {
    console.error(`  ✖ ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
  await browser.close();
  await site.close().catch(() => undefined); // the visit may have closed it
}
