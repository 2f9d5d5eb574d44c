import { startBrowser, type TestBrowser } from '../support/browser/test-browser.js';
import { startTestPlatform, type TestPlatform } from '../support/platform.js';

let platform: TestPlatform;
let browser: TestBrowser;

beforeAll(async () => {
  platform = await startTestPlatform();
  browser = await startBrowser();
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

test('the start page shows the city, its offices and that its data is a sample, from our own host only', async () => {
  const { page, consoleErrors, foreignRequests } = await browser.openPage(`${platform.url}/`);

  await page.locator('#offices li').nth(5).waitFor();

  expect(await page.locator('#city-name').innerText()).toContain('景德镇');
  expect(await page.locator('#notice').innerText()).not.toBe('');
  expect((await page.locator('.number dd').allInnerTexts()).join(' ')).toMatch(/^([\d,]+ ){3}[\d,]+$/);
  expect({ consoleErrors, foreignRequests }).toEqual({ consoleErrors: [], foreignRequests: [] });
});

test('the start page leads to GraphiQL', async () => {
  const { page } = await browser.openPage(`${platform.url}/`);

  await page.getByRole('link', { name: 'GraphiQL' }).click();

  await page.waitForURL(/\/graphiql\/$/);
  await page.locator('.graphiql-editor .view-line').first().waitFor();
});
