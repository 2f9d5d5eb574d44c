import { handledMatters } from '../categories/all-categories.js';
import { partyStandard } from '../categories/people-matters.js';
import { shortName } from '../ground/division.js';
import { centreOf } from '../plane/measure.js';
import { onGrain } from '../plane/plane.js';
import type { CityView } from './city-view.js';
import { localDay } from './clock.js';
import type { OfficePlan } from './office-plan.js';

const things: Readonly<Record<string, readonly string[]>> = {
  '01': ['义务巡逻', '文明劝导', '政策宣讲', '便民义诊', '环境清洁'],
  '02': ['楼道微更新', '口袋公园', '充电棚建设', '陶瓷主题墙绘', '停车位挖潜'],
  '03': ['安装楼道扶手', '修理健身器材', '添置阅读角', '增设晾衣杆'],
  '04': ['停车秩序议事', '加装电梯议事', '公共收益议事', '养犬公约议事'],
};

/** About 2,000 matters of party building: services, joint projects, wishes, deliberations. */
export function partyPlan({ layers, book, communityOf, ground }: CityView): OfficePlan {
  const branches = layers.get('party-building/branch')!;
  const reporting = book.all.filter(({ kind, level }) => kind === 'DEPARTMENT' && level === 'COUNTY');
  const categories = handledMatters(partyStandard);
  const hasPoint = new Set(ground.communities.filter(({ isUrban }) => isUrban).map(({ division }) => division.code));
  return {
    office: 'party-building',
    total: 2_000,
    rhythm: { weekend: 1.2 },
    ways: { DONE: 86, REWORKED: 1, SETTLED: 7, REFUSED: 1, RETURNED: 1, WITHDRAWN: 2, MERGED: 1, STUCK: 0.4 },
    localId: (serial) => `DJ-${String(serial).padStart(6, '0')}`,
    draft: (random) => {
      const branch = random.pick(branches);
      const category = random.pick(categories);
      const county = branch.division.slice(0, 6);
      const name = shortName(communityOf.get(branch.division)!.division.name);
      const thing = random.pick(things[category.code]!);
      const unit = random.pick(reporting.filter(({ division }) => division === county));
      return {
        category,
        title: `${name}${category.nameZh}：${thing}`,
        text: `${branch.name}提出${thing}，${random.pick(['请报到单位认领', '由共同体成员单位支持', '列入服务清单', '提交居民议事'])}。`,
        source: random.pick(['GRID', 'OFFICE', 'OFFICE', 'RESIDENT'] as const),
        keeper: book.at('party-building', county).code,
        dispatcher: book.at('party', branch.division.slice(0, 9)).code,
        lead: unit.code,
        support: random.chance(0.25) ? [book.at('committee', branch.division).code] : [],
        place: hasPoint.has(branch.division) && random.chance(0.6) ? onGrain(centreOf(branch.shape!)) : null,
        layer: 'party-building/branch',
        unit: branch.localId,
        division: branch.division,
        limitHours: random.chance(0.3) ? null : 24 * 20,
        sealed: false,
        own: {
          service_list: category.code === '03' ? '需求清单' : random.pick(['资源清单', '项目清单', '需求清单']),
          reporting_unit: unit.name,
          reporting_code: unit.code,
        },
      };
    },
    later: ({ steps }) => {
      const claimed = steps.find(({ state }) => state === 'ACCEPTED');
      return { claimed_on: claimed ? localDay(claimed.minute) : '' };
    },
  };
}
