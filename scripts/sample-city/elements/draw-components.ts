import type { OrganisationBook } from '../bodies/organisation-book.js';
import { componentCategories } from '../categories/components.js';
import type { LayerUnit } from '../layers/layer-unit.js';
import { onGrain, type Place } from '../plane/plane.js';
import { type SeededRandom, seededRandom } from '../seeded-random.js';
import { weightedPick } from '../weighted-pick.js';

/** A street component (部件) as urban management keeps it. */
export interface StreetComponent {
  /** 17 digits: county 6, class 2, kind 3, serial 6. */
  readonly sourceId: string;
  readonly name: string;
  readonly category: string;
  readonly state: string;
  readonly keeper: string;
  readonly unit: string;
  readonly place: Place;
  readonly asOf: string;
}

const total = 20_000;

const often: Readonly<Record<string, number>> = {
  '01001': 9,
  '01003': 14,
  '01011': 7,
  '01037': 16,
  '01054': 3,
  '01075': 2,
  '01076': 2,
  '02001': 1,
  '02014': 1,
  '02034': 2,
  '02038': 8,
  '03001': 0.6,
  '03005': 8,
  '03006': 4,
  '04001': 0.2,
  '04002': 20,
  '05009': 0.2,
};

const states = [
  ['INTACT', 93],
  ['DAMAGED', 4],
  ['LOST', 1.2],
  ['ABANDONED', 1],
  ['REMOVED', 0.8],
] as const;

/** About 20,000 components beside the streets, which run along the lines of the unit grids. */
export function drawComponents(units: readonly LayerUnit[], book: OrganisationBook): readonly StreetComponent[] {
  const random = seededRandom('components');
  const kinds = componentCategories.filter(({ code }) => code.length === 5);
  const pickKind = weightedPick(kinds, ({ code }) => often[code]!);
  const pickState = weightedPick(states, ([, weight]) => weight);
  const serials = new Map<string, number>();
  return Array.from({ length: total }, (_, i): StreetComponent => {
    const unit = units[Math.floor((i * units.length) / total)]!;
    const { code, nameZh } = pickKind(random);
    const county = unit.division.slice(0, 6);
    const serial = (serials.get(county + code) ?? 0) + 1;
    serials.set(county + code, serial);
    return {
      sourceId: `${county}${code}${String(serial).padStart(6, '0')}`,
      name: nameZh,
      category: code,
      state: pickState(random)[0],
      keeper: book.at('urban-management', county).code,
      unit: unit.localId,
      place: beside(unit, random),
      asOf: `2026-0${random.whole(1, 5)}-${String(random.whole(10, 28))}`,
    };
  });
}

/** A place just inside one of the unit's sides. */
function beside({ shape }: LayerUnit, random: SeededRandom): Place {
  const ring = shape![0]![0]!;
  const side = random.whole(0, 3);
  const [[ax, ay], [bx, by]] = [ring[side]!, ring[(side + 1) % 4]!];
  const [t, inward] = [random.between(0.06, 0.94), random.between(0.03, 0.08)];
  const [x, y] = [ax + t * (bx - ax), ay + t * (by - ay)];
  const [mx, my] = [(ring[0]![0] + ring[2]![0]) / 2, (ring[0]![1] + ring[2]![1]) / 2];
  return onGrain([x + inward * (mx - x), y + inward * (my - y)]);
}
