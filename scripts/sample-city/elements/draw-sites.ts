import type { OrganisationBook } from '../bodies/organisation-book.js';
import type { Community } from '../ground/community.js';
import { shortName } from '../ground/division.js';
import { isInside } from '../plane/inside.js';
import { onGrain, type Place } from '../plane/plane.js';
import { seededRandom } from '../seeded-random.js';

/** A site (阵地): a place where people are served. */
export interface Site {
  readonly sourceId: string;
  readonly name: string;
  readonly keeper: string;
  readonly siteKind: string;
  readonly services: string;
  readonly place: Place;
}

/** Sites that party building keeps: one centre an urban community, stations for couriers and drivers among them. */
export function partySites(communities: readonly Community[], book: OrganisationBook): readonly Site[] {
  return communities
    .filter(({ isUrban }) => isUrban)
    .flatMap((community, i) => {
      const { code, name } = community.division;
      const keeper = book.at('party-building', code.slice(0, 6)).code;
      const centre: Site = {
        sourceId: `DQ-${code}-01`,
        name: `${shortName(name)}社区党群服务中心`,
        keeper,
        siteKind: '党群服务中心',
        services: '党员报到、议事协商、便民代办',
        place: nearCentre(community, 'party-centre'),
      };
      if (code === '360202001008') return [centre, station(community, { keeper, name: '“昌江·畅快跑”驿站' })];
      return i % 3 === 0 ? [centre, station(community, { keeper, name: `${shortName(name)}暖新驿站` })] : [centre];
    });
}

function station(community: Community, { keeper, name }: { readonly keeper: string; readonly name: string }): Site {
  return {
    sourceId: `DQ-${community.division.code}-02`,
    name,
    keeper,
    siteKind: '新就业群体驿站',
    services: '歇脚、充电、热饭、随手拍上报',
    place: nearCentre(community, 'party-station'),
  };
}

/** Sites that civil affairs keeps: a service station each community and village; in the towns canteens and stations for the elderly. */
export function civilSites(communities: readonly Community[], book: OrganisationBook): readonly Site[] {
  return communities.flatMap((community, i) => {
    const { code, name } = community.division;
    const shared = { keeper: book.at('civil-affairs', code.slice(0, 6)).code };
    const label = `${shortName(name)}${community.isUrban ? '社区' : '村'}`;
    const service: Site = {
      ...shared,
      sourceId: `0${code}1`,
      name: `${label}服务站`,
      siteKind: '社区服务站',
      services: '救助申请、津贴核定、证明代办',
      place: nearCentre(community, 'civil-station'),
    };
    if (!community.isUrban || i % 2 === 1) return [service];
    return [
      service,
      {
        ...shared,
        sourceId: `0${code}2`,
        ...(i % 4 === 0
          ? { name: `${label}幸福食堂`, siteKind: '助餐点', services: '助餐、送餐' }
          : { name: `${label}养老服务站`, siteKind: '养老服务站', services: '日间照料、助浴、助医' }),
        place: nearCentre(community, 'canteen'),
      },
    ];
  });
}

function nearCentre({ division, centre, ground }: Community, seed: string): Place {
  const random = seededRandom(`${seed}/${division.code}`);
  const place = onGrain([centre[0] + random.between(-60, 60), centre[1] + random.between(-60, 60)]);
  return isInside(ground, place) ? place : onGrain(centre);
}
