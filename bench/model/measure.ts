import { performance } from 'node:perf_hooks';

import { CityModels, type DepartmentalId, linkBases, resolveIds } from '../../src/features/crosswalk/index.js';
import { ModelFile } from '../../src/features/crosswalk/storage/model-file.js';
import { silentLog } from '../../src/kernel/log.js';
import { median } from '../measure/median.js';
import { randomNumbers } from '../measure/random-numbers.js';
import { type CityWish, fourOffices, generatedCity, surroundings } from './generated-city.js';

// Runs in a process of its own, with --expose-gc: measure.js make|load FOLDER WISH-AS-JSON. Prints its figures as JSON.
const [task, folder, wishText] = process.argv.slice(2) as ['make' | 'load', string, string];
const wish = JSON.parse(wishText) as CityWish;
const idsAsked = 1_000;
const rounds = 50;

/** What is measured of one model. */
export interface ModelFigures {
  readonly units: number;
  readonly links: number;
  /** Of the whole model: units, links, indexes and coverage; boundaries apart. */
  readonly bytes: number;
  readonly boundaryBytes: number;
  readonly milliseconds: number;
  /** Milliseconds for 1,000 ids to four offices: the first question of all, ids not asked before, and the same ones again. */
  readonly firstMs: number;
  readonly coldMs: number;
  readonly warmMs: number;
  readonly linksAnswered: number;
}

function held(): number {
  globalThis.gc!();
  globalThis.gc!();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function cityModels(): CityModels {
  const parts = { ...surroundings, units: [] };
  const mark = { epoch: 'generated', position: 0, tables: '', oldestOpen: '3' };
  return new CityModels({
    grids: { surroundings: () => Promise.resolve(surroundings), read: () => Promise.resolve(parts) },
    crosswalk: {
      links: () => Promise.reject(new Error('The model was not kept.')),
      coverage: () => Promise.reject(new Error('The model was not kept.')),
    },
    marks: { now: () => Promise.resolve(mark), changeSince: () => Promise.resolve(null) },
    keeper: new ModelFile(folder, silentLog),
  });
}

async function make(): Promise<void> {
  const model = generatedCity(wish);
  const { columns, links } = model;
  const layerKeys = model.layers.map((layer) => layer.key);
  const about = {
    form: 1,
    mark: { epoch: 'generated', position: 0, tables: '', oldestOpen: '3' },
    cityCode: model.city.code,
    at: model.at,
    layerKeys,
    linkBases,
  };
  await new ModelFile(folder, silentLog).save(about, { units: columns, links: links.columns, coverage: links.coverage.rows });
}

async function load(): Promise<void> {
  const before = held();
  const models = cityModels();
  const began = performance.now();
  await models.open();
  const milliseconds = performance.now() - began;
  const model = models.current();
  const bytes = held() - before;
  const { coordinates, ringStarts, partStarts, starts } = model.columns.rings;
  const boundaryBytes = [coordinates, ringStarts, partStarts, starts].reduce((sum, column) => sum + column.byteLength, 0);

  const random = randomNumbers(11);
  const someIds = (): readonly DepartmentalId[] =>
    Array.from({ length: idsAsked }, () => {
      const { department, localId, layer } = model.unitsOf('housing/unit')[Math.floor(random() * model.unitsOf('housing/unit').length)]!;
      return { department: department!, localId, layer: layer.key };
    });
  const asked = Array.from({ length: rounds }, someIds);
  let linksAnswered = 0;
  const time = (ids: readonly DepartmentalId[]): number => {
    const start = performance.now();
    const answers = resolveIds(model, ids, { to: fourOffices });
    const took = performance.now() - start;
    linksAnswered = answers.reduce((sum, { links, allElementsGrids }) => sum + links.length + allElementsGrids.length, 0);
    return took;
  };
  const cold = asked.map(time);
  const warm = asked.map(() => time(asked[0]!));
  const figures: ModelFigures = {
    units: model.units.length,
    links: model.links.size,
    bytes: bytes - boundaryBytes,
    boundaryBytes,
    milliseconds,
    firstMs: cold[0]!,
    // The first questions are also those in which the code is still being compiled.
    coldMs: median(cold.slice(10)),
    warmMs: median(warm),
    linksAnswered,
  };
  process.stdout.write(JSON.stringify(figures));
}

(task === 'make' ? make() : load()).catch((thrown: unknown) => {
  console.error(thrown);
  process.exitCode = 1;
});
