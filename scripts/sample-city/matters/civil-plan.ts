import { handledMatters } from '../categories/all-categories.js';
import { assistanceStandard } from '../categories/people-matters.js';
import { shortName } from '../ground/division.js';
import { weightedPick } from '../weighted-pick.js';
import type { CityView } from './city-view.js';
import { homesByCommunity } from './homes.js';
import type { OfficePlan } from './office-plan.js';

const assistanceKinds: Readonly<Record<string, string>> = {
  '01': 'MINIMUM_LIVING',
  '02': 'EXTREME_HARDSHIP',
  '03': 'TEMPORARY',
  '04': 'ELDERLY_SERVICE',
  '05': 'DISABLED_ALLOWANCE',
  '06': 'CHILD_PROTECTION',
  '07': 'OLD_AGE_ALLOWANCE',
};
const applications = { 新申请: 'NEW', 复核: 'REVIEW', 变更: 'CHANGE', 咨询: 'QUESTION' } as const;

/** About 3,000 requests for assistance that civil affairs keeps; texts name no person and no condition. */
export function civilPlan(view: CityView): OfficePlan {
  const { layers, book, communityOf } = view;
  const units = layers.get('civil-affairs/community')!;
  const pickUnit = weightedPick(units, ({ division }) => (communityOf.get(division)!.isUrban ? 4 : 1));
  const categories = handledMatters(assistanceStandard);
  const homeIn = homesByCommunity(view);
  return {
    office: 'civil-affairs',
    total: 3_000,
    rhythm: { weekend: 0.15 },
    ways: { DONE: 84, REWORKED: 2, SETTLED: 4, REFUSED: 5, RETURNED: 3, WITHDRAWN: 1.5, MERGED: 0.5, STUCK: 0.2 },
    localId: (serial) => `MZ${String(serial).padStart(8, '0')}`,
    draft: (random) => {
      const unit = pickUnit(random);
      const category = random.pick(categories);
      const county = unit.division.slice(0, 6);
      const { name, code } = communityOf.get(unit.division)!.division;
      const item = random.pick(['新申请', '复核', '变更', '咨询'] as const);
      return {
        category,
        title: `${category.nameZh}${item}（${shortName(name)}）`,
        text: `${shortName(name)}一户居民办理${category.nameZh}${item}，材料${random.pick(['齐全', '待补', '已核对', '已代办'])}。`,
        source: random.pick(['GRID', 'RESIDENT', 'RESIDENT', 'OFFICE', 'HOTLINE'] as const),
        keeper: book.at('civil-affairs', county).code,
        dispatcher: book.at('government', code.slice(0, 9)).code,
        lead: random.chance(0.5) ? book.at('committee', code).code : book.at('civil-affairs', county).code,
        support: [],
        place: random.chance(0.55) ? homeIn(code, random) : null,
        layer: 'civil-affairs/community',
        unit: unit.localId,
        division: code,
        limitHours: random.chance(0.1) ? null : 24 * 30,
        sealed: false,
        own: {
          assistance_kind: assistanceKinds[category.code]!,
          service_item: `${category.nameZh}${item}`,
          application: applications[item],
        },
      };
    },
    later: (_, random) => ({ delegated: String(random.chance(0.3)) }),
  };
}
