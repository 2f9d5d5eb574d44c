import { groupBy } from '../../../src/kernel/group-by.js';
import { handledMatters } from '../categories/all-categories.js';
import { housingStandard } from '../categories/people-matters.js';
import { centreOf } from '../plane/measure.js';
import { onGrain } from '../plane/plane.js';
import type { CityView } from './city-view.js';
import type { OfficePlan } from './office-plan.js';

// Lifts and leaks are of a building, the others of an estate.
const indoors = new Set(['02', '03']);

/** About 2,000 matters of estates: property service, lifts, leaks, the repair fund. */
export function housingPlan({ layers, book, buildings }: CityView): OfficePlan {
  const buildingsIn = groupBy(buildings, ({ estate }) => estate);
  const estates = layers.get('housing/estate')!;
  const categories = handledMatters(housingStandard);
  const firms = new Map(book.all.filter(({ kind }) => kind === 'ENTERPRISE').map(({ name, code }) => [name, code]));
  return {
    office: 'housing',
    total: 2_000,
    rhythm: { weekend: 0.6 },
    ways: { DONE: 83, REWORKED: 5, OBJECTED: 3, SETTLED: 3, MERGED: 2, REFUSED: 1.5, RETURNED: 1, SUSPENDED: 1, STUCK: 0.5 },
    localId: (serial) => `0${String(serial).padStart(7, '0')}`,
    draft: (random) => {
      const estate = random.pick(estates);
      const category = random.pick(categories);
      const county = estate.division.slice(0, 6);
      const firm = firms.get(estate.own['property_firm'] ?? '');
      const isFund = category.code === '04';
      return {
        category,
        title: `${estate.name}${category.nameZh}`,
        text: `${estate.name}居民反映${category.nameZh}问题，${random.pick(['已持续一周', '请物业整改', '需业委会协商', '请主管部门现场查看'])}。`,
        source: random.pick(['RESIDENT', 'RESIDENT', 'HOTLINE', 'GRID'] as const),
        keeper: book.at('housing', county).code,
        dispatcher: book.at('government', estate.division.slice(0, 9)).code,
        lead: firm !== undefined && random.chance(0.5) ? firm : book.at(category.role, county).code,
        support: random.chance(0.2) ? [book.at('committee', estate.division).code] : [],
        place: random.chance(0.93) ? onGrain(centreOf(estate.shape!)) : null,
        layer: 'housing/estate',
        unit: estate.localId,
        division: estate.division,
        limitHours: random.chance(0.1) ? null : isFund ? 24 * 45 : 24 * 10,
        sealed: false,
        own: { estate_local_id: estate.localId, repair_fund: String(isFund || random.chance(0.05)), firm_code: firm ?? '' },
      };
    },
    later: ({ unit, category }, random) => {
      const standing = buildingsIn.get(unit);
      return { building_code: standing && indoors.has(category.code) ? random.pick(standing).addressCode : '' };
    },
  };
}
