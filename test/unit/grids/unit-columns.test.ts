import fc from 'fast-check';

import { buildGridModel, type GridUnit } from '../../../src/features/grids/index.js';
import { globalId } from '../../../src/kernel/ids.js';
import { anyParts, layersOfAnyCity } from '../../support/crosswalk/any-city.js';
import { seeded } from '../../support/geometry/seeded.js';

const said = (unit: GridUnit) => ({
  uuid: unit.uuid,
  layerKey: unit.layer.key,
  localId: unit.localId,
  generation: unit.generation,
  name: unit.name,
  divisionCode: unit.divisionCode,
  rings: unit.rings,
  areaM2: unit.areaM2,
  households: unit.households,
  buildings: unit.buildings,
  validFrom: unit.validFrom,
  validTo: unit.validTo,
  asOf: unit.asOf,
});

test('a model says of every unit what its version says, in the order of layers and local ids', () => {
  seeded(
    fc.property(anyParts, (parts) => {
      const model = buildGridModel(parts);
      const ordinal = new Map(layersOfAnyCity.map((layer) => [layer.key, layer.ordinal]));
      const expected = parts.units
        .filter((version) => ordinal.has(version.layerKey))
        .sort((a, b) => ordinal.get(a.layerKey)! - ordinal.get(b.layerKey)! || (a.localId < b.localId ? -1 : 1));

      expect(model.units.map(said)).toEqual(expected);
      expect(layersOfAnyCity.flatMap((layer) => model.unitsOf(layer.key))).toEqual(model.units);
      expect(model.units.map((unit) => unit.index)).toEqual(model.units.map((_, index) => index));
    }),
    200,
  );
});

test('every unit is found by its uuid and by its local id, and nothing is found by another', () => {
  seeded(
    fc.property(anyParts, fc.string(), (parts, stranger) => {
      const model = buildGridModel(parts);

      for (const unit of model.units) {
        expect(model.unitByUuid(unit.uuid)).toBe(unit);
        expect(model.unit(unit.layer.key, unit.localId)).toBe(unit);
        expect(unit.id).toBe(globalId(unit.typeName, unit.uuid));
        expect(unit.department).toBe(unit.layer.department);
      }
      for (const layer of layersOfAnyCity) {
        const isKnown = model.unitsOf(layer.key).some((unit) => unit.localId === stranger);
        expect(model.unit(layer.key, stranger) !== null).toBe(isKnown);
      }
      expect(model.unitByUuid(stranger)).toBeNull();
      expect(model.unit('nobody/unknown', stranger)).toBeNull();
    }),
    200,
  );
});
