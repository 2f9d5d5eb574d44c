import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { CityModels, coverageColumnsOf, linkColumnsOf, type StoredCoverage } from '../../../../src/features/crosswalk/index.js';
import type { IndexMark } from '../../../../src/features/crosswalk/model/kept-model.js';
import { ModelFile } from '../../../../src/features/crosswalk/storage/model-file.js';
import type { GridModelParts, Surroundings } from '../../../../src/features/grids/index.js';
import { unitUuid } from '../../../../src/kernel/ids.js';
import { silentLog } from '../../../../src/kernel/log.js';
import { layersOfAnyCity } from '../../../support/crosswalk/any-city.js';

const [gridLayer, beatLayer] = layersOfAnyCity.map((layer) => layer.key) as [string, string];
const period = { validFrom: '2024-01-01', validTo: null };

function aUnit(layerKey: string, localId: string) {
  const facts = {
    name: `网格 ${localId}`,
    divisionCode: null,
    rings: null,
    areaM2: 7.5,
    households: null,
    buildings: ['A1'],
    asOf: '2026-11-22',
  };
  return { uuid: unitUuid(layerKey, localId, 1), layerKey, localId, generation: 1, ...facts, ...period };
}

const cover: StoredCoverage = { unit: 0, layerKey: beatLayer, basis: 'AREA', linked: 0.5, omitted: 0, uncovered: 0.5, doubleCover: 0 };
const link = { source: 0, target: 1, basis: 'AREA', weight: 0.5, inverseWeight: 1, areaM2: 3.25, confidence: 1, ...period } as const;

/** An index that can be changed, and that counts how often it is read. */
class AnIndex {
  reads = 0;
  isAway = false;
  mark: IndexMark = { epoch: 'first', position: 12, tables: '2 units', oldestOpen: '700' };
  surroundings: Surroundings = {
    city: {
      code: '360200',
      nameZh: '景德镇市',
      nameEn: 'Jingdezhen',
      timeZone: 'Asia/Shanghai',
      noticeZh: null,
      noticeEn: null,
      divisionScheme: 'cn-2-2-2-3-3',
      bounds: { minX: 117, minY: 29, maxX: 118, maxY: 30 },
    },
    at: '2026-11-22',
    knownAt: null,
    divisions: [],
    layers: layersOfAnyCity,
  };

  models(folder: string): CityModels {
    return new CityModels({
      grids: { surroundings: () => Promise.resolve(this.surroundings), read: () => Promise.resolve(this.#read()) },
      crosswalk: {
        links: () => Promise.resolve(linkColumnsOf([link])),
        coverage: (model) => Promise.resolve(coverageColumnsOf([cover], model)),
      },
      marks: {
        now: () => (this.isAway ? Promise.reject(new Error('the index is away')) : Promise.resolve(this.mark)),
        changeSince: (mark) => Promise.resolve(JSON.stringify(mark) === JSON.stringify(this.mark) ? null : 'something came after it'),
      },
      keeper: new ModelFile(folder, silentLog),
    });
  }

  #read(): Omit<GridModelParts, 'version'> {
    this.reads += 1;
    return { ...this.surroundings, units: [aUnit(gridLayer, '09'), aUnit(beatLayer, '9')] };
  }
}

/** Everything that a model answers, as text. */
function answersOf(models: CityModels): string {
  const model = models.current();
  return JSON.stringify(
    model.units.map(({ uuid, id, localId, name, areaM2, buildings, rings, validFrom, validTo, index }, place) => [
      { uuid, id, localId, name, areaM2, buildings, rings, validFrom, validTo, index },
      model.links.of(model.units[place]!).map(({ grid, ...rest }) => ({ to: grid.uuid, ...rest })),
      model.links.coverageOf(model.units[place]!, model.layers),
    ]),
  );
}

describe('the city model of now', () => {
  let folder: string;
  let index: AnIndex;
  let models: CityModels;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'allgrid-kept-'));
    index = new AnIndex();
    models = index.models(folder);
    await models.refresh();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('holds what the log told before it was read, and what comes later once it is renewed', async () => {
    expect(await models.holds({ epoch: 'first', position: 12 }, 60_000)).toBe(true);
    const waiting = models.holds({ epoch: 'first', position: 14 }, 60_000);
    index.mark = { ...index.mark, position: 13 };
    await models.refresh();
    index.mark = { ...index.mark, position: 14 };
    await models.refresh();
    expect(await waiting).toBe(true);
  });

  test('says so where it does not hold a point in time, and takes another life of the log for no reason to wait', async () => {
    expect(await models.holds({ epoch: 'first', position: 13 }, 1)).toBe(false);
    expect(await models.holds({ epoch: 'second', position: 13 }, 60_000)).toBe(true);
  });
});

describe('the city model kept over a restart', () => {
  let folder: string;
  let file: string;
  let index: AnIndex;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'allgrid-kept-'));
    file = join(folder, 'now.bin');
    index = new AnIndex();
    const models = index.models(folder);
    await models.open();
    await models.keep();
    index.reads = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('answers as the one that was read, to the byte, without reading the index', async () => {
    const read = index.models(join(folder, 'elsewhere'));
    await read.refresh();
    index.reads = 0;
    const kept = index.models(folder);
    await kept.open();

    expect(index.reads).toBe(0);
    expect(answersOf(kept)).toBe(answersOf(read));
    expect(kept.mark).toEqual(index.mark);
  });

  test.each<[string, (index: AnIndex) => void]>([
    ['an event came after it', ({ mark }) => Object.assign(mark, { position: 13 })],
    ['units were recorded after it', ({ mark }) => Object.assign(mark, { tables: '3 units' })],
    ['it is of another life of the log', ({ mark }) => Object.assign(mark, { epoch: 'second' })],
    ['it is of another city', (it) => (it.surroundings = { ...it.surroundings, city: { ...it.surroundings.city, code: '360300' } })],
    ['the day has ended', (it) => (it.surroundings = { ...it.surroundings, at: '2026-11-23' })],
    ['a layer was taken away', (it) => (it.surroundings = { ...it.surroundings, layers: layersOfAnyCity.slice(0, 3) })],
  ])('is not used when %s, and another takes its place', async (_, change) => {
    change(index);
    const models = index.models(folder);
    await models.open();

    expect(index.reads).toBe(1);
    await models.keep();
    const next = index.models(folder);
    await next.open();
    expect(index.reads).toBe(1);
    expect(answersOf(next)).toBe(answersOf(models));
  });

  test.each<[string, (path: string) => void]>([
    [
      'has a bit turned',
      (path) =>
        writeFileSync(
          path,
          readFileSync(path).map((byte, at) => (at === 700 ? byte ^ 4 : byte)),
        ),
    ],
    ['is cut short', (path) => truncateSync(path, 900)],
    ['is empty', (path) => truncateSync(path, 0)],
    ['has grown', (path) => appendFileSync(path, 'more')],
    ['is something else', (path) => writeFileSync(path, '# not a model\n'.repeat(100))],
  ])('is not used when the file %s, and the start goes on', async (_, damage) => {
    damage(file);
    const models = index.models(folder);
    await models.open();

    expect(index.reads).toBe(1);
    await models.keep();
    const next = index.models(folder);
    await next.open();
    expect(index.reads).toBe(1);
  });

  test('is written once for each model', async () => {
    const models = index.models(folder);
    await models.open();
    rmSync(file);
    await models.keep();
    expect(() => readFileSync(file)).toThrow('ENOENT');

    await models.refresh();
    await models.keep();
    expect(readFileSync(file).length).toBeGreaterThan(1000);
  });
});

describe('the model of now', () => {
  test('is read once for all who ask while a reading is under way, and not before that one has ended', async () => {
    const index = new AnIndex();
    const models = index.models(tmpdir());
    const first = models.refresh();
    await Promise.resolve();
    index.surroundings = { ...index.surroundings, city: { ...index.surroundings.city, nameEn: 'Renamed' } };
    await Promise.all([models.refresh(), models.refresh(), models.refresh(), first]);
    expect({ reads: index.reads, name: models.current().city.nameEn }).toEqual({ reads: 2, name: 'Renamed' });
  });

  test('is read again after a reading that failed', async () => {
    const index = new AnIndex();
    const models = index.models(tmpdir());
    index.isAway = true;
    await expect(models.refresh()).rejects.toThrow('the index is away');
    index.isAway = false;
    await models.refresh();
    expect(models.isLoaded).toBe(true);
  });
});
