import { type Browser, chromium, type ViewportSize } from 'playwright-core';

import { unpackedChromium } from './unpacked-chromium.js';
import { openWatched, type WatchedPage } from './watched-page.js';

/** How a page is opened. */
export interface PageOptions {
  /** Pixels; 1440 × 900 when left out. */
  readonly viewport?: ViewportSize;
}

/** One Chromium for one test file; every page gets a profile of its own. */
export interface TestBrowser {
  openPage(url: string, options?: PageOptions): Promise<WatchedPage>;
  close(): Promise<void>;
}

const flags = [
  // Tests run as root too; the pages are our own.
  '--no-sandbox',
  '--no-zygote',
  '--disable-dev-shm-usage',
  // Pages are drawn without the graphics stack (a screenshot takes 0.5 s instead of 12 s); WebGL alone falls back to software, so that maps draw.
  '--disable-gpu',
  '--enable-unsafe-swiftshader',
  '--font-render-hinting=none',
  // A second wall behind the watching of each page: no name but this machine's is ever resolved.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
];

/** Starts a Chromium: the npm package's on Linux x64, the machine's Chrome elsewhere. */
export async function startBrowser(): Promise<TestBrowser> {
  const browser = await launch();
  return {
    openPage: async (url, { viewport = { width: 1440, height: 900 } } = {}) => {
      const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
      return openWatched(context, url);
    },
    close: () => browser.close(),
  };
}

async function launch(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ channel: 'chrome', args: flags });
  const { executable, libraries, fonts } = await unpackedChromium();
  return chromium.launch({
    executablePath: executable,
    args: flags,
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: fonts },
  });
}
