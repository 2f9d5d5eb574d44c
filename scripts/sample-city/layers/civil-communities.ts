import type { Community } from '../ground/community.js';
import { shortName } from '../ground/division.js';
import type { Shape } from '../plane/plane.js';
import { seededRandom } from '../seeded-random.js';
import type { LayerUnit } from './layer-unit.js';

/** What a civil-affairs community is made of. */
export interface CivilGround {
  readonly community: Community;
  readonly shape: Shape;
  readonly creditCode: string;
  readonly households: number | null;
}

/** A community or village as civil affairs keeps it, keyed by its committee's credit code. */
export function civilCommunity({ community, shape, creditCode, households }: CivilGround): LayerUnit {
  const { code, name } = community.division;
  const random = seededRandom(`civil/${code}`);
  return {
    localId: creditCode,
    name,
    division: code,
    households: households ?? random.whole(260, 980),
    validFrom: '2021-06-01',
    shape,
    own: {
      community_code: code,
      community_type: communityType(community),
      term_ends_on: `2026-${random.pick(['06-30', '09-30', '12-31'])}`,
      service_station: `${shortName(name)}${community.isUrban ? '社区' : '村'}服务站`,
      committee_seats: String(random.pick([5, 5, 7, 7, 9])),
    },
  };
}

function communityType({ division, isUrban }: Community): string {
  const random = seededRandom(`civil-type/${division.code}`);
  if (!isUrban) return random.chance(0.85) ? 'URBAN_RURAL_FRINGE' : 'VILLAGE_TURNED';
  if (division.code.startsWith('360222') || division.code.startsWith('360281')) return random.chance(0.7) ? 'COUNTY_TOWN' : 'OPEN_ESTATE';
  return random.pick(['OPEN_ESTATE', 'OPEN_ESTATE', 'CLOSED_ESTATE', 'CLOSED_ESTATE', 'VILLAGE_TURNED']);
}
