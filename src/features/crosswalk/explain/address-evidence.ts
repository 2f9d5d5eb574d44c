import type { GridUnit } from '../../grids/index.js';
import { buildingHolders } from '../compute/building-holders.js';
import { confidenceOf } from '../compute/computed-rows.js';
import type { BuildingPoint } from '../compute/crosswalk-input.js';
import { percent } from '../figures.js';
import type { Wording } from '../wording.js';
import { comparedBy, type ComparedPair, crosswalkUnit, publishedOn } from './compared-pair.js';
import { type AddressEvidence, evidence, type LinkEvidence, mostCodes } from './evidence.js';

/** What the buildings of two units tell; null where neither is a list of buildings. */
export function addressEvidence(pair: ComparedPair, points: readonly BuildingPoint[]): LinkEvidence | null {
  if (comparedBy(pair) !== 'ADDRESS') return null;
  const address = sharedBuildings(pair, points);
  const { shared, ofA, ofB } = address;
  const bothListed = pair.a.buildings.length > 0 && pair.b.buildings.length > 0;
  return evidence('ADDRESS', wording(address), {
    address,
    run: publishedOn(pair, 'ADDRESS')?.run ?? null,
    ...(shared > 0
      ? {
          weight: shared / ofA,
          inverseWeight: shared / ofB,
          confidence: bothListed ? confidenceOf.listedBuildings : confidenceOf.locatedBuildings,
        }
      : {}),
  });
}

function sharedBuildings({ a, b }: ComparedPair, points: readonly BuildingPoint[]): AddressEvidence {
  const [ofA, ofB] = [buildingsOf(a, points), buildingsOf(b, points)];
  const known = new Set(ofB);
  const shared = ofA.filter((code) => known.has(code)).sort();
  return { shared: shared.length, ofA: ofA.length, ofB: ofB.length, codes: shared.slice(0, mostCodes) };
}

function buildingsOf(unit: GridUnit, points: readonly BuildingPoint[]): readonly string[] {
  return buildingHolders({ units: [crosswalkUnit(unit)] }, points).buildings[0]!;
}

function wording({ shared, ofA, ofB }: AddressEvidence): Wording {
  if (shared === 0)
    return { zh: `a 有 ${ofA} 栋楼，b 有 ${ofB} 栋，无共有楼栋。`, en: `a holds ${ofA} buildings and b ${ofB}, none of them in common.` };
  return {
    zh: `共有 ${shared} 栋楼：占 a 的 ${ofA} 栋的 ${percent(shared / ofA)}，占 b 的 ${ofB} 栋的 ${percent(shared / ofB)}。`,
    en: `They share ${shared} buildings: ${percent(shared / ofA)} of a’s ${ofA}, ${percent(shared / ofB)} of b’s ${ofB}.`,
  };
}
