import { packManifest, packRows, type Row } from '../../support/sample-city/sample-pack.js';

const rowsOfLayer = (key: string): readonly Row[] => packRows(`${key}.csv.gz`);
const count = (rows: readonly Row[], column: string, value: string): number => rows.filter((row) => row[column] === value).length;

describe('the sample city has the figures that were asked for', () => {
  it('4 counties, 59 township-level units of which 15 are subdistricts, 718 communities and villages', () => {
    const divisions = packRows('divisions.csv');
    expect({
      counties: count(divisions, 'level', 'COUNTY'),
      townships: count(divisions, 'level', 'TOWNSHIP'),
      subdistricts: count(divisions, 'kind', 'SUBDISTRICT'),
      communities: count(divisions, 'level', 'COMMUNITY'),
    }).toEqual({ counties: 4, townships: 59, subdistricts: 15, communities: 718 });
  });

  it('785 all-elements grids, at least two for each residents’ committee and none for a village', () => {
    const grids = rowsOfLayer('city/all-elements');
    const kinds = new Map(packRows('divisions.csv').map(({ code, kind, name }) => [code, { kind, name }]));
    const perCommunity = new Map<string, number>();
    for (const { division } of grids) perCommunity.set(division!, (perCommunity.get(division!) ?? 0) + 1);
    const named = [...kinds.values()].filter(({ name }) => /居委会|居民委员会/.test(name!));
    expect(grids.length).toBe(785);
    expect(perCommunity.size).toBe(named.length);
    expect(Math.min(...perCommunity.values())).toBeGreaterThanOrEqual(2);
    expect([...perCommunity.keys()].filter((code) => kinds.get(code)!.kind !== 'RESIDENTS')).toEqual([]);
  });

  it('639 estates, 125 with an owners’ committee and 110 with a management committee, as layer and as elements', () => {
    for (const estates of [rowsOfLayer('housing/estate'), packRows('housing/estates.csv')]) {
      expect([estates.length, count(estates, 'owners_committee', 'true'), count(estates, 'management_committee', 'true')]).toEqual([
        639, 125, 110,
      ]);
      expect(new Set(estates.map(({ form }) => form))).toEqual(new Set(['OPEN', 'CLOSED', 'OLD']));
    }
  });

  it('84 social organisations, 718 committees, 59 governments, and an ecology bureau that keeps no grid', () => {
    const organisations = packRows('organisations.csv');
    expect([
      count(organisations, 'kind', 'SOCIAL'),
      count(organisations, 'kind', 'COMMITTEE'),
      count(organisations, 'kind', 'GOVERNMENT'),
    ]).toEqual([84, 718, 59]);
    const ecology = organisations.filter(({ name }) => name!.endsWith('生态环境局'));
    expect(ecology.map(({ office }) => office)).toEqual(['', '', '', '', '']);
    const leads = new Set(packRows('urban-management/matters.csv.gz').map(({ lead }) => lead));
    expect(ecology.some(({ code }) => leads.has(code))).toBe(true);
  });

  it('3,000 to 6,000 unit grids, about 12,000 buildings, about 20,000 components in five states', () => {
    const units = rowsOfLayer('urban-management/unit').length;
    expect(units).toBeGreaterThanOrEqual(3_000);
    expect(units).toBeLessThanOrEqual(6_000);
    expect(packRows('housing/buildings.csv.gz').length).toBe(12_000);
    const components = packRows('urban-management/components.csv.gz');
    expect(components.length).toBe(20_000);
    expect(new Set(components.map(({ state }) => state))).toEqual(new Set(['INTACT', 'DAMAGED', 'LOST', 'ABANDONED', 'REMOVED']));
  });

  it('at least nine in ten urban basic grids have 300 to 500 households', () => {
    const urban = new Set(rowsOfLayer('city/all-elements').map(({ division }) => division));
    const households = rowsOfLayer('political-legal/basic')
      .filter(({ division }) => urban.has(division))
      .map((row) => Number(row['households']));
    const fitting = households.filter((number) => number >= 300 && number <= 500);
    expect(fitting.length / households.length).toBeGreaterThanOrEqual(0.9);
  });

  it('at least 30,000 matters over 25 months, the older ones mostly closed and the latest mixed', () => {
    const matters = packManifest().offices.flatMap(({ matters: files }) => files.flatMap(({ path }) => packRows(path)));
    const days = matters.map((row) => row['reported_at']!.slice(0, 10)).sort();
    expect(matters.length).toBeGreaterThanOrEqual(30_000);
    expect([days[0], days.at(-1)]).toEqual(['2024-05-30', '2026-06-29']);
    const openShare = (rows: readonly Row[]): number =>
      rows.filter(({ state }) =>
        ['REPORTED', 'UNDER_REVIEW', 'DISPATCHED', 'ACCEPTED', 'HANDLING', 'FEEDBACK', 'VERIFYING'].includes(state!),
      ).length / rows.length;
    expect(openShare(matters.filter((row) => row['reported_at']! < '2026-01-01'))).toBeLessThan(0.02);
    const latest = openShare(matters.filter((row) => row['reported_at']! >= '2026-06-16'));
    expect(latest).toBeGreaterThan(0.2);
    expect(latest).toBeLessThan(0.8);
  });
});
