import { openGeosGroundPieces } from '../../../src/features/crosswalk/geos/geos-ground-pieces.js';
import {
  type CityModel,
  type CrosswalkReport,
  CrosswalkReports,
  FindingGround,
  findingSentence,
} from '../../../src/features/crosswalk/index.js';
import type { DutyGround, MeasureOverlaps } from '../../../src/features/crosswalk/report/ports.js';
import { rememberedOverlaps } from '../../../src/features/crosswalk/report/remembered-overlaps.js';
import { measureOverlaps } from '../../../src/features/crosswalk/report/worker/measure-overlaps.js';
import { areaM2 } from '../../../src/geometry/area.js';
import { holdsPoint } from '../../../src/geometry/point-in-rings.js';
import { aLayer, aUnit, plane } from '../../support/crosswalk/a-city.js';
import { aLinkedCity } from '../../support/crosswalk/a-linked-city.js';
import { polygon } from '../../support/geometry/shapes.js';

const rectangle = (x: number, y: number, width: number, height: number) =>
  polygon([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ]);

async function reportOf(model: CityModel, duties: readonly DutyGround[] = []): Promise<CrosswalkReport> {
  const reports = new CrosswalkReports({
    measure: measureOverlaps,
    dutyGround: () => Promise.resolve(duties),
    newestRun: () => Promise.resolve(new Date('2026-11-22T00:00:00Z')),
  });
  return reports.report(model, {
    kinds: ['NO_MANS_LAND', 'SELF_OVERLAP', 'DOUBLE_COVER', 'SLIVER', 'UNMATCHED_UNIT', 'COLLIDING_ID', 'HOUSEHOLD_RULE'],
  });
}

const told = ({ findings }: CrosswalkReport): readonly string[] =>
  findings.map(({ kind, units, otherLayer, areaM2: ground }) =>
    [kind, ...units.map(({ localId }) => localId), otherLayer?.key, ground === null ? null : `${Math.round(ground)} m²`]
      .filter(Boolean)
      .join(' '),
  );

const office = (units: Parameters<typeof aLayer>[1], parts?: Parameters<typeof aLayer>[2]) => aLayer('office/unit', units, parts);
const whole = aLayer('city/all-elements', [
  aUnit('west', { metres: rectangle(0, 0, 1000, 1000) }),
  aUnit('east', { metres: rectangle(1000, 0, 1000, 1000) }),
]);

describe('a report on the grids of a city', () => {
  test('finds nothing where two layers divide the same ground', async () => {
    const halves = office([
      aUnit('south', { metres: rectangle(0, 0, 2000, 500) }),
      aUnit('north', { metres: rectangle(0, 500, 2000, 500) }),
    ]);
    expect(told(await reportOf(await aLinkedCity([whole, halves])))).toEqual([]);
  });

  test('finds a gap with its unit and its ground, true to a thousandth', async () => {
    const model = await aLinkedCity([whole, office([aUnit('short', { metres: rectangle(0, 0, 1987, 1000) })])]);
    const { findings } = await reportOf(model);

    expect(findings.map(({ kind, units }) => [kind, units[0]!.localId])).toEqual([['NO_MANS_LAND', 'east']]);
    expect(Math.abs(findings[0]!.areaM2! / 13_000 - 1)).toBeLessThan(1e-3);
    expect(findings[0]!.share).toBeCloseTo(0.013, 9);
    const ground = (await new FindingGround(openGeosGroundPieces).of(findings[0]!, model))!;
    expect(Math.abs(areaM2(ground, plane) / 13_000 - 1)).toBeLessThan(1e-3);
    expect(findingSentence(findings[0]!).en).toBe('13000 m² (1.3 %) of city/all-elements east is covered by no unit of office/unit.');
  });

  test('finds an overlap within a layer, and which units of others it covers twice', async () => {
    const model = await aLinkedCity([
      whole,
      office([aUnit('left', { metres: rectangle(0, 0, 1300, 1000) }), aUnit('right', { metres: rectangle(1250, 0, 750, 1000) })]),
    ]);
    const report = await reportOf(model);

    expect(told(report)).toEqual(['SELF_OVERLAP left right office/unit 50000 m²', 'DOUBLE_COVER east office/unit 50000 m²']);
    expect(Math.abs(report.findings[0]!.areaM2! / 50_000 - 1)).toBeLessThan(1e-3);
    const ground = new FindingGround(openGeosGroundPieces);
    for (const finding of report.findings)
      expect(Math.abs(areaM2((await ground.of(finding, model))!, plane) / 50_000 - 1)).toBeLessThan(1e-3);
  });

  test('takes a layer that is not meant to cover as it is', async () => {
    const estates = office(
      [aUnit('one', { metres: rectangle(900, 100, 300, 300) }), aUnit('same', { metres: rectangle(900, 100, 300, 300) })],
      {
        partition: false,
      },
    );
    expect(told(await reportOf(await aLinkedCity([whole, estates])))).toEqual([]);
  });

  test('counts each sliver with its two units, and keeps it out of the gaps', async () => {
    const model = await aLinkedCity([
      whole,
      office([
        aUnit('left', { metres: rectangle(0, 0, 1000.0004, 1000) }),
        aUnit('right', { metres: rectangle(1000.0004, 0, 999.9996, 1000) }),
      ]),
    ]);
    const { findings, summaries } = await reportOf(model);

    expect(findings.map(({ kind, units }) => [kind, ...units.map(({ localId }) => localId)])).toEqual([['SLIVER', 'east', 'left']]);
    expect(summaries).toMatchObject([
      { kind: 'SLIVER', count: 1, layer: { key: 'city/all-elements' }, otherLayer: { key: 'office/unit' } },
    ]);
    expect(summaries[0]!.totalM2).toBeCloseTo(0.4, 3);
  });

  test('names units without counterpart', async () => {
    const model = await aLinkedCity([whole, office([aUnit('all', { metres: rectangle(0, 0, 2000, 1000) }), aUnit('lost')])]);
    expect(told(await reportOf(model))).toEqual(['UNMATCHED_UNIT lost']);
  });

  test('names ids that stand for several units, leading zeros apart, and whether they are the same ground', async () => {
    const model = await aLinkedCity([
      whole,
      office([aUnit('09', { metres: rectangle(0, 0, 1000, 1000) }), aUnit('west', { metres: rectangle(1000, 0, 1000, 1000) })]),
      aLayer('other/unit', [aUnit('9', { metres: rectangle(0, 0, 2000, 1000) })]),
    ]);
    const { findings } = await reportOf(model);
    expect(findings.map(({ kind, units, share }) => [kind, ...units.map(({ localId }) => localId), share])).toEqual([
      ['COLLIDING_ID', '09', '9', 1],
      ['COLLIDING_ID', 'west', 'west', 0],
    ]);
  });

  test('names grids outside the rule for households; unknown is no finding', async () => {
    const grids = aLayer('city/all-elements', [aUnit('299'), aUnit('300'), aUnit('500'), aUnit('501'), aUnit('unknown')]);
    const model = await aLinkedCity([grids], { '299': 299, '300': 300, '500': 500, '501': 501 });
    expect(told(await reportOf(model))).toEqual(['HOUSEHOLD_RULE 299', 'HOUSEHOLD_RULE 501']);
  });

  test('names the largest divisions in which an office has no duty in force', async () => {
    const model = await aLinkedCity([aLayer('north/unit', []), aLayer('south/unit', []), aLayer('west/unit', [])]);
    const reports = new CrosswalkReports({
      measure: measureOverlaps,
      dutyGround: () =>
        Promise.resolve([
          { department: 'NORTH', divisionCode: '360203003' },
          { department: 'SOUTH', divisionCode: '360200' },
        ]),
      newestRun: () => Promise.resolve(null),
    });
    const { findings } = await reports.report(model, { kinds: ['ORPHAN_DUTY'] });
    expect(findings.map(({ department, divisionCode }) => `${department} ${divisionCode}`)).toEqual([
      'NORTH 360202',
      'NORTH 360203004',
      'WEST 360200',
    ]);
  });

  test('refuses a layer that the city does not have', async () => {
    const model = await aLinkedCity([whole]);
    const reports = new CrosswalkReports({
      measure: measureOverlaps,
      dutyGround: () => Promise.resolve([]),
      newestRun: () => Promise.resolve(null),
    });
    await expect(reports.report(model, { between: ['no/layer'] })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

test('a place is drawn with a point inside it, and a unit that nobody draws has none', async () => {
  const model = await aLinkedCity([whole, office([aUnit('ring', { metres: rectangle(0, 0, 1900, 1000) }), aUnit('undrawn')])]);
  const { findings } = await reportOf(model);
  const ground = new FindingGround(openGeosGroundPieces);
  const gap = findings.find(({ kind }) => kind === 'NO_MANS_LAND')!;
  const [longitude, latitude] = (await ground.pointOf(gap, model))!;
  expect(holdsPoint((await ground.of(gap, model))!, longitude, latitude)).toBe(true);
  expect(
    await ground.pointOf(
      findings.find(({ kind }) => kind === 'UNMATCHED_UNIT')!,
      model,
    ),
  ).toBeNull();
});

test('outlines that were measured before are not measured again, whichever model they come with', async () => {
  const asked: number[] = [];
  const counting: MeasureOverlaps = (questions, on) => {
    asked.push(questions.length);
    return measureOverlaps(questions, on);
  };
  const reports = new CrosswalkReports({
    measure: rememberedOverlaps(counting),
    dutyGround: () => Promise.resolve([]),
    newestRun: () => Promise.resolve(null),
  });
  const moved = office([aUnit('left', { metres: rectangle(0, 0, 1300, 1000) })]);
  await reports.report(await aLinkedCity([whole, office([])]), { kinds: ['SELF_OVERLAP'] });
  await reports.report(await aLinkedCity([whole, moved]), { kinds: ['SELF_OVERLAP'] });
  expect(asked).toEqual([2, 1]);
});

test('what is remembered is answered even while newer outlines push it out', async () => {
  const measure: MeasureOverlaps = (questions) => Promise.resolve(questions.map(({ a }) => [{ a: a.length, b: 0, areaM2: 1 }]));
  const remembered = rememberedOverlaps(measure);
  const outlines = (place: number) => ({ a: [rectangle(place, 0, 10, 10)], b: null });
  await remembered([outlines(0)], plane);
  const asked = Array.from({ length: 300 }, (_, place) => outlines(place));
  await expect(remembered(asked, plane)).resolves.toEqual(asked.map(() => [{ a: 1, b: 0, areaM2: 1 }]));
});
