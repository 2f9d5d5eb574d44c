import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

import { drawCity } from '../../../scripts/sample-city/draw-city.js';
import { type PackFile, writePack } from '../../../scripts/sample-city/pack/pack-file.js';
import { openShapeAlgebra } from '../../../scripts/sample-city/plane/shape-algebra.js';
import { packFolder, packText, sourceFolder } from '../../support/sample-city/sample-pack.js';

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();

describe('the generator of the sample city', () => {
  let files: readonly PackFile[];
  beforeAll(async () => {
    files = drawCity(await openShapeAlgebra(), sourceFolder);
  }, 300_000);

  it('draws exactly the pack that is committed', () => {
    // Unpacked texts are compared: releases of zlib pack the same text into different bytes.
    expect(files.map(({ path }) => path).sort()).toEqual(filesIn(packFolder));
    expect(files.filter(({ path, text }) => packText(path) !== text).map(({ path }) => path)).toEqual([]);
  });

  it('writes the same bytes when it writes again', () => {
    const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'sample-city-')));
    for (const folder of folders) writePack(folder, files);
    const [one, other] = folders as [string, string];
    const different = filesIn(one).filter((path) => !readFileSync(join(one, path)).equals(readFileSync(join(other, path))));
    expect(different.map((path) => relative(one, path))).toEqual([]);
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it('keeps the pack small', () => {
    const bytes = filesIn(packFolder).reduce((sum, path) => sum + statSync(join(packFolder, path)).size, 0);
    expect(bytes).toBeLessThan(8 * 1024 * 1024);
  });
});
