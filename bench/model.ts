import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { CityWish } from './model/generated-city.js';
import type { ModelFigures } from './model/measure.js';
import { machine } from './report/machine.js';
import { printTable } from './report/print-table.js';
import { writeResults } from './report/write-results.js';

// The city model of a very large city: memory, loading from the kept file, resolving. See bench/README.md.
const wishes: readonly CityWish[] = [
  { units: 10_000, links: 235_000, vertices: 16 },
  { units: 1_000_000, links: 10_000_000, vertices: 16 },
];

function main(): void {
  const before = machine();
  const found = wishes.map(figuresOf);
  printTable(
    [
      'units',
      'links',
      'bytes a link',
      'with boundaries',
      'file MiB',
      'load ms',
      '1,000 ids: first ms',
      'cold ms',
      'warm ms',
      'links answered',
    ],
    found.map(({ fileBytes, ...one }) => [
      one.units,
      one.links,
      (one.bytes / one.links).toFixed(1),
      ((one.bytes + one.boundaryBytes) / one.links).toFixed(1),
      (fileBytes / 2 ** 20).toFixed(0),
      one.milliseconds.toFixed(0),
      one.firstMs.toFixed(1),
      one.coldMs.toFixed(2),
      one.warmMs.toFixed(2),
      one.linksAnswered,
    ]),
  );
  console.log('\nTargets at 1,000,000 units and 10,000,000 links: 100 bytes a link, load 20,000 ms, 1,000 ids 5 ms.');
  writeResults('model', { measuredAt: new Date().toISOString(), figures: found, before, after: machine() });
}

function figuresOf(wish: CityWish): ModelFigures & { readonly fileBytes: number } {
  const folder = mkdtempSync(join(tmpdir(), 'allgrid-bench-model-'));
  try {
    measure('make', folder, wish);
    const figures = JSON.parse(measure('load', folder, wish)) as ModelFigures;
    return { ...figures, fileBytes: statSync(join(folder, 'now.bin')).size };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(task: 'make' | 'load', folder: string, wish: CityWish): string {
  const flags = ['--expose-gc', '--max-old-space-size=8192', join(__dirname, 'model', 'measure.js')];
  const { status, stdout } = spawnSync(process.execPath, [...flags, task, folder, JSON.stringify(wish)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`measure ${task} ended with exit code ${status}.`);
  return stdout;
}

main();
