import '@fontsource/noto-sans-sc/400.css';
import './page.css';

import { part } from './part.js';
import { readHealth } from './read-health.js';
import { readOverview } from './read-overview.js';
import { showHealth } from './show-health.js';
import { showOverview } from './show-overview.js';

const refreshMs = 30_000;
const base = new URL('./', document.baseURI);

async function refresh(): Promise<void> {
  showHealth(await readHealth(new URL('readyz', base)));
  const trouble = part('trouble');
  try {
    showOverview(await readOverview(new URL('graphql', base)));
    trouble.hidden = true;
  } catch (failure) {
    // What was shown before stays; the line says that it is old.
    trouble.textContent = `接口没有给出数字。The API gave no numbers: ${failure instanceof Error ? failure.message : String(failure)}`;
    trouble.hidden = false;
  }
  setTimeout(() => void refresh(), refreshMs);
}

void refresh();
