import { contest, type CrosswalkFigures } from './crosswalk/contest.js';
import { crosswalkInputs, growingInputs } from './crosswalk/inputs.js';
import { findPostgis, startPostgis } from './crosswalk/postgis-cluster.js';
import { machine } from './report/machine.js';
import { printTable } from './report/print-table.js';
import { writeResults } from './report/write-results.js';

// The common ground of every pair of units against PostGIS, on a real city and on generated ones. See bench/README.md.
async function main(): Promise<void> {
  const programs = findPostgis();
  if (programs === null) {
    console.log('Skipped: PostGIS is not installed (apt-get install postgresql-15-postgis-3).');
    return;
  }
  const before = machine();
  const postgis = await startPostgis(programs);
  const found: CrosswalkFigures[] = [];
  try {
    console.log(`${postgis.version}, one process without parallel workers; allgrid in one thread.\n`);
    for (const input of crosswalkInputs) {
      const fault = input.fault();
      if (fault === null) found.push(await contest(input, postgis));
      console.log(fault === null ? `${input.name}: ${found.at(-1)!.agreement.pairs} pairs agree.` : `${input.name} skipped: ${fault}.`);
    }
  } finally {
    await postgis.stop();
  }
  report(found, { postgis: postgis.version, before });
}

function report(found: readonly CrosswalkFigures[], circumstances: object): void {
  const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`;
  console.log('');
  printTable(
    ['', 'units', 'vertices', 'allgrid ms', 'PostGIS ms', 'ratio', 'must', 'goal', 'threads ms', 'peak', 'PostGIS peak', 'asked by'],
    found.map((one) => [
      one.name,
      one.units,
      one.vertices,
      one.ownMs.toFixed(0),
      one.postgisMs.toFixed(0),
      one.ratio.toFixed(2),
      one.target?.must.toFixed(2) ?? '',
      one.target?.goal.toFixed(2) ?? '',
      one.threadsMs.toFixed(0),
      mebibytes(one.ownPeakBytes),
      mebibytes(one.postgisPeakBytes),
      one.queryForm,
    ]),
  );
  const growth = { allgrid: exponents(found, (one) => one.ownMs), postgis: exponents(found, (one) => one.postgisMs) };
  console.log(
    `\nGrowth with cells (time ~ cells^e), 1k→10k and 10k→100k: allgrid ${growth.allgrid.join(', ')}; PostGIS ${growth.postgis.join(', ')}.`,
  );
  writeResults('crosswalk', { measuredAt: new Date().toISOString(), figures: found, growth, ...circumstances, after: machine() });
}

/** The exponents between each input of {@link growingInputs} and the next, ten times as large. */
function exponents(found: readonly CrosswalkFigures[], timeOf: (one: CrosswalkFigures) => number): readonly string[] {
  const times = growingInputs.flatMap((name) => found.filter((one) => one.name === name).map(timeOf));
  return times.slice(1).map((time, nth) => Math.log10(time / times[nth]!).toFixed(2));
}

main().catch((thrown: unknown) => {
  console.error(thrown);
  process.exitCode = 1;
});
