import { join, resolve } from 'node:path';

import { drawCity } from './draw-city.js';
import { writePack } from './pack/pack-file.js';
import { openShapeAlgebra } from './plane/shape-algebra.js';

/** Writes the sample city into the folder given as the first argument, `data/jingdezhen` when none is given. Run from the project's folder. */
async function main(): Promise<void> {
  const started = Date.now();
  const target = resolve(process.argv[2] ?? join('data', 'jingdezhen'));
  const files = drawCity(await openShapeAlgebra(), resolve('data', 'sources', 'jingdezhen'));
  writePack(target, files);
  console.log(`${files.length} files written to ${target} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

void main();
