import { buildLines } from '../../../src/cli/crosswalk/build.js';
import { explanationLines } from '../../../src/cli/crosswalk/explain.js';
import { reportLines } from '../../../src/cli/crosswalk/report.js';
import { resolutionLines } from '../../../src/cli/crosswalk/resolve.js';
import { tableLines } from '../../../src/cli/table.js';
import { CrosswalkReports, LinkExplainer, resolveIds } from '../../../src/features/crosswalk/index.js';
import { aLayer, aUnit } from '../../support/crosswalk/a-city.js';
import { aLinkedCity } from '../../support/crosswalk/a-linked-city.js';
import { polygon, square } from '../../support/geometry/shapes.js';

const layers = [
  aLayer('city/all-elements', [aUnit('W', { metres: polygon(square(0, 0, 100)) })]),
  aLayer('office/unit', [aUnit('1', { metres: polygon(square(25, 0, 100)) }), aUnit('2', { metres: polygon(square(900, 0, 100)) })]),
];
const city = { department: null, localId: 'W', layer: null };
const unit = (localId: string) => ({ department: 'OFFICE', localId, layer: null });

test('columns line up, figures to the right, Chinese characters two places wide', () => {
  expect(
    tableLines(
      [{ heading: 'name' }, { heading: 'n', isFigure: true }],
      [
        ['网格', '7'],
        ['a', '1200'],
      ],
    ),
  ).toEqual(['name     n', '网格     7', 'a     1200']);
});

test('a report is a head, a table of sums, and an example of each kind', async () => {
  const reports = new CrosswalkReports({
    measure: (questions) => Promise.resolve(questions.map(() => [])),
    dutyGround: () => Promise.resolve([]),
    newestRun: () => Promise.resolve(new Date('2026-11-22T00:00:00Z')),
  });
  const lines = reportLines(await reports.report(await aLinkedCity(layers), { kinds: ['NO_MANS_LAND', 'UNMATCHED_UNIT'] }));
  expect(lines).toEqual([
    '2 layers on 2026-11-22, crosswalk of 2026-11-22T00:00:00.000Z: 4 findings',
    '',
    'kind            of                 by                 count       m²',
    'NO_MANS_LAND    office/unit        city/all-elements      2  12500.0',
    'NO_MANS_LAND    city/all-elements  office/unit            1   2500.0',
    'UNMATCHED_UNIT  office/unit                               1  10000.0',
    '',
    'NO_MANS_LAND, for example: 10000 m² (100 %) of office/unit 2 is covered by no unit of city/all-elements.',
    'UNMATCHED_UNIT, for example: office/unit 2 has no link into any other layer that was asked for.',
  ]);
});

test('an explanation marks the step that decides', async () => {
  const explainer = new LinkExplainer({
    records: { linksBetween: () => Promise.resolve([]) },
    decisions: { page: () => Promise.resolve([]) },
    buildings: () => Promise.resolve([]),
    commonArea: () => 7500,
    successions: { ofNames: () => Promise.resolve([null]) },
  });
  const lines = explanationLines((await explainer.explain(await aLinkedCity(layers), city, unit('1')))!);
  expect(lines.slice(0, 2)).toEqual(['a  city/all-elements:W W', 'b  office/unit:1 1']);
  expect(lines[2]).toMatch(/^on 2026-11-22: AREA {2}weight 0\.75/);
  expect(lines.at(-1)).toBe('→ AREA        They have 7500 m² in common: 75 % of a’s 10000 m², 75 % of b’s 10000 m².');
});

test('a resolution is the id, what became of it, and a line for each unit that it means', async () => {
  const model = await aLinkedCity(layers);
  const [found, unknown] = resolveIds(model, [unit('1'), unit('none')], {});
  expect(resolutionLines(found!)).toEqual([
    'office/unit:1  RESOLVED  1',
    '  unit                   weight   inverse  basis',
    '  city/all-elements:W  0.750000  0.750000  AREA',
  ]);
  expect(resolutionLines(unknown!)).toEqual(['OFFICE:none  UNKNOWN']);
});

test('a build tells whether anything was to be done', () => {
  const figures = { milliseconds: 1500, units: 3, vertices: 15, pairs: 1, repairs: 0 };
  expect(buildLines({ ...figures, computed: true })[0]).toBe('Computed and published in 1.5 s.');
  expect(buildLines({ ...figures, computed: false })[0]).toBe('Nothing has changed since the last computation.');
});
