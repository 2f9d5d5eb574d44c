import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onPlatform } from '../../src/cli/on-platform.js';
import { createProgram } from '../../src/cli/program.js';
import type { CityModel } from '../../src/features/crosswalk/index.js';
import type { GridUnit } from '../../src/features/grids/index.js';
import { inventedOffices } from '../support/intake/invented-offices.js';
import { drawRows, pairedCity } from '../support/intake/paired-city.js';
import { ServedCity } from '../support/intake/served-city.js';
import type { TestPlatform } from '../support/platform.js';

/** What a command left behind. */
interface Ended {
  readonly exitCode: typeof process.exitCode;
  readonly out: string;
  readonly err: string;
}

const between = ['orchard/row', 'lighthouse/beam'];

describe('allgrid crosswalk', () => {
  let city: ServedCity;
  let platform: TestPlatform;
  let folder: string;
  const environment = { ...process.env };
  beforeAll(async () => {
    city = await ServedCity.start(pairedCity, drawRows);
    ({ platform } = city);
    await platform.running.intake.follower.stop();
    folder = await mkdtemp(join(tmpdir(), 'allgrid-verbs-'));
    const { databaseUrl } = platform.running.config;
    Object.assign(process.env, { DATABASE_URL: databaseUrl!, DATA_DIR: folder, LOG_LEVEL: 'silent' });
  }, 120_000);
  afterAll(async () => {
    process.env = environment;
    await city?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const model = (): CityModel => platform.running.models.current();

  /** Runs the command in this process, on the databases of the platform that serves meanwhile. */
  async function allgrid(...words: readonly string[]): Promise<Ended> {
    const said = { out: '', err: '' };
    const listening = (['out', 'err'] as const).map((stream) =>
      jest.spyOn(process[`std${stream}`], 'write').mockImplementation((text) => {
        said[stream] += String(text);
        return true;
      }),
    );
    process.exitCode = undefined;
    try {
      await createProgram((work) => onPlatform(work, { offices: inventedOffices })).parseAsync(['crosswalk', ...words], { from: 'user' });
      return { ...said, exitCode: process.exitCode };
    } finally {
      process.exitCode = undefined;
      for (const spy of listening) spy.mockRestore();
    }
  }
  const lines = <Line>({ out }: Ended): readonly Line[] =>
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
  const nameOf = ({ layer, localId }: GridUnit): string => `${layer.key}:${localId}`;

  test('resolve tells what an id means to another office, as the platform answers it', async () => {
    const [unit] = model().unitsOf('lighthouse/beam');
    const asked = ['resolve', nameOf(unit!), '--to', 'orchard'];
    const json = await allgrid(...asked, '--json');
    const [answer] = lines<{ status: string; links: readonly { layer: string; localId: string; weight: number }[] }>(json);
    const expected = model().links.of(unit!, { layerKeys: new Set(['orchard/row']) });

    expect([json.exitCode, answer!.status]).toEqual([undefined, 'RESOLVED']);
    expect(answer!.links.map(({ layer, localId, weight }) => [layer, localId, weight])).toEqual(
      expected.map(({ grid, weight }) => [grid.layer.key, grid.localId, weight]),
    );
    const { out } = await allgrid(...asked);
    for (const { grid, weight } of expected) expect(out).toMatch(new RegExp(`${nameOf(grid)} +${weight.toFixed(6)}`));
  });

  test('resolve says by its exit code that an id is not known, and names what it cannot read', async () => {
    const unknown = await allgrid('resolve', 'lighthouse:never-used');
    expect([unknown.exitCode, unknown.out]).toEqual([1, expect.stringContaining('UNKNOWN')]);
    const malformed = await allgrid('resolve', 'lighthouse');
    expect([malformed.exitCode, malformed.out]).toEqual([2, '']);
    expect(malformed.err).toContain('political-legal/basic:360202001001001');
    expect((await allgrid('resolve', 'nobody:1')).err).toContain('Layers: city/all-elements, ');
  });

  test('explain gives the evidence of a link, and its weight once more', async () => {
    const [unit] = model().unitsOf('lighthouse/beam');
    const [link] = model().links.of(unit!, { layerKeys: new Set(['city/all-elements']) });
    const { out, exitCode } = await allgrid('explain', nameOf(unit!), `city:${link!.grid.localId}`);
    expect(exitCode).toBeUndefined();
    expect(out).toMatch(/→ AREA .*\[run .*\]/);

    const [told] = lines<{ weight: number; replayedWeight: number; steps: readonly { kind: string; decides: boolean }[] }>(
      await allgrid('explain', nameOf(unit!), `city:${link!.grid.localId}`, '--json'),
    );
    expect(told!.weight).toBe(link!.weight);
    expect(Math.abs(told!.replayedWeight - link!.weight)).toBeLessThanOrEqual(1e-9);
    expect(told!.steps.filter(({ decides }) => decides).map(({ kind }) => kind)).toEqual(['AREA']);
    const never = await allgrid('explain', 'lighthouse:never-used', nameOf(unit!));
    expect([never.exitCode, never.err]).toEqual([2, expect.stringContaining('crosswalk resolve')]);
  });

  test('report writes a line and a place for each finding of the day', async () => {
    const file = join(folder, 'findings.geojson');
    const at = model().at;
    const ended = await allgrid('report', '--between', between.join(','), '--json', '--at', at, '--geojson', file);
    const found = lines<{ kind: string; key: string; areaM2: number | null }>(ended);
    const { findings } = await platform.running.crosswalk.reports.report(model(), { between });
    expect(ended.exitCode).toBe(1);
    expect(found.map(({ key }) => key)).toEqual(findings.map(({ key }) => key));

    const { type, features } = JSON.parse(await readFile(file, 'utf8')) as {
      readonly type: string;
      readonly features: readonly { readonly id: string; readonly geometry: { readonly type: string } | null }[];
    };
    expect(type).toBe('FeatureCollection');
    expect(features.map(({ id }) => id)).toEqual(found.map(({ key }) => key));
    expect(new Set(features.map(({ geometry }) => geometry?.type))).toEqual(new Set(['MultiPolygon']));
    const table = await allgrid('report', '--between', between.join(','), '--at', at);
    expect(table.out).toContain(`2 layers on ${at}`);
    for (const kind of new Set(found.map((one) => one.kind))) expect(table.out).toContain(`${kind}, for example: `);
  });

  test('report refuses a day that is none and a layer that nobody keeps', async () => {
    const noDay = await allgrid('report', '--at', 'yesterday');
    expect([noDay.exitCode, noDay.err]).toEqual([2, expect.stringContaining('yesterday')]);
    const noLayer = await allgrid('report', '--between', 'nobody/has-it');
    expect([noLayer.exitCode, noLayer.err]).toEqual([2, expect.stringContaining('nobody/has-it')]);
  });

  test('build computes everything on request, to the same links, and nothing where nothing changed', async () => {
    const whole = await allgrid('build', '--full', '--json');
    const figures = lines<Record<string, unknown>>(whole).at(-1)!;
    expect(figures).toMatchObject({ computed: true, units: model().units.length, pairs: model().links.size, repairs: expect.any(Number) });
    // Every unit here is a closed rectangle.
    expect(figures['vertices']).toBe(5 * model().units.filter(({ rings }) => rings !== null).length);
    const idle = await allgrid('build');
    expect([idle.exitCode, idle.out]).toEqual([undefined, expect.stringContaining('Nothing has changed')]);
  });
});
