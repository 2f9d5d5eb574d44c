import { randomUUID } from 'node:crypto';

import { sampleIds } from '../../src/web/graphiql/sample-ids.js';
import { GraphiqlWindow } from '../support/browser/graphiql-window.js';
import { startBrowser, type TestBrowser } from '../support/browser/test-browser.js';
import type { WatchedPage } from '../support/browser/watched-page.js';
import { startTestPlatform, type TestPlatform } from '../support/platform.js';
import { reportMatter } from './report-matter.js';

/** High, for only the lines that are in view are drawn. */
const tall = { width: 1440, height: 2400 };

/** What a person must see in the response pane, tab by tab. */
const answers: Readonly<Record<string, readonly string[]>> = {
  OneGridSeenByAllOffices: [`"code": "${sampleIds.allElementsGrid}"`, '"weight": ', '"PARTY_BUILDING"'],
  OneIdInEveryOffice: ['"status": "RESOLVED"', '"weight": ', '"links": ['],
  OpenMattersOfATownship: ['"totalCount": ', '"title": '],
  ElementsOfAGrid: ['"totalCount": ', '"sourceId": '],
  TheLoopInFigures: ['"medianError": ', '"stages": [', '"medianHours": '],
};

/** How long a test of several steps may take on a busy machine; its goal is a tenth. */
const busyMs = 240_000;

let platform: TestPlatform;
let browser: TestBrowser;
let opened: WatchedPage & { readonly graphiql: GraphiqlWindow };

beforeAll(async () => {
  platform = await startTestPlatform();
  browser = await startBrowser();
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

afterEach(async () => {
  const { consoleErrors, foreignRequests } = opened;
  await opened.close();
  expect({ consoleErrors, foreignRequests }).toEqual({ consoleErrors: [], foreignRequests: [] });
});

async function openGraphiql(hash = ''): Promise<void> {
  const watched = await browser.openPage(`${platform.url}/graphiql${hash}`, { viewport: tall });
  opened = { ...watched, graphiql: new GraphiqlWindow(watched.page) };
  await opened.graphiql.ready();
}

test(
  'GraphiQL opens on a tab for each thing that an analyst asks first, and each is answered',
  async () => {
    await openGraphiql();
    expect(await opened.graphiql.tabs()).toEqual([...Object.keys(answers), 'MattersAsTheyChange']);

    for (const [tab, expected] of Object.entries(answers)) {
      await opened.graphiql.open(tab);
      await opened.graphiql.runUntilItSees(expected[0]!);
      for (const text of expected) await opened.graphiql.sees(text);
      expect(await opened.graphiql.response()).not.toContain('"errors"');
    }
  },
  busyMs,
);

test('the first tab brings one grid through the eyes of all six offices', async () => {
  await openGraphiql();
  const answered = opened.page.waitForResponse((response) => response.request().postData()?.includes('OneGridSeenByAllOffices') ?? false);
  await opened.graphiql.run();

  const answer = await (await answered).text();

  const offices = ['PARTY_BUILDING', 'POLITICAL_LEGAL', 'CIVIL_AFFAIRS', 'URBAN_MANAGEMENT', 'PETITION', 'HOUSING'];
  expect(offices.filter((office) => answer.includes(`"department":"${office}"`))).toEqual(offices);
  await opened.graphiql.sees('"PARTY_BUILDING"');
});

test('a matter that is reported elsewhere appears in the live tab', async () => {
  await openGraphiql();
  await opened.graphiql.open('MattersAsTheyChange');
  await opened.graphiql.run();
  await opened.graphiql.sees('"Heartbeat"');

  const title = `井盖缺失 ${randomUUID().slice(0, 8)}`;
  await reportMatter(platform.url, { title, grid: sampleIds.allElementsGrid });

  await opened.graphiql.sees(title);
  await opened.graphiql.run();
});

test('a shared link opens its operation without running it, under a banner that says whose data it is', async () => {
  const fields = new URLSearchParams({ query: 'query SharedByAColleague {\n  __typename\n}', variables: '{}' });

  await openGraphiql(`#${fields.toString()}`);

  expect((await opened.graphiql.tabs())[0]).toBe('SharedByAColleague');
  expect(await opened.graphiql.response()).toBe('');
  await opened.page.locator('.city-banner').getByText('景德镇').first().waitFor();
  expect(await opened.page.locator('.city-banner .notice').innerText()).not.toBe('');
  await opened.graphiql.run();
  await opened.graphiql.sees('"__typename": "Query"');
});

test(
  'an analyst who comes back finds the tab and its variables as they were',
  async () => {
    await openGraphiql();
    await opened.graphiql.open('OneIdInEveryOffice');
    await opened.graphiql.runUntilItSees('"status": "RESOLVED"');
    await opened.graphiql.hasKeptTab('OneIdInEveryOffice');

    await opened.page.reload();
    await opened.graphiql.ready();

    await opened.graphiql.runUntilItSees('"status": "RESOLVED"');
  },
  busyMs,
);
