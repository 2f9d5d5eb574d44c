import fc from 'fast-check';

import { linkBases, type StoredCoverage, type StoredLink } from '../../../src/features/crosswalk/index.js';
import { allElementsLayer, type City, type GridModelParts, type Layer, type UnitVersion } from '../../../src/features/grids/index.js';
import { ringsFromNested } from '../../../src/geometry/rings.js';
import { unitUuid } from '../../../src/kernel/ids.js';

const city: City = {
  code: '360200',
  nameZh: '景德镇市',
  nameEn: 'Jingdezhen',
  timeZone: 'Asia/Shanghai',
  noticeZh: null,
  noticeEn: null,
  divisionScheme: 'cn-2-2-2-3-3',
  bounds: { minX: 117, minY: 29, maxX: 118, maxY: 30 },
};

const keys = [allElementsLayer, 'urban-management/unit', 'petition/area', 'housing/estate'] as const;

/** The four layers of the cities of {@link anyParts}, in order. */
export const layersOfAnyCity: readonly Layer[] = keys.map((key, ordinal) => ({
  key,
  department: ordinal === 0 ? null : key.split('/')[0]!.replace('-', '_').toUpperCase(),
  nameZh: key,
  nameEn: key,
  partition: true,
  primary: true,
  idScheme: 'opaque',
  synthetic: true,
  ordinal: ordinal * 10,
  typeName: ordinal === 0 ? 'AllElementsGrid' : 'UrbanManagementGrid',
}));

const text = fc.oneof(fc.string({ maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom('09', '9', '陶溪川社区'));
// What PostgreSQL can hold: no NUL and no half of a surrogate pair.
const kept = text.map((value) => value.replaceAll('\0', '').toWellFormed());
const day = fc.constantFrom('2020-01-01', '2024-02-29', '2026-11-22');
const coordinate = fc.double({ min: 117, max: 118, noNaN: true });

const rings = fc
  .array(fc.array(fc.tuple(coordinate, coordinate, coordinate, coordinate), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
  .map((parts) =>
    ringsFromNested(
      parts.map((part) =>
        part.map(([a, b, c, d]) => [
          [a, b],
          [c, b],
          [c, d],
          [a, b],
        ]),
      ),
    ),
  );

const version = fc.record({
  layerKey: fc.constantFrom(...keys, 'nobody/unknown'),
  localId: kept,
  name: kept,
  divisionCode: fc.option(fc.constantFrom('360200', '360203')),
  rings: fc.option(rings),
  areaM2: fc.option(fc.double({ min: 0, noNaN: true })),
  households: fc.option(fc.nat()),
  buildings: fc.array(kept, { maxLength: 3 }),
  validFrom: day,
  validTo: fc.option(day),
  asOf: day,
});

/** Units of any shape in four layers, each local id once in its layer, and some of a layer that the city does not have. */
export const anyParts: fc.Arbitrary<GridModelParts> = fc
  .uniqueArray(version, { maxLength: 40, selector: ({ layerKey, localId }) => `${layerKey}\n${localId}` })
  .map((versions) => ({
    city,
    version: 1,
    at: '2026-11-22',
    knownAt: null,
    divisions: [],
    layers: layersOfAnyCity,
    units: versions.map((own): UnitVersion => ({ ...own, uuid: unitUuid(own.layerKey, own.localId, 1), generation: 1 })),
  }));

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Links between `units` units, no pair twice by one basis in either order, and coverage of them by the four layers. */
export function anyLinks(
  units: number,
): fc.Arbitrary<{ readonly links: readonly StoredLink[]; readonly coverage: readonly StoredCoverage[] }> {
  const unit = fc.nat({ max: Math.max(units - 1, 0) });
  const basis = fc.constantFrom(...linkBases);
  const link = fc.record({
    source: unit,
    target: unit,
    basis,
    weight: fc.oneof(share, fc.constantFrom(0.5, 1)),
    inverseWeight: share,
    areaM2: fc.option(share),
    confidence: fc.constantFrom(1, 0.5),
    validFrom: day,
    validTo: fc.option(day),
  });
  const cover = fc.record({
    unit,
    layerKey: fc.constantFrom(...keys),
    basis: fc.oneof(basis, fc.constant(null)),
    linked: share,
    omitted: share,
    uncovered: share,
    doubleCover: share,
  });
  return fc.record({
    links: fc.uniqueArray(link, {
      maxLength: units * 4,
      selector: ({ source, target, basis: by }) => `${Math.min(source, target)} ${Math.max(source, target)} ${by}`,
    }),
    coverage: fc.uniqueArray(cover, { maxLength: units * 3, selector: (row) => `${row.unit} ${row.layerKey} ${row.basis}` }),
  });
}
