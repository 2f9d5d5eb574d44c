import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { startBrowser, type TestBrowser } from '../support/browser/test-browser.js';

const restlessPage = `<!doctype html><img src="http://foreign.example/picture.png"><script>
  try { new WebSocket('ws://foreign.example/live'); } catch {}
  console.error('a complaint');
  setTimeout(() => { throw new Error('nobody caught me'); });
  document.querySelector('img').addEventListener('error', () => { document.title = 'refused'; });
</script>`;

let server: Server;
let browser: TestBrowser;

beforeAll(async () => {
  server = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end(restlessPage));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await startBrowser();
}, 180_000);

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('a page that asks foreign hosts and complains is caught at both, and its requests are not let out', async () => {
  const { page, consoleErrors, foreignRequests, close } = await browser.openPage(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
  );

  await page.waitForFunction("document.title === 'refused'");

  expect([...foreignRequests].sort()).toEqual(['http://foreign.example/picture.png', 'ws://foreign.example/live']);
  expect(consoleErrors.join('\n')).toContain('a complaint');
  expect(consoleErrors.join('\n')).toContain('nobody caught me');
  await close();
});

test('WebGL draws, so that a map can be tested', async () => {
  const { page, close } = await browser.openPage(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);

  expect(await page.evaluate("document.createElement('canvas').getContext('webgl2') !== null")).toBe(true);
  await close();
});
