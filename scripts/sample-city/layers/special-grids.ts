import type { Building } from '../elements/building.js';
import type { KeyPlace } from '../elements/key-place.js';
import { seededRandom } from '../seeded-random.js';
import { type LayerUnit, serial3 } from './layer-unit.js';

const specialKinds: Readonly<Record<string, string>> = {
  教育: 'CAMPUS',
  医疗: 'MEDICAL',
  商业: 'MARKET',
  文旅: 'PARK',
  公共: 'PARK',
  工业: 'PARK',
};

/** Special grids (专属网格): each is the list of an institution's buildings, without any outline. */
export function drawSpecialGrids(keyPlaces: readonly KeyPlace[], buildings: readonly Building[]): readonly LayerUnit[] {
  const serials = new Map<string, number>();
  return keyPlaces.map((place): LayerUnit => {
    const { code } = place.community.division;
    const serial = (serials.get(code) ?? 900) + 1;
    serials.set(code, serial);
    const own = buildings.filter(({ keyPlace, community }) => keyPlace === place.name && community === place.community);
    return {
      localId: `${code}${serial3(serial)}`,
      name: `${place.name}专属网格`,
      division: code,
      households: own.reduce((sum, { households }) => sum + households, 0),
      validFrom: '2022-03-01',
      shape: null,
      buildings: own.map(({ addressCode }) => addressCode),
      own: {
        grid_kind: 'SPECIAL',
        mediation_room: `${place.name}联调室`,
        patrol_interval_days: String(seededRandom(`special/${place.name}`).pick([1, 2, 7])),
        building_count: String(own.length),
        special_kind: specialKinds[place.use] ?? 'OTHER',
      },
    };
  });
}
