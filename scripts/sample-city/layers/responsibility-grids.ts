import type { Division } from '../ground/division.js';
import { balancedSites, nearestSite } from '../plane/balanced-sites.js';
import { centreOf } from '../plane/measure.js';
import type { Place } from '../plane/plane.js';
import { seededRandom } from '../seeded-random.js';
import { type LayerUnit, serial3 } from './layer-unit.js';

const unitsPerBeat = 24;

/** Responsibility grids (责任网格): a collector's beat is a set of unit grids, which may lie in several communities. */
export function drawResponsibilityGrids(units: readonly LayerUnit[], counties: readonly Division[]): readonly LayerUnit[] {
  return counties.flatMap((county) => {
    const own = units.filter(({ localId }) => localId.startsWith(county.code));
    return beatsOf(own, county).map((members, i) => beat(members, county, i + 1));
  });
}

function beatsOf(units: readonly LayerUnit[], county: Division): readonly (readonly LayerUnit[])[] {
  const random = seededRandom(`beats/${county.code}`);
  const places = units.map(({ shape }) => centreOf(shape!));
  const starts = Array.from({ length: Math.round(units.length / unitsPerBeat) }, (): Place => random.pick(places));
  const samples = places.map((place) => ({ place, mass: 1 }));
  const sites = balancedSites({ starts, shares: starts.map(() => 1), samples, areaM2: units.length * 10_000, rounds: 50 });
  const beats = sites.map((): LayerUnit[] => []);
  units.forEach((unit, i) => beats[nearestSite(sites, places[i]!)]!.push(unit));
  return beats.filter((members) => members.length > 0);
}

function beat(members: readonly LayerUnit[], county: Division, serial: number): LayerUnit {
  const random = seededRandom(`beat/${county.code}/${serial}`);
  return {
    localId: `${county.code.slice(4)}-AREA-${serial3(serial)}`,
    name: `${county.name}第${serial}责任网格`,
    division: '',
    households: null,
    validFrom: '2024-03-01',
    shape: null,
    members: members.map(({ localId }) => localId),
    own: {
      land_use: '',
      management_grade: String(random.whole(1, 4)),
      surveyed_on: '2024-02-20',
      collector_shift: random.pick(['早班 07:00-14:00', '中班 14:00-21:00', '全日 08:00-18:00']),
      code_generation: '本市自编',
    },
  };
}
