import { handledMatters } from '../categories/all-categories.js';
import { safetyExtension, safetyStandard } from '../categories/people-matters.js';
import { shortName } from '../ground/division.js';
import type { LayerUnit } from '../layers/layer-unit.js';
import type { Place } from '../plane/plane.js';
import { weightedPick } from '../weighted-pick.js';
import type { CityView } from './city-view.js';
import { homesByCommunity } from './homes.js';
import type { Draft } from './matter.js';
import { mediation } from './mediation.js';
import type { OfficePlan } from './office-plan.js';

const disputes = ['邻里纠纷', '婚姻家庭纠纷', '物业纠纷', '劳动争议', '消费纠纷', '房屋租赁纠纷', '损害赔偿纠纷', '宅基地纠纷'];
const often: Readonly<Record<string, number>> = {
  '07': 46,
  '06': 10,
  '02': 8,
  '01': 4,
  '03': 2,
  '04': 1.5,
  '05': 3,
  '08': 4,
  '09': 1,
  X01: 9,
  X02: 8,
  X03: 4,
  X04: 5,
};

// Work for groups of persons is told of townships, never of a grid or a house.
const groupCodes = new Set(['03', '04']);

/** About 6,000 matters of the political-legal office: disputes, hazards, and couriers' whistles. */
export function safetyPlan(view: CityView): OfficePlan {
  const { layers, book, communityOf, townshipNames } = view;
  const grids = layers.get('political-legal/basic')!;
  const pickGrid = weightedPick(grids, ({ division }) => (communityOf.get(division)!.isUrban ? 6 : 1));
  const pickCategory = weightedPick([...handledMatters(safetyStandard), ...handledMatters(safetyExtension)], ({ code }) => often[code]!);
  const homeIn = homesByCommunity(view);
  return {
    office: 'political-legal',
    total: 6_000,
    rhythm: { weekend: 0.5 },
    ways: {
      DONE: 78,
      REWORKED: 3,
      OBJECTED: 3,
      SETTLED: 8,
      MERGED: 1.5,
      REFUSED: 0.8,
      RETURNED: 1.2,
      SUSPENDED: 0.6,
      WITHDRAWN: 2,
      OTHER_PROCEDURE: 1.6,
      STUCK: 0.3,
    },
    localId: (serial) => `ZZ-${String(serial).padStart(7, '0')}`,
    draft: (random) => {
      const grid = pickGrid(random);
      const category = pickCategory(random);
      const county = grid.division.slice(0, 6);
      const name = shortName(communityOf.get(grid.division)!.division.name);
      const dispute = category.code === '07' ? random.pick(disputes) : '';
      const isWhistle = category.code === 'X04';
      const centre = book.at('centre', grid.division.slice(0, 9)).code;
      const isOfGroups = groupCodes.has(category.code);
      const urgency = random.chance(0.07) ? 'SUPERVISED' : random.chance(0.15) ? 'URGENT' : 'NORMAL';
      return {
        category,
        title: `${isOfGroups ? townshipNames.get(grid.division.slice(0, 9))! : name}${dispute || category.nameZh}`,
        text: dispute
          ? `网格走访了解到${name}一处${dispute}，双方${random.pick(['愿意调解', '意见分歧较大', '已协商一次', '要求第三方到场'])}。`
          : `${isWhistle ? '快递员上报' : '网格排查发现'}${isOfGroups ? '' : name}${category.nameZh}相关情况，${random.pick(['请综治中心研判', '需联合处置', '建议入户核实', '已现场提醒'])}。`,
        source: isWhistle ? 'COURIER' : random.pick(['GRID', 'GRID', 'GRID', 'RESIDENT', 'HOTLINE', 'OFFICE'] as const),
        keeper: book.at('political-legal', county).code,
        dispatcher: centre,
        lead: random.chance(0.35) ? centre : book.at(category.role, county).code,
        support: random.chance(0.2) ? [book.at('police', county).code] : [],
        ...whereOf(grid, random.chance(0.76) ? homeIn(grid.division, random) : null, isOfGroups),
        limitHours: urgency === 'NORMAL' ? 24 * 30 : 24 * 7,
        sealed: false,
        own: {
          dispute_kind: dispute,
          mediation_stage: dispute ? random.pick(['ACCEPTED', 'MEDIATING', 'MEDIATING', 'ACCEPTED']) : '',
          urgency,
        },
      };
    },
    later: mediation,
  };
}

function whereOf(grid: LayerUnit, place: Place | null, isOfGroups: boolean): Pick<Draft, 'place' | 'layer' | 'unit' | 'division'> {
  if (isOfGroups) return { place: null, layer: '', unit: '', division: grid.division.slice(0, 9) };
  return { place, layer: 'political-legal/basic', unit: grid.localId, division: grid.division };
}
