import { startTestPlatform, type TestPlatform } from '../../support/platform.js';
import { newYork, newYorkFiles, newYorkIsThere } from './new-york.js';

/** Starts New York for one test file; the first of a jest run loads the city and tells how long that took. */
export async function aNewYork(): Promise<TestPlatform> {
  const began = Date.now();
  const city = await startTestPlatform(newYork);
  const [crosswalk] = await city.running.databases.index.sql.query<{ milliseconds: number; units: number; links: number }>(
    'select milliseconds, units, links from crosswalk_run order by computed_at desc limit 1',
  );
  const { milliseconds, units, links } = crosswalk!;
  process.stdout.write(
    `  New York stood after ${seconds(Date.now() - began)} s, its crosswalk of ${units} units and ${links} links took ${seconds(milliseconds)} s\n`,
  );
  return city;
}

/** How long loading may take on a busy machine before a test gives up, milliseconds. */
export const longestLoading = 900_000;

/** `describe` where the agencies' files are on this machine; elsewhere what it holds is skipped, and a line says so. */
export const describeNewYork: typeof describe = newYorkIsThere ? describe : describe.skip;
if (!newYorkIsThere) process.stdout.write(`  skipped: the files of New York's agencies are not at ${newYorkFiles} (REAL_CITY_DATA)\n`);

const seconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(1);
