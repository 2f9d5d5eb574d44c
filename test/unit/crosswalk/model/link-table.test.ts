import fc from 'fast-check';

import {
  type Coverage,
  coverageColumnsOf,
  CoverageTable,
  type GridLink,
  linkBases,
  linkColumnsOf,
  LinkTable,
  type LinkWish,
  preferredBases,
  type StoredCoverage,
  type StoredLink,
} from '../../../../src/features/crosswalk/index.js';
import { buildGridModel, type GridModel, type GridUnit } from '../../../../src/features/grids/index.js';
import { anyLinks, anyParts, layersOfAnyCity } from '../../../support/crosswalk/any-city.js';
import { seeded } from '../../../support/geometry/seeded.js';

interface City {
  readonly model: GridModel;
  readonly links: readonly StoredLink[];
  readonly coverage: readonly StoredCoverage[];
}

const anyCity: fc.Arbitrary<City> = anyParts
  .map((parts) => buildGridModel(parts))
  .filter((model) => model.units.length > 1)
  .chain((model) => anyLinks(model.units.length).map((rows) => ({ model, ...rows })));

const anyWish: fc.Arbitrary<LinkWish> = fc.record(
  {
    layerKeys: fc.subarray(layersOfAnyCity.map((layer) => layer.key)).map((keys) => new Set(keys)),
    basis: fc.constantFrom(...linkBases),
    minWeight: fc.constantFrom(0, 0.25, 0.5, 1),
  },
  { requiredKeys: [] },
);

/** The links of a unit by the letter of the rules, found by looking at every link. */
function linksByTheRules({ model, links, coverage }: City, unit: GridUnit, wish: LinkWish): readonly GridLink[] {
  const seen = links.flatMap(({ source, target, weight, inverseWeight, ...rest }) => [
    ...(source === unit.index ? [{ grid: model.units[target]!, weight, inverseWeight, ...rest }] : []),
    ...(target === unit.index && rest.basis !== 'DECLARED'
      ? [{ grid: model.units[source]!, weight: inverseWeight, inverseWeight: weight, ...rest }]
      : []),
  ]);
  // Links and cover speak on one basis, even where nothing is linked on it any more: declared so, or left so by rejections.
  const covered = (layerKey: string): string | undefined =>
    preferredBases.find((basis) => coverage.some((row) => row.unit === unit.index && row.layerKey === layerKey && row.basis === basis));
  const best = (layerKey: string): string | undefined =>
    covered(layerKey) ?? preferredBases.find((basis) => seen.some((link) => link.basis === basis && link.grid.layer.key === layerKey));
  return seen
    .filter((link) => link.basis === (wish.basis ?? best(link.grid.layer.key)))
    .filter((link) => wish.layerKeys?.has(link.grid.layer.key) ?? true)
    .filter((link) => link.weight >= (wish.minWeight ?? 0))
    .sort((a, b) => a.grid.layer.ordinal - b.grid.layer.ordinal || b.weight - a.weight || a.grid.index - b.grid.index);
}

const sharesIn = ({ layerKey, basis, linked, omitted, uncovered, doubleCover }: Coverage): Coverage => ({
  layerKey,
  basis,
  linked,
  omitted,
  uncovered,
  doubleCover,
});

const readable = ({ grid, ...link }: GridLink): object => ({ to: `${grid.layer.key} ${grid.localId}`, ...link });

const tableOf = ({ model, links, coverage }: City): LinkTable =>
  new LinkTable(model, linkColumnsOf(links), new CoverageTable(model, coverageColumnsOf(coverage, model)));

test('the links of every unit are those that the rules name, in their order, whatever is wished', () => {
  seeded(
    fc.property(anyCity, anyWish, (city, wish) => {
      const table = tableOf(city);

      for (const unit of city.model.units) {
        expect(table.of(unit, wish).map(readable)).toEqual(linksByTheRules(city, unit, wish).map(readable));
      }
      expect(table.size).toBe(city.links.length);
    }),
    300,
  );
});

test('coverage is that of the basis asked for, else of the best there is, else wholly uncovered; light links count as omitted', () => {
  seeded(
    fc.property(anyCity, anyWish, (city, wish) => {
      const table = tableOf(city);

      for (const unit of city.model.units) {
        const expected = layersOfAnyCity
          .filter((layer) => layer.key !== unit.layer.key)
          .map(({ key }) => {
            const known = (wish.basis ? [wish.basis] : preferredBases).flatMap(
              (basis) => city.coverage.find((row) => row.unit === unit.index && row.layerKey === key && row.basis === basis) ?? [],
            );
            const shares = known[0] ?? {
              layerKey: key,
              basis: wish.basis ?? null,
              linked: 0,
              omitted: 0,
              uncovered: 1,
              doubleCover: 0,
            };
            const { minWeight, ...rest } = wish;
            const light = linksByTheRules(city, unit, { ...rest, layerKeys: new Set([key]) })
              .filter((link) => link.weight < (minWeight ?? 0))
              .reduce((sum, link) => sum + link.weight, 0);
            return { ...sharesIn(shares), linked: shares.linked - light, omitted: shares.omitted + light };
          });
        expect(table.coverageOf(unit, layersOfAnyCity, wish)).toEqual(expected);
      }
    }),
    300,
  );
});
