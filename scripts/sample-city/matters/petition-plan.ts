import { opaqueDigits } from '../bodies/opaque-code.js';
import { handledMatters, matterCategory } from '../categories/all-categories.js';
import { petitionStandard } from '../categories/people-matters.js';
import { weightedPick } from '../weighted-pick.js';
import type { CityView } from './city-view.js';
import { homesByCommunity } from './homes.js';
import type { OfficePlan } from './office-plan.js';
import { petitionFacts } from './petition-facts.js';

const forms = { LETTER: '来信', VISIT: '来访', CALL: '来电', ONLINE: '网上信访' } as const;
const accusationShare = 0.015;
const routes = [
  'PETITION_PROCEDURE',
  'ADMINISTRATIVE_PROCEDURE',
  'ARBITRATION',
  'ADMINISTRATIVE_PROCEDURE',
  'STATUTORY_DUTY',
  'PETITION_PROCEDURE',
];
const purpose = { suggestion: '01', accusation: '02', appeal: '03', other: '99' } as const;

/** About 4,000 petitions (信访); titles are made from category and division, and accusations are sealed. */
export function petitionPlan(view: CityView): OfficePlan {
  const { layers, book, ground, townshipNames } = view;
  const areas = layers.get('petition/area')!;
  const responsible = layers.get('petition/responsible')!.filter(({ division }) => division !== '');
  const kinds = handledMatters(petitionStandard).filter(({ code }) => code !== '090000');
  const pickCategory = weightedPick(kinds, ({ code }) => (code.slice(2) === '0000' ? 1 : 2.5));
  const pickArea = weightedPick(
    areas,
    ({ division }) => 1 + ground.communities.filter((one) => one.isUrban && one.division.parent === division).length,
  );
  const homeIn = homesByCommunity(view);
  return {
    office: 'petition',
    total: 4_000,
    rhythm: { weekend: 0.25 },
    ways: { DONE: 84, REWORKED: 3, OBJECTED: 5, MERGED: 3, REFUSED: 2, WITHDRAWN: 1, OTHER_PROCEDURE: 4, SUSPENDED: 0.3, STUCK: 0.3 },
    localId: (serial) => `XF${opaqueDigits(`petition/${serial}`, 6)}${String(serial).padStart(8, '0')}`,
    draft: (random) => {
      const area = pickArea(random);
      const county = area.division.slice(0, 6);
      const isAccusation = random.chance(accusationShare);
      const category = isAccusation ? matterCategory(petitionStandard, '090000') : pickCategory(random);
      const form = random.pick(['LETTER', 'VISIT', 'VISIT', 'CALL', 'ONLINE', 'ONLINE', 'ONLINE'] as const);
      const township = townshipNames.get(area.division)!;
      const byUnit = !isAccusation && random.chance(0.3);
      const unit = byUnit ? random.pick(responsible) : area;
      const communities = ground.communities.filter(({ division }) => division.parent === area.division);
      return {
        category,
        title: `${category.nameZh}类${forms[form]}（${township}）`,
        text: isAccusation
          ? '检举控告材料，内容密封。'
          : `反映${township}${category.nameZh}方面的问题，${random.pick(['要求书面答复', '希望协调解决', '此前已向社区反映', '请求政策解释'])}。`,
        source: form === 'CALL' ? 'HOTLINE' : 'RESIDENT',
        keeper: book.at('petition', county).code,
        dispatcher: book.at('petition', county).code,
        lead: isAccusation || random.chance(0.6) ? book.at(category.role, county).code : book.at('government', area.division).code,
        support: [],
        place: !isAccusation && !byUnit && random.chance(0.35) ? homeIn(random.pick(communities).division.code, random) : null,
        layer: byUnit ? 'petition/responsible' : 'petition/area',
        unit: unit.localId,
        division: area.division,
        limitHours: 24 * 60,
        sealed: isAccusation,
        own: {
          petition_form: form,
          purpose_code: isAccusation
            ? purpose.accusation
            : random.pick([purpose.appeal, purpose.appeal, purpose.appeal, purpose.suggestion, purpose.other]),
          route: isAccusation ? 'ACCUSATION' : random.pick(routes),
        },
      };
    },
    later: petitionFacts,
  };
}
