import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { GraphiqlWindow } from '../support/browser/graphiql-window.js';
import { startBrowser } from '../support/browser/test-browser.js';
import { startTestPlatform } from '../support/platform.js';

const images = join(__dirname, '../../docs/images');
const isAsked = process.env['PICTURES'] === '1';

// Pictures change with every font and every answer, so they are taken only when somebody asks: PICTURES=1.
(isAsked ? test : test.skip)(
  'the pictures of the README are taken anew',
  async () => {
    await mkdir(images, { recursive: true });
    const platform = await startTestPlatform();
    const browser = await startBrowser();
    try {
      const { page } = await browser.openPage(`${platform.url}/graphiql`, { viewport: { width: 1440, height: 900 } });
      const graphiql = new GraphiqlWindow(page);
      await graphiql.ready();
      await graphiql.run();
      await graphiql.sees('"allElementsGrid"');
      // As text: a test has no browser's types.
      await page.evaluate('document.fonts.ready.then(() => undefined)');
      await page.screenshot({ path: join(images, 'graphiql.png') });
    } finally {
      await browser.close();
      await platform.stop();
    }
  },
  180_000,
);
