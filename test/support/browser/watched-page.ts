import type { BrowserContext, Page } from 'playwright-core';

/** A page with what it did behind the scenes; the lists grow while it lives. */
export interface WatchedPage {
  readonly page: Page;
  /** Error lines of the console and exceptions that nobody caught. */
  readonly consoleErrors: readonly string[];
  /** Addresses outside the page's own origin that it asked for; none of them was let out. */
  readonly foreignRequests: readonly string[];
  /** Closes the page with its profile. */
  close(): Promise<void>;
}

/** Opens `url` in `context` and watches it from its first request on. */
export async function openWatched(context: BrowserContext, url: string): Promise<WatchedPage> {
  const consoleErrors: string[] = [];
  const foreignRequests: string[] = [];
  const isForeign = foreignTo(new URL(url).host);

  const page = await context.newPage();
  page.on('console', (line) => line.type() === 'error' && consoleErrors.push(`${line.text()} (${line.location().url})`));
  page.on('pageerror', (error) => consoleErrors.push(String(error)));
  page.on('websocket', (socket) => isForeign(new URL(socket.url())) && foreignRequests.push(socket.url()));
  await page.route(isForeign, (route) => {
    foreignRequests.push(route.request().url());
    return route.abort();
  });
  await page.goto(url);
  return { page, consoleErrors, foreignRequests, close: () => context.close() };
}

function foreignTo(host: string): (url: URL) => boolean {
  return (url) => /^(https?|wss?):$/.test(url.protocol) && url.host !== host;
}
