import { responsibleRole } from '../bodies/duties.js';
import { handledMatters } from '../categories/all-categories.js';
import type { Category } from '../categories/category.js';
import { urbanStandard } from '../categories/components.js';
import { formerCodes } from '../categories/urban-matters.js';
import type { StreetComponent } from '../elements/draw-components.js';
import { shortName } from '../ground/division.js';
import { centreOf } from '../plane/measure.js';
import { onGrain } from '../plane/plane.js';
import type { SeededRandom } from '../seeded-random.js';
import { weightedPick } from '../weighted-pick.js';
import type { CityView } from './city-view.js';
import type { OfficePlan } from './office-plan.js';
import { urbanLimit } from './urban-limits.js';

const often: Readonly<Record<string, number>> = {
  '06010': 9,
  '06011': 5,
  '06012': 7,
  '06013': 4,
  '06036': 6,
  '06042': 5,
  '06027': 2.5,
  '06028': 3,
  '07001': 7,
  '09005': 7,
  '09006': 6,
  '09009': 6,
  '09010': 8,
  '09011': 4,
  '09001': 4,
  '06051': 1.5,
  '09012': 2,
  '01037': 3,
  '01003': 3,
  '10001': 0.2,
  '09003': 0.3,
  '06026': 0.8,
};

const spots = ['路口', '菜市场门口', '公交站旁', '背街小巷', '小区门口', '学校周边', '沿街店铺前', '停车场旁', '河边步道', '广场一侧'];
const sources = [
  ['GRID', 55],
  ['RESIDENT', 17],
  ['HOTLINE', 20],
  ['COURIER', 5],
  ['SENSOR', 3],
] as const;

/** About 14,000 matters of urban management (城市管理事项), each in a unit grid. */
export function urbanPlan({ layers, book, communityOf, components }: CityView): OfficePlan {
  const componentsAt = idsByPlace(components);
  const units = layers.get('urban-management/unit')!;
  const pickCategory = weightedPick(handledMatters(urbanStandard), ({ code }) => often[code] ?? 1);
  const pickSource = weightedPick(sources, ([, weight]) => weight);
  return {
    office: 'urban-management',
    total: 14_000,
    rhythm: { weekend: 0.8 },
    ways: { DONE: 84, REWORKED: 4, OBJECTED: 3, SETTLED: 3.5, MERGED: 2, REFUSED: 1.2, VOIDED: 1, SUSPENDED: 0.5, STUCK: 0.2 },
    localId: (serial) => `0${String(serial).padStart(7, '0')}`,
    draft: (random, day) => {
      const unit = random.pick(units);
      const category = pickCategory(random);
      const county = unit.division.slice(0, 6);
      const name = shortName(communityOf.get(unit.division)!.division.name);
      const limit = urbanLimit(category.code);
      const source = pickSource(random)[0];
      const spot = random.pick(spots);
      const [x, y] = centreOf(unit.shape!);
      return {
        category,
        title: `${name}${spot}${category.nameZh}`,
        text: sentence(source, `${name}社区${spot}`, category, random),
        source,
        keeper: book.at('urban-management', county).code,
        dispatcher: book.at('government', unit.division.slice(0, 9)).code,
        lead: book.at(responsibleRole(category, day), county).code,
        support: random.chance(0.08) ? [book.at('government', unit.division.slice(0, 9)).code] : [],
        place: random.chance(0.86) ? onGrain([x + random.between(-38, 38), y + random.between(-38, 38)]) : null,
        layer: 'urban-management/unit',
        unit: unit.localId,
        division: unit.division,
        limitHours: limit.hours,
        sealed: false,
        own: { filing_condition: limit.condition, time_limit: limit.text, former_code: formerCodes[category.code] ?? '' },
      };
    },
    later: ({ lead, unit, category }, random) => {
      const near = componentsAt.get(`${unit} ${category.code}`);
      return { department_code: lead, component_id: near ? random.pick(near) : '' };
    },
  };
}

function sentence(source: string, where: string, { nameZh }: Category, random: SeededRandom): string {
  if (source === 'SENSOR') return `监测设备发现${where}疑似${nameZh}，请现场核实。`;
  if (source === 'HOTLINE')
    return `来电反映${where}存在${nameZh}问题，${random.pick(['已持续数日', '影响出行', '希望尽快处理', '多次出现'])}。`;
  if (source === 'COURIER') return `快递员随手拍：${where}${nameZh}，影响通行。`;
  return `巡查发现${where}${nameZh}，${random.pick(['范围约两米', '已拍照', '需协调处理', '现场无人看管', '已劝导一次'])}。`;
}

/** The ids of the components of one unit grid and kind: a matter about a facility names one of them. */
function idsByPlace(components: readonly StreetComponent[]): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const { unit, category, sourceId } of components) {
    const key = `${unit} ${category}`;
    ids.set(key, [...(ids.get(key) ?? []), sourceId]);
  }
  return ids;
}
