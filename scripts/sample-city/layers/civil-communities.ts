import type { Community } from '../ground/community.js';
import { shortName } from '../ground/division.js';
import type { Shape } from '../plane/plane.js';
import { seededRandom } from '../seeded-random.js';
import type { LayerUnit } from './layer-unit.js';

// Five years each; the law has them end in the same year.
const terms = [
  { started: '2021-07-01', ends: '2026-06-30' },
  { started: '2021-10-01', ends: '2026-09-30' },
  { started: '2022-01-01', ends: '2026-12-31' },
] as const;

/** What a civil-affairs community is made of. */
export interface CivilGround {
  readonly community: Community;
  readonly shape: Shape;
  readonly creditCode: string;
  readonly households: number | null;
}

/** A community or village as civil affairs keeps it, keyed by its committee's credit code. */
export function civilCommunity({ community, shape, creditCode, households }: CivilGround): LayerUnit {
  const { code, name, kind } = community.division;
  const random = seededRandom(`civil/${code}`);
  const lived = households ?? random.whole(260, 980);
  const term = random.pick(terms);
  return {
    localId: creditCode,
    name,
    division: code,
    households: lived,
    validFrom: '2021-06-01',
    shape,
    own: {
      community_code: code,
      community_type: communityType(community),
      term_ends_on: term.ends,
      service_station: `${shortName(name)}${community.isUrban ? '社区' : '村'}服务站`,
      committee_seats: String(random.pick([5, 5, 7, 7, 9])),
      committee_kind: kind === 'RESIDENTS' ? 'RESIDENTS' : 'VILLAGERS',
      term_number: community.isUrban ? '10' : '11',
      term_started_on: term.started,
      service_items: community.isUrban ? '救助申请;津贴核定;证明代办;助餐;议事协商' : '救助申请;津贴核定;证明代办',
    },
  };
}

function communityType({ division, isUrban }: Community): string {
  const random = seededRandom(`civil-type/${division.code}`);
  if (!isUrban) return random.chance(0.85) ? 'URBAN_RURAL_FRINGE' : 'VILLAGE_TURNED';
  if (division.code.startsWith('360222') || division.code.startsWith('360281')) return random.chance(0.7) ? 'COUNTY_TOWN' : 'OPEN_ESTATE';
  return random.pick(['OPEN_ESTATE', 'OPEN_ESTATE', 'CLOSED_ESTATE', 'CLOSED_ESTATE', 'VILLAGE_TURNED']);
}
